// Who is registered with the partner, and which access token speaks for whom.
import type { Resident } from './life/resident.ts';
import type { Opaque } from './opaque.ts';

export interface Registration {
  /** The partner's own name for the user. */
  readonly memberId: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface Accounts {
  readonly residents: readonly Resident[];
  /** Null for a token that was never issued, or that is revoked. */
  readonly holderOf: (token: string) => Resident | null;
  readonly residentOf: (userId: string) => Resident | null;
  /** Null for a user who is not registered. */
  readonly registrationOf: (userId: string) => Registration | null;
  /** False when the user is registered already, or another user has the member id. */
  readonly register: (userId: string, registration: Registration) => boolean;
  /** Ends the registration and revokes every token of the user. */
  readonly remove: (userId: string) => void;
  readonly issueToken: (userId: string) => string;
  readonly revokeTokens: (userId: string) => void;
}

/** Everybody's fixed token is valid until it is revoked, registered or not. */
export function createAccounts(residents: readonly Resident[], opaque: Opaque): Accounts {
  const byId = new Map(residents.map((resident) => [resident.userId, resident]));
  const holders = new Map(residents.map((resident) => [resident.token, resident]));
  const registrations = new Map(
    residents.filter(({ isRegistered }) => isRegistered).map((resident) => [resident.userId, firstOf(resident)]),
  );
  const revokeTokens = (userId: string): void => {
    for (const [token, holder] of holders) if (holder.userId === userId) holders.delete(token);
  };
  return {
    residents,
    holderOf: (token) => holders.get(token) ?? null,
    residentOf: (userId) => byId.get(userId) ?? null,
    registrationOf: (userId) => registrations.get(userId) ?? null,
    register: (userId, registration) => {
      const taken = [...registrations.values()].some(({ memberId }) => memberId === registration.memberId);
      if (taken || registrations.has(userId)) return false;
      registrations.set(userId, registration);
      return true;
    },
    remove: (userId) => {
      registrations.delete(userId);
      revokeTokens(userId);
    },
    issueToken: (userId) => {
      const resident = byId.get(userId);
      if (!resident) throw new RangeError(`Cannot issue a token: nobody has the id ${userId}`);
      const token = opaque('token');
      holders.set(token, resident);
      return token;
    },
    revokeTokens,
  };
}

function firstOf({ memberId, since }: Resident): Registration {
  return { memberId, at: Date.parse(`${since}T11:23:05.000Z`) };
}
