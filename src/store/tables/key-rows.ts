// The rows of the keys of people: read, made, deleted, and opened.
import type { KeyObject } from 'node:crypto';
import type { Kysely } from 'kysely';
import { personKeyAdditionalData } from '../crypto/additional-data.ts';
import type { Encryption } from '../crypto/encryption.ts';
import { generatePersonKey, keyIdOf, personKeyFrom } from '../crypto/value-cipher.ts';
import type { Engine } from '../engines/engine.ts';
import type { RowReaders } from '../engines/engine-rows.ts';
import { chunksOf, padded } from './chunks.ts';
import { PERSON_KEYS, places, readNotedKeys } from './record-statements.ts';
import type { KeyTables, Tables } from './schema.ts';
import { notedKeys } from './value-keys.ts';

export interface FoundKeys {
  /** Undefined when there is none. Throws (`undecryptable`) when SECRET_KEY does not open it. */
  get(polarUserId: string): KeyObject | undefined;
  has(polarUserId: string): boolean;
  /** Whether there is one, and SECRET_KEY opens it. */
  opens(polarUserId: string): boolean;
}

/** Decrypted keys in memory; a key is found by its encrypted text, so that one that was replaced is never used. */
const MAX_OPEN = 2_000;
const IDS_AT_ONCE = 500;

type KeyRow = KeyTables['person_keys'];

/** The rows of keys, opened. */
export function createKeyRows(engine: Engine, encryption: Encryption) {
  const open = createOpener(encryption);
  const readSome = async (db: Kysely<Tables>, some: readonly string[]) =>
    engine.keysIn(db).selectFrom('person_keys').selectAll().where('polar_user_id', 'in', padded(some)).execute();
  const find = async (db: Kysely<Tables>, wanted: readonly string[]) => {
    const rows = [];
    for (const some of chunksOf([...new Set(wanted)], IDS_AT_ONCE)) {
      const noted = await notedKeys(db, some);
      rows.push(...(await readSome(db, some)).filter((row) => isCurrent(row, noted, open)));
    }
    return foundKeys(rows, open);
  };
  /** Whether it is new: of processes that make one at once, the first does. */
  const make = async (db: Kysely<Tables>, polarUserId: string) => {
    const key = encryption.encrypt(generatePersonKey(), personKeyAdditionalData(polarUserId));
    const made = await engine
      .keysIn(db)
      .insertInto('person_keys')
      .values({ polar_user_id: polarUserId, key_encrypted: key })
      .onConflict((conflict) => conflict.column('polar_user_id').doNothing())
      .executeTakeFirst();
    return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
  };
  const findOrMake = async (db: Kysely<Tables>, polarUserId: string) => {
    const [known] = await readSome(db, [polarUserId]);
    if (known) return { ...open(known), isNew: false };
    const isNew = await make(db, polarUserId);
    const [made] = await readSome(db, [polarUserId]);
    if (!made) throw new Error('Cannot find a key that was just made');
    return { ...open(made), isNew };
  };
  const deleteSome = async (db: Kysely<Tables>, ids: readonly string[]) => {
    await engine.keysIn(db).deleteFrom('person_keys').where('polar_user_id', 'in', ids).execute();
  };
  return { find, findOrMake, deleteSome, ...createFastReads(engine, open) };
}

/** The same for few people, without Kysely. */
function createFastReads(engine: Pick<Engine, 'name'>, open: OpenKey) {
  const readBoth = async (readers: RowReaders, people: readonly string[]) => {
    const ids = padded(people);
    const noted = await readers.data<Tables['value_keys']>(readNotedKeys(ids.length), ids);
    const rows = await readers.keys<KeyRow>(
      `select polar_user_id, key_encrypted from ${PERSON_KEYS[engine.name]} where polar_user_id in (${places(ids.length)})`,
      ids,
    );
    return { noted: new Map(noted.map((row) => [row.polar_user_id, row.key_id])), rows };
  };
  return {
    findFast: async (readers: RowReaders, people: readonly string[]) => {
      if (people.length === 0) return foundKeys([], open);
      const { noted, rows } = await readBoth(readers, people);
      return foundKeys(
        rows.filter((row) => isCurrent(row, noted, open)),
        open,
      );
    },
    current: async (readers: RowReaders, people: readonly string[]) => {
      const { noted, rows } = await readBoth(readers, people);
      const found = foundKeys(rows, open);
      const current = new Map<string, KeyObject>();
      for (const row of rows) {
        const { polar_user_id: person } = row;
        if (found.opens(person) && open(row).id === noted.get(person)) current.set(person, open(row).key);
      }
      return current;
    },
  };
}

interface OpenedKey {
  readonly key: KeyObject;
  readonly id: string;
}

type OpenKey = (row: KeyRow) => OpenedKey;

/** Whether it is the key that is noted with the values; of one that cannot be opened nobody knows. */
function isCurrent(row: KeyRow, noted: ReadonlyMap<string, string>, open: OpenKey): boolean {
  const id = noted.get(row.polar_user_id);
  try {
    return id === undefined || open(row).id === id;
  } catch {
    return true;
  }
}

function foundKeys(rows: readonly KeyRow[], open: OpenKey): FoundKeys {
  const byId = new Map(rows.map((row) => [row.polar_user_id, row]));
  const get = (polarUserId: string) => {
    const row = byId.get(polarUserId);
    return row && open(row).key;
  };
  return {
    get,
    has: (polarUserId) => byId.has(polarUserId),
    opens: (polarUserId) => {
      try {
        return get(polarUserId) !== undefined;
      } catch {
        return false;
      }
    },
  };
}

function createOpener(encryption: Encryption): OpenKey {
  const opened = new Map<string, OpenedKey>();
  return ({ polar_user_id: polarUserId, key_encrypted: keyEncrypted }) => {
    const known = opened.get(keyEncrypted);
    if (known) return known;
    const key = personKeyFrom(encryption.decrypt(keyEncrypted, personKeyAdditionalData(polarUserId)));
    const [oldest] = opened.keys();
    if (opened.size >= MAX_OPEN && oldest !== undefined) opened.delete(oldest);
    const entry = { key, id: keyIdOf(key) };
    opened.set(keyEncrypted, entry);
    return entry;
  };
}
