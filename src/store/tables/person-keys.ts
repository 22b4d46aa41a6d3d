// The keys under which what is stored of people is encrypted: one a person, itself encrypted with SECRET_KEY, and apart from
// the data.
import type { KeyObject } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { personKeyAdditionalData } from '../crypto/additional-data.ts';
import type { Encryption } from '../crypto/encryption.ts';
import { generatePersonKey, keyIdOf, personKeyFrom, type ValueKey } from '../crypto/value-cipher.ts';
import type { Engine } from '../engines/engine.ts';
import { chunksOf, padded } from './chunks.ts';
import type { KeyTables, Tables } from './schema.ts';
import { deleteEncryptedOf, finishErasure } from './encrypted-values.ts';
import type { Instant } from '../contract/instant.ts';
import { forgetKeys, notedKeys, noteKey } from './value-keys.ts';

export interface PersonKeys {
  /**
   * The key of a person, made when there is none, and flushed before anything that it encrypts. To be called in the
   * transaction that uses it, which has locked the person, before that writes anything.
   */
  forWriting(trx: Transaction<Tables>, polarUserId: string): Promise<ValueKey>;
  /** The keys of those who have one, and whose values are under that one. */
  find(db: Kysely<Tables>, polarUserIds: readonly string[]): Promise<FoundKeys>;
  /** The gateway's own, made when there is none, or none that SECRET_KEY opens. */
  ofGateway(): Promise<ValueKey>;
  /** Deletes keys before the transaction commits. */
  delete(trx: Transaction<Tables>, polarUserIds: readonly string[]): Promise<void>;
  /** Deletes what is left of somebody whose values are not under a key that there is; how many values. */
  deleteGone(trx: Transaction<Tables>, polarUserId: string): Promise<number>;
  /** Whose keys there are, the gateway's aside. */
  holders(): Promise<string[]>;
}

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
/** Nobody has this id. */
const GATEWAY = '';

/** Keys in the table of an engine. What an erasure that was broken off has left is from before `openedAt`. */
export function createPersonKeys(engine: Engine, encryption: Encryption, openedAt: Instant): PersonKeys {
  const { find, findOrMake, deleteSome } = createKeyRows(engine, encryption);
  let gateway: ValueKey | null = null;
  return {
    find,
    forWriting: async (trx, polarUserId) => {
      const { key, id, isNew } = await findOrMake(trx, polarUserId);
      // Nothing is ever under two keys. Before keys were noted, values without one were of a backup whose keys are gone.
      const noted = await noteKey(trx, polarUserId, id);
      if (noted === 'another') await finishErasure(trx, polarUserId, openedAt);
      else if (noted === 'none' && isNew) await deleteEncryptedOf(trx, polarUserId);
      return { key, isOfGateway: false };
    },
    ofGateway: async () => {
      if (gateway) return gateway;
      const found = await find(engine.db, [GATEWAY]);
      // One that was lost must not stop deliveries, and what it encrypts is about nobody known: it is replaced.
      if (found.has(GATEWAY) && !found.opens(GATEWAY)) await deleteSome(engine.db, [GATEWAY]);
      gateway = { key: (await findOrMake(engine.db, GATEWAY)).key, isOfGateway: true };
      return gateway;
    },
    delete: async (trx, polarUserIds) => {
      await deleteSome(trx, polarUserIds);
      await forgetKeys(trx, polarUserIds);
    },
    deleteGone: async (trx, polarUserId) => {
      const isNoted = (await notedKeys(trx, [polarUserId])).size > 0;
      if (!isNoted) return deleteEncryptedOf(trx, polarUserId);
      await forgetKeys(trx, [polarUserId]);
      return finishErasure(trx, polarUserId, openedAt);
    },
    holders: async () => {
      const query = engine.keysIn(engine.db).selectFrom('person_keys').select('polar_user_id');
      return (await query.where('polar_user_id', '<>', GATEWAY).execute()).map((row) => row.polar_user_id);
    },
  };
}

/** The rows of keys, opened. */
function createKeyRows(engine: Engine, encryption: Encryption) {
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
  return { find, findOrMake, deleteSome };
}

interface OpenedKey {
  readonly key: KeyObject;
  readonly id: string;
}

type OpenKey = (row: KeyTables['person_keys']) => OpenedKey;

/** Whether it is the key that is noted with the values; of one that cannot be opened nobody knows. */
function isCurrent(row: KeyTables['person_keys'], noted: ReadonlyMap<string, string>, open: OpenKey): boolean {
  const id = noted.get(row.polar_user_id);
  try {
    return id === undefined || open(row).id === id;
  } catch {
    return true;
  }
}

function foundKeys(rows: readonly KeyTables['person_keys'][], open: OpenKey): FoundKeys {
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
