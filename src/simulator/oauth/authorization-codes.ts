// Authorization codes: each is valid for ten minutes and for one use.
import type { TokenGenerator } from '../random-token.ts';

/** What a code was issued for. */
export interface AuthorizationGrant {
  readonly userId: string;
  /** As sent to the authorization endpoint; null when the parameter was absent. */
  readonly redirectUri: string | null;
  /** Epoch milliseconds. */
  readonly issuedAt: number;
}

export interface AuthorizationCodes {
  readonly issue: (grant: AuthorizationGrant) => string;
  /** Null for a code that was never issued. */
  readonly find: (code: string) => (AuthorizationGrant & { readonly isUsed: boolean }) | null;
  readonly use: (code: string) => void;
}

export const CODE_LIFETIME_MS = 600_000;

export function createAuthorizationCodes(generateToken: TokenGenerator): AuthorizationCodes {
  const grants = new Map<string, AuthorizationGrant>();
  const used = new Set<string>();
  return {
    issue: (grant) => {
      const code = generateToken('code');
      grants.set(code, grant);
      return code;
    },
    find: (code) => {
      const grant = grants.get(code);
      return grant ? { ...grant, isUsed: used.has(code) } : null;
    },
    use: (code) => void used.add(code),
  };
}
