// A database of the version before values were packed: every value is read as it was written, and replaced by a packed one.
import { expect, it } from 'vitest';
import {
  itemAdditionalData,
  personKeyAdditionalData,
  recordAdditionalData,
  recordsAdditionalData,
} from '../../../src/store/crypto/additional-data.ts';
import { createEncryption } from '../../../src/store/crypto/encryption.ts';
import { encryptValue, generatePersonKey, keyIdOf, personKeyFrom } from '../../../src/store/crypto/value-cipher.ts';
import { record } from '../samples.ts';
import { type InDatabase, keys, NOW, type TestDatabase } from '../test-database.ts';

const SHORT = [{ date: '2026-11-20', score: 80 }];
/** Compressed by the version before. */
const LONG = [{ date: '2026-11-21', list: Array.from({ length: 2_000 }, (_, index) => index) }];
const PLAIN = [{ date: '2026-11-22', score: 60 }];
const item = { kind: 'ACTIVITY', polar_user_id: '476', item_id: 'i' } as const;
const secret = generatePersonKey();
const key = { key: personKeyFrom(secret), isOfGateway: false };

/** The tables as version 10 had them. */
const TABLES = `drop table records; drop table partitions; drop table resources;
  create table records (
    partition text not null, polar_user_id text, resource text not null, record_key text not null, flags text not null,
    value text not null, is_nothing bigint not null, fetched_at bigint not null, fresh_until bigint not null,
    value_encrypted BYTES, primary key (partition, resource, record_key, flags));
  create table partitions (
    partition text not null primary key, polar_user_id text not null, token_hash text, used_at bigint not null);
  delete from schema_versions where version > 10;
  insert into partitions values ('q', '476', 'a token', ${NOW})`;

/** Makes a database of now one of version 10, with values of somebody. */
async function createVersion10({ open, run, runOnKeys, engine }: TestDatabase): Promise<void> {
  await (await open()).close();
  await run(TABLES.replace('BYTES', engine === 'sqlite' ? 'blob' : 'bytea'));
  const encryptedKey = createEncryption(keys).encrypt(secret, personKeyAdditionalData('476'));
  await runOnKeys(`insert into person_keys (polar_user_id, key_encrypted) values ('476', '${encryptedKey}')`);
  await run(`insert into value_keys (polar_user_id, key_id) values ('476', '${keyIdOf(key.key)}')`);
  const bytes = (value: unknown, additionalData: string) => {
    const hex = Buffer.from(encryptValue(key, JSON.stringify(value), additionalData)).toString('hex');
    return engine === 'sqlite' ? `x'${hex}'` : `'\\x${hex}'`;
  };
  const common = recordsAdditionalData('q', 'sleep');
  const insert = (date: string, plain: string, encrypted: string) =>
    run(`insert into records (partition, polar_user_id, resource, record_key, flags, value, is_nothing, fetched_at,
      fresh_until, value_encrypted) values ('q', '476', 'sleep', '${date}', '[]', '${plain}', 0, 1, 2, ${encrypted})`);
  for (const value of [SHORT, LONG]) {
    const date = value[0]?.date ?? '';
    await insert(date, '', bytes(value, recordAdditionalData(common, { record_key: date, flags: '[]' })));
  }
  await insert('2026-11-22', JSON.stringify(PLAIN), 'null');
  await run(`insert into imported_items (kind, polar_user_id, item_id, value, value_encrypted, imported_at)
    values ('ACTIVITY', '476', 'i', '', ${bytes(SHORT, itemAdditionalData(item))}, 5)`);
}

export function olderValueContract(inDatabase: InDatabase): void {
  it(
    'are read, encrypted when they are in plain, replaced by newer ones, and erased',
    inDatabase(async (database) => {
      await createVersion10(database);
      const { records, imports, encryption, erasure } = await database.open();
      const dates = ['2026-11-20', '2026-11-21', '2026-11-22'];
      const values = async () => (await records.read('q', 'sleep', dates)).map(({ value }) => value);
      expect(await values()).toEqual([SHORT, LONG, PLAIN]);
      expect(await records.ownerOf('q')).toBe('476');
      expect(await imports.items('476', 'ACTIVITY', 5)).toEqual([{ id: 'i', value: SHORT, importedAt: 5 }]);
      expect(await encryption.encryptPlain()).toBe(1);
      expect(await values()).toEqual([SHORT, LONG, PLAIN]);
      const newer = record({ value: ['newer'] });
      await records.write({ partition: 'q', polarUserId: '476', tokenHash: 'a token' }, [newer]);
      expect(await values()).toEqual([['newer'], LONG, PLAIN]);
      expect((await erasure.dataOfToken('a token')).erased.records).toBe(3);
      expect(await values()).toEqual([]);
    }),
  );
}
