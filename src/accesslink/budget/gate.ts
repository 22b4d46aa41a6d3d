// The one gate before AccessLink: every call passes it, in its turn, when the budget has a call for it.
import type { Clock } from '../../clock.ts';
import type { AccessLinkError } from '../errors.ts';
import type { RateLimit } from '../rate-limit.ts';
import { type Admission, createAdmission, type PersonShare } from './admission.ts';
import { type BudgetState, budgetAt, withBlock, withHeaders, withoutUnsentCall, withSentCall } from './budget-state.ts';
import type { CallClass } from '../call-origin.ts';
import type { BudgetCall } from './call.ts';
import { createFairQueue, type Waiting } from './fair-queue.ts';
import type { Pass } from './pass.ts';
import { createProvenPeople, type ProvenPeople } from './proven-people.ts';
import { notSent } from './rejections.ts';
import type { SharedBudget } from './shared-budget.ts';
import { inElapsedTime } from './stated-rate-limit.ts';
import { createSynchronisation, type Synchronisation } from './synchronisation.ts';

export interface Gate {
  /** Resolves when a call may be sent. Rejects with an AccessLinkError `rate-limited` when it may not, or not soon. */
  enter(call: BudgetCall): Promise<Pass>;
  /** The budget as it is known now. */
  budget(): BudgetState;
  /** Whether AccessLink has accepted the credential of a person since this process began. */
  isProven(person: string): boolean;
  shareOf(person: string): PersonShare;
  /** For metrics: calls in flight, and calls that wait. */
  load(): { readonly inFlight: number; readonly waiting: number };
  /** Gives back what is reserved. */
  close(): Promise<void>;
}

export interface GateOptions {
  readonly clock: Clock;
  /** Null: the budget is that of this process alone. */
  readonly shared?: SharedBudget | null;
  /** How many calls are in flight at most, of all and of one person. */
  readonly connections?: number;
  readonly connectionsEach?: number;
}

/** How long a call waits for its turn, by class, in milliseconds. */
const MAX_WAIT_MS: Readonly<Record<CallClass, number>> = {
  commit: 30_000,
  person: 10_000,
  delivery: 30_000,
  background: 60_000,
};
/** So many calls of one class wait in one line. */
const MAX_WAITING = 1_000;
const EXPIRY_STEP_MS = 500;
const CONNECTIONS = 24;
const CONNECTIONS_EACH = 16;
/** All who have not proved who they are stand in one line. */
const STRANGERS = 'strangers';
const MIN_RESERVE = 4;

interface WaitingCall extends Waiting {
  readonly call: BudgetCall;
  readonly until: number;
  readonly resolve: (pass: Pass) => void;
  readonly reject: (failure: AccessLinkError) => void;
}

/** Nothing is sent or read before the first call. */
export function createGate(options: GateOptions): Gate {
  return new BudgetGate(options);
}

class BudgetGate implements Gate {
  readonly #clock: Clock;
  readonly #limits: { readonly all: number; readonly each: number };
  readonly #queue = createFairQueue<WaitingCall>();
  readonly #admission: Admission = createAdmission();
  readonly #proven: ProvenPeople = createProvenPeople();
  readonly #inFlight = new Map<string, number>();
  readonly #sync: Synchronisation;
  #count = 0;
  #sent = 0;
  #isExpiring = false;

  constructor({ clock, shared = null, connections = CONNECTIONS, connectionsEach = CONNECTIONS_EACH }: GateOptions) {
    this.#clock = clock;
    this.#limits = { all: connections, each: connectionsEach };
    this.#sync = createSynchronisation({ clock, shared, inFlight: () => this.#count });
  }

