// What a signed-in person may do with their own connection.
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
    'Cannot disconnect: the request is not one of somebody who signed in here; a token that you bring is not kept, so ' +
    'there is nothing to forget',
} as const;
