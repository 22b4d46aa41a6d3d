// The viewer: their identity from the request, and their own record at AccessLink.
import type { Resolvers } from '../../generated/resolvers.ts';
import { ReadError } from '../../loading/errors.ts';
import { SINGLE_KEY } from '../../loading/cache/keys.ts';
import type { Context, Viewer } from '../context.ts';
import { DomainError } from '../errors.ts';
import { idOf } from '../graph/viewer-id.ts';
import { userResource } from './loader.ts';
import { type UserRecord, userFromWire } from './user.ts';

export const userResolvers: Resolvers = {
  Query: { viewer: (_, __, context) => context.viewer() },
  User: {
    id: (_, __, context) => idOf('User', '', context),
    memberId: async (_, __, context) => (await profileOf(context)).memberId,
    registeredAt: async (_, __, context) => (await profileOf(context)).registeredAt,
    firstName: async (_, __, context) => (await profileOf(context)).firstName,
    lastName: async (_, __, context) => (await profileOf(context)).lastName,
    birthdate: async (_, __, context) => (await profileOf(context)).birthdate,
    gender: async (_, __, context) => (await profileOf(context)).gender,
    weightKg: async (_, __, context) => (await profileOf(context)).weightKg,
    heightCm: async (_, __, context) => (await profileOf(context)).heightCm,
    extraInfo: async (_, __, context) => (await profileOf(context)).extraInfo,
  },
};

/** How each type of this module is read again. */
export const userNodes = { User: refetchUser };

/** The viewer by the key of their global id, which is empty. */
function refetchUser(key: string, context: Context): Viewer | null {
  return key === '' ? context.viewer() : null;
}

/** AccessLink has no record of a user who was never registered with this client. */
async function profileOf({ loaders }: Context): Promise<UserRecord> {
  const [wire] = (await loaders.user.load(SINGLE_KEY)).value;
  if (wire) return userFromWire(wire);
  throw new ReadError(userResource.name, null, NOT_REGISTERED);
}

const NOT_REGISTERED = new DomainError(
  'not-registered',
  'Cannot read the user: they are not registered with this AccessLink client; sign in at /auth/login, which registers ' +
    'them; or Polar-User-Id is of somebody else',
);
