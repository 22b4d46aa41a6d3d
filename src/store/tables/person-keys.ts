// The keys under which what is stored of people is encrypted: one a person, itself encrypted with SECRET_KEY, and apart from
// the data.
import type { KeyObject } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../contract/instant.ts';
import type { Encryption } from '../crypto/encryption.ts';
import type { ValueKey } from '../crypto/value-cipher.ts';
import type { Engine } from '../engines/engine.ts';
import type { RowReaders } from '../engines/engine-rows.ts';
import { deleteEncryptedOf, finishErasure } from './encrypted-values.ts';
import { createKeyRows, type FoundKeys } from './key-rows.ts';
import type { Tables } from './schema.ts';
import { forgetKeys, notedKeys, noteKey } from './value-keys.ts';

export interface PersonKeys {
  /**
   * The key of a person, made when there is none, and flushed before anything that it encrypts. To be called in the
   * transaction that uses it, which has locked the person, before that writes anything.
   */
  forWriting(trx: Transaction<Tables>, polarUserId: string): Promise<ValueKey>;
  /** The keys of those who have one, and whose values are under that one. */
  find(db: Kysely<Tables>, polarUserIds: readonly string[]): Promise<FoundKeys>;
  /** The same for few people, without Kysely. */
  findFast(rows: RowReaders, polarUserIds: readonly string[]): Promise<FoundKeys>;
  /** The keys of those whose values may be written: what `forWriting` would find without doing anything. */
  current(rows: RowReaders, polarUserIds: readonly string[]): Promise<ReadonlyMap<string, KeyObject>>;
  /** The gateway's own, made when there is none, or none that SECRET_KEY opens. */
  ofGateway(): Promise<ValueKey>;
  /** Deletes keys before the transaction commits. */
  delete(trx: Transaction<Tables>, polarUserIds: readonly string[]): Promise<void>;
  /** Deletes what is left of somebody whose values are not under a key that there is; how many values. */
  deleteGone(trx: Transaction<Tables>, polarUserId: string): Promise<number>;
  /** Whose keys there are, the gateway's aside. */
  holders(): Promise<string[]>;
}

/** Nobody has this id. */
const GATEWAY = '';

/** Keys in the table of an engine. What an erasure that was broken off has left is from before `openedAt`. */
export function createPersonKeys(engine: Engine, encryption: Encryption, openedAt: Instant): PersonKeys {
  const { find, findFast, current, findOrMake, deleteSome } = createKeyRows(engine, encryption);
  let gateway: ValueKey | null = null;
  return {
    find,
    findFast,
    current,
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
