// The one gate before AccessLink: every call passes it, in its turn, when the budget has a call for it.
import type { Clock } from '../../clock.ts';
import type { AccessLinkError } from '../errors.ts';
import type { RateLimit } from '../rate-limit.ts';
import { type Admission, createAdmission, type PersonShare, type Rejection } from './admission.ts';
import { type BudgetState, budgetAt, withBlock, withHeaders, withoutUnsentCall, withSentCall } from './budget-state.ts';
import type { BudgetCall } from './call.ts';
import { type CallSlots, createCallSlots } from './call-slots.ts';
import { createFairQueue, MAX_WAIT_MS, type Waiting } from './fair-queue.ts';
import { type GateLoad, type GateRejection, type GateWatch, noWatch } from './gate-watch.ts';
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
  load(): GateLoad;
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
  readonly watch?: GateWatch;
}

/** So many calls of one class wait in one line. */
const MAX_WAITING = 1_000;
const EXPIRY_STEP_MS = 500;
const CONNECTIONS = 24;
const CONNECTIONS_EACH = 16;
/** All who have not proved who they are stand in one line. */
const STRANGERS = 'strangers';
const MIN_RESERVE = 4;
const BUSY = { reason: 'busy', waitMs: 1_000 } as const;

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
  readonly #watch: GateWatch;
  readonly #queue = createFairQueue<WaitingCall>();
  readonly #admission: Admission = createAdmission();
  readonly #proven: ProvenPeople = createProvenPeople();
  readonly #slots: CallSlots;
  readonly #sync: Synchronisation;
  #sent = 0;
  #isExpiring = false;

  constructor({ clock, shared = null, watch = noWatch, ...limits }: GateOptions) {
    const { connections: all = CONNECTIONS, connectionsEach: each = CONNECTIONS_EACH } = limits;
    [this.#clock, this.#watch, this.#slots] = [clock, watch, createCallSlots({ all, each })];
    this.#sync = createSynchronisation({ clock, shared, inFlight: () => this.#slots.count });
  }

  budget = (): BudgetState => budgetAt(this.#sync.budget(), this.#clock.elapsed(), this.#slots.count);
  isProven = (person: string): boolean => this.#proven.has(person);
  shareOf = (person: string): PersonShare => this.#admission.shareOf(person, this.budget());
  load = (): GateLoad => ({ inFlight: this.#slots.count, waiting: this.#queue.sizes() });
  close = (): Promise<void> => this.#sync.close();

  enter(call: BudgetCall): Promise<Pass> {
    const known = this.#known(call);
    const line = known.isProven ? known.person : STRANGERS;
    const rejection = this.#decide(known);
    if (rejection) return Promise.reject(this.#failure(call, rejection));
    if (this.#queue.waiting(call.class, line) >= MAX_WAITING) return Promise.reject(this.#failure(call, BUSY));
    return new Promise<Pass>((resolve, reject) => {
      const until = this.#clock.elapsed() + MAX_WAIT_MS[call.class];
      this.#queue.add({ class: call.class, line, call, until, resolve, reject });
      this.#pump();
    });
  }

  #known(call: BudgetCall): BudgetCall {
    return call.isProven || !this.#proven.has(call.person) ? call : { ...call, isProven: true };
  }

  #decide(call: BudgetCall): Rejection {
    return this.#admission.decide(this.#known(call), this.budget(), this.#clock.elapsed());
  }

  /** The error for a call that is not sent. */
  #failure(call: BudgetCall, { reason, waitMs }: Pick<GateRejection, 'reason' | 'waitMs'>): AccessLinkError {
    this.#watch.rejected({ reason, waitMs, callClass: call.class });
    return notSent(call, reason, waitMs);
  }

  /** Sends as many waiting calls as there are connections for, each person in turn. */
  #pump(): void {
    while (this.#queue.size > 0 && this.#slots.isFree) {
      if (this.#sync.mustWait()) return this.#exchangeFirst();
      const next = this.#queue.next(({ line }) => this.#slots.mayTake(line));
      if (!next) break;
      const call = this.#known(next.call);
      const rejection = this.#decide(call);
      if (rejection) next.reject(this.#failure(call, rejection));
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
    const [now, inFlight] = [this.#clock.elapsed(), this.#slots.count];
    this.#admission.count(call, this.budget(), now);
    this.#sync.change((budget) => withSentCall(budgetAt(budget, now, inFlight), now));
    this.#sent += 1;
    this.#slots.take(line);
    return this.#passOf(call, line);
  }

  #passOf(call: BudgetCall, line: string): Pass {
    return {
      observe: (rateLimit) => this.#observe(rateLimit),
      prove: () => {
        this.#admission.accept(call, this.budget(), this.#clock.elapsed());
        this.#proven.add(call.person);
      },
      block: (seconds) => {
        this.#watch.paused(seconds);
        this.#sync.change((budget) => withBlock(budget, this.#clock.elapsed(), seconds));
        this.#rejectWaiting();
        return this.#sync.announce(0);
      },
      cancel: () => {
        this.#admission.discount(call, this.budget());
        this.#sync.change(withoutUnsentCall);
      },
      end: () => {
        this.#slots.release(line);
        this.#pump();
      },
    };
  }

  #observe(rateLimit: RateLimit): void {
    const now = this.#clock.elapsed();
    const stated = inElapsedTime(rateLimit, this.#clock);
    const { count } = this.#slots;
    const others = Math.max(0, count - 1);
    this.#sync.change((budget) => withHeaders(budgetAt(budget, now, count), stated, { now, others }));
  }

  /** Whatever may not be sent any more need not wait to learn it. */
  #rejectWaiting(): void {
    for (const { call, reject } of this.#queue.remove(({ call }) => this.#decide(call) !== null))
      reject(this.#failure(call, this.#decide(call) ?? BUSY));
  }

  #expireLater(): void {
    if (this.#isExpiring || this.#queue.size === 0) return;
    this.#isExpiring = true;
    this.#clock.after(EXPIRY_STEP_MS, () => {
      this.#isExpiring = false;
      const now = this.#clock.elapsed();
      for (const { call, reject } of this.#queue.remove(({ until }) => now >= until))
        reject(this.#failure(call, { reason: 'busy', waitMs: MAX_WAIT_MS[call.class] }));
      this.#expireLater();
    });
  }
}
