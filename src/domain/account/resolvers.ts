// `Mutation.disconnect`: a signed-in user deletes their account here and their connection to AccessLink.
import type { DisconnectPayload } from '../../generated/graphql.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { Context } from '../context.ts';

export const accountResolvers: Resolvers = {
  Mutation: { disconnect: (_, __, context) => disconnect(context) },
};

async function disconnect({ account }: Context): Promise<DisconnectPayload> {
  if (!account) return { disconnected: false, confirmed: false, userErrors: [NOT_SIGNED_IN] };
  const { isConfirmed } = await account.disconnect();
  return { disconnected: true, confirmed: isConfirmed, userErrors: [] };
}

const NOT_SIGNED_IN = {
  code: 'NOT_SIGNED_IN',
  message:
    'Cannot disconnect: the request carries no session of this server. Nothing is stored of a caller with a token of ' +
    'their own, so there is nothing to delete',
} as const;
