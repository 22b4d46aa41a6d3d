// Duties in the database: one row each, changed by conditional updates only.
import type { Kysely } from 'kysely';
import type { ClaimedDuty, DutyClaim, DutyStore } from '../contract/duties.ts';
import type { Tables } from './schema.ts';

/** Duties in the tables of an engine. */
export function createDutyStore(db: Kysely<Tables>): DutyStore {
  return {
    claim: (claim, maxAheadMs) => claimDuty(db, claim, maxAheadMs),
    renew: async ({ name, holder, now, leaseMs }) => {
      const renewed = await ofHolder(db, { name, holder })
        .set({ leased_until: now + leaseMs })
        .executeTakeFirst();
      return renewed.numUpdatedRows > 0n;
    },
    save: async (claim, progress) => {
      const saved = await ofHolder(db, claim).set({ progress }).executeTakeFirst();
      return saved.numUpdatedRows > 0n;
    },
    release: async (claim, dueAt) => {
      await ofHolder(db, claim).set({ holder: '', leased_until: 0, due_at: dueAt }).execute();
    },
  };
}

/** Ends every lease: for a process that knows that there is no other. */
export async function freeDuties(db: Kysely<Tables>): Promise<void> {
  await db.updateTable('duties').set({ holder: '', leased_until: 0 }).execute();
}

/** Whoever takes a duty over is its holder: what the one before still says about it changes nothing. */
function ofHolder(db: Kysely<Tables>, { name, holder }: Pick<DutyClaim, 'name' | 'holder'>) {
  return db.updateTable('duties').where('name', '=', name).where('holder', '=', holder);
}

async function claimDuty(
  db: Kysely<Tables>,
  { name, holder, now, leaseMs }: DutyClaim,
  maxAheadMs: number,
): Promise<ClaimedDuty> {
  const unknown = { name, holder: '', leased_until: 0, due_at: 0, progress: null };
  await db
    .insertInto('duties')
    .values(unknown)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const claimed = await db
    .updateTable('duties')
    .set({ holder, leased_until: now + leaseMs })
    .where('name', '=', name)
    .where((row) => row.or([row('leased_until', '<=', now), row('leased_until', '>', now + maxAheadMs + leaseMs)]))
    .where((row) => row.or([row('due_at', '<=', now), row('due_at', '>', now + maxAheadMs)]))
    .returning('progress')
    .executeTakeFirst();
  if (claimed) return { isHeld: true, progress: claimed.progress };
  const other = await db
    .selectFrom('duties')
    .select(['leased_until', 'due_at'])
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return { isHeld: false, dueAt: Math.max(other.leased_until, other.due_at) };
}
