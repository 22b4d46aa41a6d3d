// Authorization codes: each is good for ten minutes and for one use.
import type { Opaque } from '../opaque.ts';

export interface Grant {
  readonly userId: string;
  /** As it was sent to the authorization endpoint; null when it was left out. */
  readonly redirectUri: string | null;
  /** Epoch milliseconds. */
  readonly issuedAt: number;
}

export interface Codes {
  readonly issue: (grant: Grant) => string;
  /** Null for a code that was never issued. */
  readonly find: (code: string) => (Grant & { readonly isUsed: boolean }) | null;
  readonly use: (code: string) => void;
}

export const CODE_LIFETIME_MS = 600_000;

export function createCodes(opaque: Opaque): Codes {
  const grants = new Map<string, Grant>();
  const used = new Set<string>();
  return {
    issue: (grant) => {
      const code = opaque('code');
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
