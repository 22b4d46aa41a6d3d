// The data of the AccessLink client: for the partner only, null for others.
import { listNotifications } from '../../accesslink/endpoints/notifications.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { activateWebhook, deactivateWebhook, deleteWebhook, updateWebhook } from './change-webhook.ts';
import { createWebhook } from './create-webhook.ts';
import { forChanges } from './partner.ts';
import { usersOf } from './users.ts';
import { dataTypeOf, readWebhook } from './webhook.ts';

export const partnerResolvers: Resolvers = {
  Query: { partner: (_, __, { partner }) => partner() },
  Partner: {
    users: (partner, args) => usersOf(partner, args),
    notifications: async ({ send }) =>
      (await listNotifications(send)).map(({ polarUserId, type }) => ({ polarUserId, type: dataTypeOf(type) })),
    webhook: (partner) => readWebhook(partner),
  },
  Mutation: {
    createWebhook: (_, { input }, { partner }) => createWebhook(forChanges(partner()), input),
    updateWebhook: (_, { input }, { partner }) => updateWebhook(forChanges(partner()), input),
    activateWebhook: (_, __, { partner }) => activateWebhook(forChanges(partner())),
    deactivateWebhook: (_, __, { partner }) => deactivateWebhook(forChanges(partner())),
    deleteWebhook: (_, __, { partner }) => deleteWebhook(forChanges(partner())),
  },
};
