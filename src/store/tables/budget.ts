// The request budget: one row, which processes read and replace one after the other.
import type { BudgetStore, StoredBudget } from '../contract/budget.ts';
import type { Engine } from '../engines/engine.ts';
import { toJson } from './json.ts';

const NOTHING_KNOWN: StoredBudget = { short: null, long: null, blockedUntil: null };

/** The budget in the tables of an engine. */
export function createBudgetStore({ db, lock }: Pick<Engine, 'db' | 'lock'>): BudgetStore {
  return {
    update: (change) =>
      db.transaction().execute(async (trx) => {
        await lock(trx, 'request_budget', 'exclusive');
        const row = await trx.selectFrom('request_budget').select('state').where('id', '=', 1).executeTakeFirst();
        const state = toJson(change(row ? (JSON.parse(row.state) as StoredBudget) : NOTHING_KNOWN));
        await trx
          .insertInto('request_budget')
          .values({ id: 1, state })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ state }))
          .execute();
      }),
    countUsers: async () => {
      const row = await db
        .selectFrom('users')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirst();
      return Number(row?.count ?? 0);
    },
  };
}
