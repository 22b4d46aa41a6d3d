// The request budget in the store, as the gate before AccessLink uses it.
import type { SharedBudget } from '../accesslink/budget/shared-budget.ts';
import type { Store } from '../store/contract/store.ts';

/** Null without a store: the budget is known to this process alone, and forgotten with it. */
export function sharedBudgetIn(store: Pick<Store, 'budget' | 'signals' | 'isShared'> | null): SharedBudget | null {
  if (!store) return null;
  const { budget, signals, isShared } = store;
  return {
    isShared,
    update: (change) => budget.update(change),
    registeredUsers: () => budget.countUsers(),
    announce: () => signals.send({ type: 'budget' }),
    listen: (listener) =>
      signals.listen(({ type }) => {
        if (type === 'budget' || type === 'missed') listener();
      }),
  };
}
