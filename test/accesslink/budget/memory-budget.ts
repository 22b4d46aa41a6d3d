// The stored budget of a test: in memory, shared by as many gates as a test makes, and failing when it is to.
import type { SharedBudget, SharedState } from '../../../src/accesslink/budget/shared-budget.ts';

export interface MemoryBudget extends SharedBudget {
  readonly state: () => SharedState;
  /** How often it was updated. */
  readonly updates: () => number;
  /** From now on it fails, hangs, or works. What hung before goes on. */
  become(health: 'well' | 'failing' | 'hanging'): void;
}

const NOTHING_KNOWN: SharedState = { short: null, long: null, blockedUntil: null };

/** An empty one, unless it is given what it knows. */
export function createMemoryBudget({ isShared = true, users = 1, state: first = NOTHING_KNOWN } = {}): MemoryBudget {
  let state: SharedState = first;
  let [updates, health] = [0, 'well' as Parameters<MemoryBudget['become']>[0]];
  const listeners = new Set<() => void>();
  let end: () => void = () => {};
  const answer = async () => {
    if (health === 'hanging')
      await new Promise<void>((resolve) => {
        const before = end;
        end = () => [before, resolve].forEach((call) => call());
      });
    if (health === 'failing') throw new Error('The store fails');
  };
  return {
    isShared,
    state: () => state,
    updates: () => updates,
    become: (next) => {
      health = next;
      end();
    },
    update: async (change) => {
      await answer();
      updates += 1;
      state = change(state);
    },
    registeredUsers: async () => {
      await answer();
      return users;
    },
    announce: async () => {
      await answer();
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
