// The viewer: their identity from the request, and their own record at AccessLink.
import type { Resolvers } from '../../generated/resolvers.ts';
import { ReadError } from '../../loading/errors.ts';
import { SINGLE_KEY } from '../../loading/cache/keys.ts';
import { type PromiseOrValue, whenReady } from '../../promise-or-value.ts';
import type { Context, Viewer } from '../context.ts';
import { DomainError } from '../errors.ts';
import { idOf } from '../graph/viewer-id.ts';
import { userResource } from './loader.ts';
import { type UserRecord, userFromWire } from './user.ts';

export const userResolvers: Resolvers = {
  Query: { viewer: (_, __, context) => context.viewer() },
  User: {
    id: (_, __, context) => idOf('User', '', context),
    memberId: profileField('memberId'),
    registeredAt: profileField('registeredAt'),
    firstName: profileField('firstName'),
    lastName: profileField('lastName'),
    birthdate: profileField('birthdate'),
    gender: profileField('gender'),
    weightKg: profileField('weightKg'),
    heightCm: profileField('heightCm'),
    extraInfo: profileField('extraInfo'),
  },
};

/** How each type of this module is read again. */
export const userNodes = { User: refetchUser };

/** The viewer by the key of their global id, which is empty. */
function refetchUser(key: string, context: Context): Viewer | null {
  return key === '' ? context.viewer() : null;
}

/** The resolver of a field of the profile. */
function profileField<F extends keyof UserRecord>(name: F) {
  return (_: unknown, __: unknown, context: Context): PromiseOrValue<UserRecord[F]> =>
    whenReady(profileOf(context), (profile) => profile[name]);
}

/** AccessLink has no record of a user who was never registered with this client. */
function profileOf({ loaders }: Context): PromiseOrValue<UserRecord> {
  return whenReady(loaders.user.load(SINGLE_KEY), ({ value: [wire] }) => {
    if (wire) return userFromWire(wire);
    throw new ReadError(userResource.name, null, NOT_REGISTERED);
  });
}

const NOT_REGISTERED = new DomainError(
  'not-registered',
  'Cannot read the user: they are not registered with this AccessLink client; sign in at /auth/login, which registers ' +
    'them; or Polar-User-Id is of somebody else',
);
