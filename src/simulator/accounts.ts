// The accounts of people: registration with the partner, and access tokens.
import type { PersonProfile } from './data/person-profile.ts';
import type { TokenGenerator } from './random-token.ts';

/** A person's registration with the partner. */
export interface Registration {
  /** The partner's own id of the user. */
  readonly memberId: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Registrations and access tokens of everybody. */
export interface Accounts {
  readonly people: readonly PersonProfile[];
  /** The person whose token it is; null for a token that was never issued or is revoked. */
  readonly personWithToken: (token: string) => PersonProfile | null;
  readonly personOf: (userId: string) => PersonProfile | null;
  /** Null for a user who is not registered. */
  readonly registrationOf: (userId: string) => Registration | null;
  /** False when the user is registered already, or another user has the member id. */
  readonly register: (userId: string, registration: Registration) => boolean;
  /** Ends the registration and revokes every token of the user. */
  readonly remove: (userId: string) => void;
  readonly issueToken: (userId: string) => string;
  readonly revokeTokens: (userId: string) => void;
}

/** The fixed token of a person is valid until it is revoked, registered or not. */
export function createAccounts(people: readonly PersonProfile[], generateToken: TokenGenerator): Accounts {
  const byId = new Map(people.map((person) => [person.userId, person]));
  const peopleByToken = new Map(people.map((person) => [person.token, person]));
  const registrations = new Map(
    people.filter(({ isRegistered }) => isRegistered).map((person) => [person.userId, firstOf(person)]),
  );
  const revokeTokens = (userId: string): void => {
    for (const [token, holder] of peopleByToken) if (holder.userId === userId) peopleByToken.delete(token);
  };
  return {
    people,
    personWithToken: (token) => peopleByToken.get(token) ?? null,
    personOf: (userId) => byId.get(userId) ?? null,
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
      const person = byId.get(userId);
      if (!person) throw new RangeError(`Cannot issue a token: nobody has the id ${userId}`);
      const token = generateToken('token');
      peopleByToken.set(token, person);
      return token;
    },
    revokeTokens,
  };
}

function firstOf({ memberId, since }: PersonProfile): Registration {
  return { memberId, at: Date.parse(`${since}T11:23:05.000Z`) };
}