  budget = (): BudgetState => budgetAt(this.#sync.budget(), this.#clock.elapsed(), this.#count);
  isProven = (person: string): boolean => this.#proven.has(person);
  shareOf = (person: string): PersonShare => this.#admission.shareOf(person, this.budget());
  load = () => ({ inFlight: this.#count, waiting: this.#queue.size });
  close = (): Promise<void> => this.#sync.close();

  enter(call: BudgetCall): Promise<Pass> {
    const known = this.#known(call);
    const line = known.isProven ? known.person : STRANGERS;
    const rejection = this.#reject(known);
    if (rejection) return Promise.reject(rejection);
    if (this.#queue.waiting(call.class, line) >= MAX_WAITING) return Promise.reject(notSent(call, 'busy', 1_000));
    return new Promise<Pass>((resolve, reject) => {
      const until = this.#clock.elapsed() + MAX_WAIT_MS[call.class];
      this.#queue.add({ class: call.class, line, call, until, resolve, reject });
      this.#pump();
    });
  }

  #known(call: BudgetCall): BudgetCall {
    return call.isProven || !this.#proven.has(call.person) ? call : { ...call, isProven: true };
  }

  /** Why a call may not be sent now, as the error for it. */
  #reject(call: BudgetCall): AccessLinkError | null {
    const rejection = this.#admission.decide(call, this.budget(), this.#clock.elapsed());
    return rejection && notSent(call, rejection.reason, rejection.waitMs);
  }

  /** Sends as many waiting calls as there are connections for, each person in turn. */
  #pump(): void {
    while (this.#queue.size > 0 && this.#count < this.#limits.all) {
      if (this.#sync.mustWait()) return this.#exchangeFirst();
      const next = this.#queue.next(({ line }) => (this.#inFlight.get(line) ?? 0) < this.#limits.each);
      if (!next) break;
      const call = this.#known(next.call);
      const rejection = this.#reject(call);
      if (rejection) next.reject(rejection);
      else next.resolve(this.#send(call, next.line));
    }
    this.#expireLater();
  }

  #exchangeFirst(): void {
    void this.#sync.exchange(this.#wanted()).then(() => this.#pump());
  }

  /** As many as wait, and as were sent since the last exchange, but not much of a window. */
  #wanted(): number {
    const most = Math.max(MIN_RESERVE, Math.floor(this.budget().short.limit / 40));
    const wanted = Math.min(most, Math.max(MIN_RESERVE, this.#queue.size + this.#sent));
    this.#sent = 0;
    return wanted;
  }

  #send(call: BudgetCall, line: string): Pass {
    const now = this.#clock.elapsed();
    this.#admission.count(call, this.budget(), now);
    this.#sync.change((budget) => withSentCall(budgetAt(budget, now, this.#count), now));
    this.#count += 1;
    this.#sent += 1;
    this.#inFlight.set(line, (this.#inFlight.get(line) ?? 0) + 1);
    return this.#passOf(call, line);
  }

  #passOf(call: BudgetCall, line: string): Pass {
    return {
      observe: (rateLimit) => this.#observe(rateLimit),
      prove: () => this.#proven.add(call.person),
      block: (seconds) => {
        this.#sync.change((budget) => withBlock(budget, this.#clock.elapsed(), seconds));
        this.#rejectWaiting();
        return this.#sync.announce(0);
      },
      cancel: () => {
        this.#admission.discount(call, this.budget());
        this.#sync.change(withoutUnsentCall);
      },
      end: () => {
        this.#count -= 1;
        const left = (this.#inFlight.get(line) ?? 1) - 1;
        if (left > 0) this.#inFlight.set(line, left);
        else this.#inFlight.delete(line);
        this.#pump();
      },
    };
  }

  #observe(rateLimit: RateLimit): void {
    const now = this.#clock.elapsed();
    const stated = inElapsedTime(rateLimit, this.#clock);
    const others = Math.max(0, this.#count - 1);
    this.#sync.change((budget) => withHeaders(budgetAt(budget, now, this.#count), stated, { now, others }));
  }

  /** Whatever may not be sent any more need not wait to learn it. */
  #rejectWaiting(): void {
    for (const { call, reject } of this.#queue.remove(({ call }) => this.#reject(this.#known(call)) !== null))
      reject(this.#reject(this.#known(call)) ?? notSent(call, 'busy', 1_000));
  }

  #expireLater(): void {
    if (this.#isExpiring || this.#queue.size === 0) return;
    this.#isExpiring = true;
    this.#clock.after(EXPIRY_STEP_MS, () => {
      this.#isExpiring = false;
      const now = this.#clock.elapsed();
      for (const { call, reject } of this.#queue.remove(({ until }) => now >= until))
        reject(notSent(call, 'busy', MAX_WAIT_MS[call.class]));
      this.#expireLater();
    });
  }
}
