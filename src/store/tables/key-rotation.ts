// Encrypting everything with the newest key, while others read and write.
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import type { Encryption } from '../crypto/encryption.ts';
import { tokenAdditionalData, webhookKeyAdditionalData } from '../crypto/additional-data.ts';

/** How many were encrypted again. One that somebody else changed meanwhile is left: it has the newest key by that. */
export async function rotateKeys(db: Kysely<Tables>, encryption: Encryption): Promise<number> {
  return (await rotateTokens(db, encryption)) + (await rotateWebhookKeys(db, encryption));
}

async function rotateTokens(db: Kysely<Tables>, encryption: Encryption): Promise<number> {
  const rows = await db.selectFrom('users').select(['polar_user_id', 'token_encrypted']).execute();
  let changed = 0n;
  for (const { polar_user_id, token_encrypted } of rows.filter((row) => !encryption.isCurrent(row.token_encrypted))) {
    const additionalData = tokenAdditionalData(polar_user_id);
    const result = await db
      .updateTable('users')
      .set({ token_encrypted: encryption.encrypt(encryption.decrypt(token_encrypted, additionalData), additionalData) })
      .where('polar_user_id', '=', polar_user_id)
      .where('token_encrypted', '=', token_encrypted)
      .executeTakeFirst();
    changed += result.numUpdatedRows;
  }
  return Number(changed);
}

async function rotateWebhookKeys(db: Kysely<Tables>, encryption: Encryption): Promise<number> {
  const rows = await db.selectFrom('webhooks').select(['id', 'key_encrypted']).execute();
  let changed = 0n;
  for (const { id, key_encrypted } of rows) {
    if (key_encrypted === null || encryption.isCurrent(key_encrypted)) continue;
    const additionalData = webhookKeyAdditionalData(id);
    const result = await db
      .updateTable('webhooks')
      .set({ key_encrypted: encryption.encrypt(encryption.decrypt(key_encrypted, additionalData), additionalData) })
      .where('id', '=', id)
      .where('key_encrypted', '=', key_encrypted)
      .executeTakeFirst();
    changed += result.numUpdatedRows;
  }
  return Number(changed);
}
