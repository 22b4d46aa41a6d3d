// What callers do about what is stored of them; `Mutation.disconnect` also deletes the connection to AccessLink.
import type { DisconnectPayload } from '../../generated/graphql.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { Context } from '../context.ts';
import { erasedData } from './erased-data.ts';
import { forgetMe } from './forget-mutation.ts';
import { endAllSessions, endSession, listSessions } from './sessions.ts';

export const accountResolvers: Resolvers = {
  Mutation: {
    disconnect: (_, __, context) => disconnect(context),
    forgetMe: (_, __, context) => forgetMe(context),
    endSession: (_, { id }, context) => endSession(id, context),
    endAllSessions: (_, __, context) => endAllSessions(context),
  },
  User: { sessions: (_, __, context) => listSessions(context) },
};

async function disconnect(context: Context): Promise<DisconnectPayload> {
  const account = context.account();
  if (!account) {
    return { disconnected: false, confirmed: false, erased: [], remaining: null, userErrors: [NOT_SIGNED_IN] };
  }
  const { isConfirmed, erasure } = await account.disconnect();
  const erased = erasure ? erasedData(erasure) : [];
  return { disconnected: true, confirmed: isConfirmed, erased, remaining: erasure?.remaining ?? null, userErrors: [] };
}

const NOT_SIGNED_IN = {
  code: 'NOT_SIGNED_IN',
  message:
    'Cannot disconnect: the request carries no session of this server. What was read with a token of the caller’s own is ' +
    'erased by forgetMe',
} as const;
