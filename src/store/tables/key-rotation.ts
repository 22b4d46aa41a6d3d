// Encrypting everything with the newest key, while others read and write.
import type { EncryptionStore, KeyRotation } from '../contract/encryption.ts';
import { isUndecryptable } from '../contract/errors.ts';
import { personKeyAdditionalData, tokenAdditionalData, webhookKeyAdditionalData } from '../crypto/additional-data.ts';
import type { Encryption } from '../crypto/encryption.ts';
import type { Engine } from '../engines/engine.ts';
import type { PersonKeys } from './person-keys.ts';
import { deleteUnreadable } from './unreadable.ts';
import { encryptPlainValues } from './value-encryption.ts';

/** The encryption of what is in the tables of an engine. */
export function createEncryptionStore(engine: Engine, encryption: Encryption, keys: PersonKeys): EncryptionStore {
  return {
    encryptPlain: () => encryptPlainValues(engine, keys),
    deleteUnreadable: () => deleteUnreadable(engine, keys),
    rotateKeys: async () => {
      const rotated = [];
      for (const column of columnsOf(engine)) rotated.push(await rotate(column, encryption));
      return {
        rotated: sum(rotated.map((each) => each.rotated)),
        undecryptable: sum(rotated.map((each) => each.undecryptable)),
      };
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** A column of encrypted texts. */
interface EncryptedColumn {
  readonly read: () => Promise<{ readonly id: string; readonly envelope: string | null }[]>;
  readonly additionalData: (id: string) => string;
  /** Replaces it where it is still the old one; how many were. */
  readonly replace: (id: string, old: string, envelope: string) => Promise<{ readonly numUpdatedRows: bigint }>;
}

function columnsOf(engine: Engine): readonly EncryptedColumn[] {
  const { db } = engine;
  const keys = engine.keysIn(db);
  return [
    {
      read: () => db.selectFrom('users').select(['polar_user_id as id', 'token_encrypted as envelope']).execute(),
      additionalData: tokenAdditionalData,
      replace: (id, old, envelope) =>
        db
          .updateTable('users')
          .set({ token_encrypted: envelope })
          .where('polar_user_id', '=', id)
          .where('token_encrypted', '=', old)
          .executeTakeFirst(),
    },
    {
      read: () => db.selectFrom('webhooks').select(['id', 'key_encrypted as envelope']).execute(),
      additionalData: webhookKeyAdditionalData,
      replace: (id, old, envelope) =>
        db
          .updateTable('webhooks')
          .set({ key_encrypted: envelope })
          .where('id', '=', id)
          .where('key_encrypted', '=', old)
          .executeTakeFirst(),
    },
    {
      read: () => keys.selectFrom('person_keys').select(['polar_user_id as id', 'key_encrypted as envelope']).execute(),
      additionalData: personKeyAdditionalData,
      replace: (id, old, envelope) =>
        keys
          .updateTable('person_keys')
          .set({ key_encrypted: envelope })
          .where('polar_user_id', '=', id)
          .where('key_encrypted', '=', old)
          .executeTakeFirst(),
    },
  ];
}

/** One that somebody else changed meanwhile is left: it has the newest key by that. */
async function rotate(column: EncryptedColumn, encryption: Encryption): Promise<KeyRotation> {
  let [rotated, undecryptable] = [0, 0];
  for (const { id, envelope } of await column.read()) {
    if (envelope === null || encryption.isCurrent(envelope)) continue;
    const newest = encryptAgain(encryption, envelope, column.additionalData(id));
    if (newest === null) undecryptable += 1;
    else rotated += Number((await column.replace(id, envelope, newest)).numUpdatedRows);
  }
  return { rotated, undecryptable };
}

function encryptAgain(encryption: Encryption, envelope: string, additionalData: string): string | null {
  try {
    return encryption.encrypt(encryption.decrypt(envelope, additionalData), additionalData);
  } catch (error) {
    if (isUndecryptable(error)) return null;
    throw error;
  }
}
