// The webhook of our client at AccessLink. AccessLink shows its key once, so it is stored, encrypted.
import type { Kysely } from 'kysely';
import type { WebhookStore } from '../contract/webhooks.ts';
import { textsFrom, toJson } from './json.ts';
import type { Tables } from './schema.ts';
import type { Encryption } from '../crypto/encryption.ts';
import { webhookKeyAdditionalData } from '../crypto/additional-data.ts';

/** The webhook in the tables of an engine. */
export function createWebhookStore(db: Kysely<Tables>, encryption: Encryption): WebhookStore {
  return {
    find: async () => {
      const row = await db.selectFrom('webhooks').selectAll().executeTakeFirst();
      if (!row) return null;
      const { id, url, events, key_encrypted, created_at, paused_at } = row;
      const key = key_encrypted === null ? null : encryption.decrypt(key_encrypted, webhookKeyAdditionalData(id));
      return { id, url, events: textsFrom(events), key, createdAt: created_at, pausedAt: paused_at };
    },
    put: ({ id, url, events, key, createdAt, pausedAt }) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('webhooks').execute();
        await trx
          .insertInto('webhooks')
          .values({
            id,
            url,
            events: toJson(events),
            key_encrypted: key && encryption.encrypt(key, webhookKeyAdditionalData(id)),
            created_at: createdAt,
            paused_at: pausedAt,
          })
          .execute();
      }),
    update: async (id, { url, events }) => {
      await db
        .updateTable('webhooks')
        .set({ url, events: toJson(events) })
        .where('id', '=', id)
        .execute();
    },
    pause: async (id, pausedAt) => {
      await db.updateTable('webhooks').set({ paused_at: pausedAt }).where('id', '=', id).execute();
    },
    delete: async (id) => {
      await db.deleteFrom('webhooks').where('id', '=', id).execute();
    },
  };
}
