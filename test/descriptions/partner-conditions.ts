// Conditions of what the partner sees.
import { type Condition, connect, partnerData, same, withPartner } from './condition.ts';

const WEBHOOKS = '/v3/webhooks';
const NOTIFICATIONS = '/v3/notifications';

export const partnerConditions: readonly Condition[] = [
  {
    of: ['PartnerUser.memberId', 'PartnerUser.registeredAt'],
    claim: 'null when unknown',
    check: async () => {
      const got = await withPartner({}, async (gateway) => {
        await connect(gateway, '9');
        return partnerData(gateway, '{ partner { users { nodes { memberId registeredAt } } } }');
      });
      return same(got, { partner: { users: { nodes: [{ memberId: null, registeredAt: null }] } } });
    },
  },
  {
    of: ['Partner.webhook', 'WebhookPayload.webhook'],
    claim: 'null when there is none',
    check: async () => {
      const none = await ask({ [WEBHOOKS]: { data: [] } }, '{ partner { webhook { id } } }');
      const changed = await ask({ [WEBHOOKS]: { data: [] } }, 'mutation { deleteWebhook { webhook { id } } }');
      return same([none, changed], [{ partner: { webhook: null } }, { deleteWebhook: { webhook: null } }]);
    },
  },
  {
    of: ['WebhookUserError.field'],
    claim: 'null when no value is invalid',
    check: async () => {
      const change = (input: string) => `mutation { updateWebhook(input: ${input}) { userErrors { field } } }`;
      const [none, invalid] = [
        await ask({ [WEBHOOKS]: { data: [] } }, 'mutation { deleteWebhook { userErrors { field } } }'),
        await ask({}, change('{ url: "nowhere" }')),
      ];
      return same(
        [none, invalid],
        [
          { deleteWebhook: { userErrors: [{ field: null }] } },
          { updateWebhook: { userErrors: [{ field: ['input', 'url'] }] } },
        ],
      );
    },
  },
  {
    of: ['Webhook.url', 'Webhook.active', 'Webhook.createdAt', 'Webhook.events'],
    claim: 'null',
    check: async () => {
      const elsewhere = { data: [{ id: 'w', events: ['SLEEP', 'BODY_SCAN'] }] };
      const got = await ask({ [WEBHOOKS]: elsewhere }, '{ partner { webhook { url active createdAt events } } }');
      const webhook = { url: null, active: null, createdAt: null, events: ['SLEEP', null] };
      return same(got, { partner: { webhook } });
    },
  },
  {
    of: ['PullNotification.type'],
    claim: 'null when it is newer than this description',
    check: async () => {
      const data = [
        { 'user-id': 12, 'data-type': 'BODY_SCAN' },
        { 'user-id': 12, 'data-type': 'EXERCISE' },
      ];
      const got = await ask(
        { [NOTIFICATIONS]: { 'available-user-data': data } },
        '{ partner { notifications { type } } }',
      );
      return same(got, { partner: { notifications: [{ type: null }, { type: 'EXERCISE' }] } });
    },
  },
  {
    of: ['Partner.notifications'],
    claim: 'null when it could not be read',
    check: async () =>
      same(await ask({ [NOTIFICATIONS]: 503 }, '{ partner { notifications { type } } }'), {
        partner: { notifications: null },
      }),
  },
];

function ask(replies: Readonly<Record<string, unknown>>, query: string): Promise<unknown> {
  return withPartner(replies, (gateway) => partnerData(gateway, query));
}
