// Keeps the budget of this process and the shared one together. The store may cost a moment, never an answer.
import { type Clock, waitAtMost } from '../../clock.ts';
import { type BudgetState, newBudget, withUsers } from './budget-state.ts';
import { exchanged, type SharedBudget, withoutReserve } from './shared-budget.ts';

export interface Synchronisation {
  /** The budget as it is known now. */
  budget(): BudgetState;
  /** Changes it; while it is exchanged with the store, afterwards. */
  change(next: (budget: BudgetState) => BudgetState): void;
  /** Whether calls wait: it must be exchanged before the next call is sent, or is being exchanged. */
  mustWait(): boolean;
  /** Exchanges it, with so many calls wanted. Resolves when that is done, or the store does not answer. Never rejects. */
  exchange(want: number): Promise<void>;
  /** Exchanges it, and makes all other processes do so before their next call. Never rejects. */
  announce(want: number): Promise<void>;
  /** Gives back what is reserved. */
  close(): Promise<void>;
}

export interface SynchronisationOptions {
  readonly clock: Clock;
  /** Null: the budget is that of this process alone, and ends with it. */
  readonly shared: SharedBudget | null;
  readonly inFlight: () => number;
}

/** How long a call waits for the store. */
const STORE_LIMIT_MS = 500;
/** A store that fails is left alone for so long. */
const PAUSE_MS = 5_000;
/** How long a reservation holds where others may be waiting for it; and how long an exchange holds that found nothing left. */
const LEASE_MS = 1_000;

/** Nothing is read before the first call. */
export function createSynchronisation(options: SynchronisationOptions): Synchronisation {
  return new StoreSynchronisation(options);
}

type Change = (budget: BudgetState) => BudgetState;

interface Outcome {
  /** Null until the store has taken it. */
  next: BudgetState | null;
  /** Nobody waits for it any more. */
  isOver: boolean;
}

class StoreSynchronisation implements Synchronisation {
  readonly #options: SynchronisationOptions;
  readonly #stopListening: () => void;
  #budget = newBudget(1);
  #isLoaded = false;
  /** Whether the last exchange found calls that are left. */
  #isLeft = true;
  #syncedAt = Number.NEGATIVE_INFINITY;
  #downUntil = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | null = null;
  /** Whether an exchange that took too long is still under way. Another one would take a connection of the store as well. */
  #isHanging = false;
  #delayed: Change[] = [];

  constructor(options: SynchronisationOptions) {
    this.#options = options;
    const forgetAge = () => {
      this.#syncedAt = Number.NEGATIVE_INFINITY;
    };
    this.#stopListening = options.shared?.listen(forgetAge) ?? (() => {});
  }

  budget(): BudgetState {
    return this.#budget;
  }

  change(next: Change): void {
    if (this.#running) this.#delayed.push(next);
    else this.#budget = next(this.#budget);
  }

  mustWait(): boolean {
    if (this.#running) return true;
    const store = this.#store();
    if (store === null) return false;
    const isFresh = this.#options.clock.elapsed() - this.#syncedAt < LEASE_MS;
    return this.#hasReserve() ? store.isShared && !isFresh : this.#isLeft || !isFresh;
  }

  async exchange(want: number): Promise<void> {
    const store = this.#store();
    if (!this.#running && store) this.#running = this.#run(store, want);
    await this.#running;
  }

  async announce(want: number): Promise<void> {
    const announce = async () => {
      await this.#running;
      await this.exchange(want);
      await this.#store()?.announce();
    };
    await waitAtMost(this.#options.clock, STORE_LIMIT_MS, announce());
  }

  async close(): Promise<void> {
    await this.#running;
    this.#stopListening();
    if (this.#isLoaded) await this.exchange(0);
  }

  /** Null without one, and for a while after it has failed. */
  #store(): SharedBudget | null {
    const { clock, shared } = this.#options;
    return this.#isHanging || clock.elapsed() < this.#downUntil ? null : shared;
  }

  #hasReserve(): boolean {
    return this.#budget.short.ahead > 0 && this.#budget.long.ahead > 0;
  }

  async #run(store: SharedBudget, want: number): Promise<void> {
    const { clock } = this.#options;
    const outcome: Outcome = { next: null, isOver: false };
    const updating = this.#update(store, want, outcome).finally(() => {
      this.#isHanging = false;
    });
    this.#isHanging = true;
    await waitAtMost(clock, STORE_LIMIT_MS, updating);
    outcome.isOver = true;
    if (outcome.next) {
      [this.#budget, this.#isLoaded, this.#syncedAt] = [outcome.next, true, clock.elapsed()];
      this.#isLeft = this.#hasReserve();
    } else {
      [this.#budget, this.#downUntil] = [withoutReserve(this.#budget), clock.elapsed() + PAUSE_MS];
    }
    for (const change of this.#delayed) this.#budget = change(this.#budget);
    [this.#running, this.#delayed] = [null, []];
  }

  /** Finds the budget after an exchange. It does not change meanwhile: changes are delayed. */
  async #update(store: SharedBudget, want: number, outcome: Outcome): Promise<void> {
    const { clock, inFlight } = this.#options;
    const base = this.#isLoaded ? this.#budget : withUsers(this.#budget, await store.registeredUsers());
    let next = base;
    await store.update((stored) => {
      // What is too late would be counted again by the exchange after it.
      if (outcome.isOver) return stored;
      const exchange = { now: clock.elapsed(), epochNow: clock.now(), want, inFlight: inFlight() };
      const both = exchanged(base, stored, exchange);
      next = both.budget;
      return both.stored;
    });
    outcome.next = next;
  }
}
