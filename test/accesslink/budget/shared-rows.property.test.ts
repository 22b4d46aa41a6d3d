// What processes make of the row that they share, against a model that is slow and obvious: it keeps everything that happened.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BudgetState,
  newBudget,
  withBlock,
  withHeaders,
  withSentCall,
} from '../../../src/accesslink/budget/budget-state.ts';
import { exchanged, type SharedState } from '../../../src/accesslink/budget/shared-budget.ts';

/** The clock of the day is ahead of the one that never steps back by so much. */
const OFFSET = 1_700_000_000_000;
const LIMIT = 20;
const RESET = 800_000;
const LONG = { used: 1, limit: 1e6, resetsAt: 80_000_000 };
const known = { limit: LIMIT, used: 0, taken: 0, resetsAt: OFFSET + RESET };
const EMPTY: SharedState = {
  short: known,
  long: { ...known, limit: 1e6, resetsAt: OFFSET + 80_000_000 },
  blockedUntil: null,
};

type Row = SharedState & { readonly short: NonNullable<SharedState['short']> };

/** A process and what became of its calls, as the model knows. */
interface Process {
  budget: BudgetState;
  /** Calls that were sent; those of them that the row has; those that are reserved since the last exchange. */
  sent: number;
  reported: number;
  reserved: number;
}

const newProcess = (): Process => ({ budget: newBudget(1), sent: 0, reported: 0, reserved: 0 });

/** The row, the processes that use it, and those that are gone. */
class World {
  row = EMPTY as Row;
  now = 1_000;
  readonly processes = [newProcess(), newProcess(), newProcess()];
  readonly gone: Process[] = [];
  /** The latest end of a 429 that a process has exchanged, in the time of the clock that never steps back. */
  blockedUntil = 0;
  stated = 0;

  exchange(index: number, want: number): void {
    const process = this.processes[index] as Process;
    const exchange = { want, inFlight: 0, now: this.now, epochNow: OFFSET + this.now };
    const { budget, stored } = exchanged(process.budget, this.row, exchange);
    [process.budget, this.row] = [budget, stored as Row];
    [process.reported, process.reserved] = [process.sent, budget.short.ahead];
    this.blockedUntil = Math.max(this.blockedUntil, budget.blockedUntil ?? 0);
  }

  /** All calls that are sent and reported, or reserved: what is reserved by a process that is gone is lost. */
  taken(): number {
    return [...this.processes, ...this.gone].reduce((sum, one) => sum + one.reported + one.reserved, 0);
  }
}

type Step = (world: World) => void;
const shown = (name: string, step: Step): Step => Object.assign(step, { [fc.toStringMethod]: () => name });

const index = fc.nat(2);
const exchanges = fc
  .record({ process: index, want: fc.nat(12) })
  .map(({ process, want }) => shown(`${process} wants ${want}`, (world) => world.exchange(process, want)));
/** As a gate sends: out of its reserve. */
const sends = fc.record({ process: index, count: fc.integer({ min: 1, max: 6 }) }).map(({ process: at, count }) =>
  shown(`${at} sends ${count}`, (world) => {
    const process = world.processes[at] as Process;
    for (let left = Math.min(count, process.budget.short.ahead); left > 0; left -= 1) {
      process.budget = withSentCall(process.budget, world.now);
      process.sent += 1;
    }
  }),
);
const ends = index.map((at) =>
  shown(`${at} is killed`, (world) => {
    world.gone.push(...world.processes.splice(at, 1, newProcess()));
  }),
);
const blocks = fc.record({ process: index, seconds: fc.integer({ min: 1, max: 90 }) }).map(({ process: at, seconds }) =>
  shown(`${at} meets a 429 for ${seconds} s`, (world) => {
    const process = world.processes[at] as Process;
    process.budget = withBlock(process.budget, world.now, seconds);
    world.exchange(at, 0);
    world.blockedUntil = Math.max(world.blockedUntil, world.now + seconds * 1_000);
  }),
);
const passes = fc.integer({ min: 1, max: 9_000 }).map((milliseconds) =>
  shown(`${milliseconds} ms pass`, (world) => {
    world.now += milliseconds;
  }),
);
const states = fc.record({ process: index, used: fc.nat(60) }).map(({ process: at, used }) =>
  shown(`${at} is told ${used}`, (world) => {
    const process = world.processes[at] as Process;
    const short = { used, limit: LIMIT, resetsAt: RESET };
    process.budget = withHeaders(process.budget, { short, long: LONG }, { now: world.now, others: 0 });
    world.exchange(at, 0);
    world.stated = Math.max(world.stated, used);
  }),
);

const history = (...steps: fc.Arbitrary<Step>[]) => fc.array(fc.oneof(...steps), { maxLength: 40 });

describe('the row that processes share', () => {
  it('counts every call that was sent or is reserved, and no process reserves more than there is', () => {
    fc.assert(
      fc.property(history(exchanges, exchanges, sends, sends, ends, passes), (steps) => {
        const world = new World();
        for (const step of steps) {
          step(world);
          // Of what is given back others may have seen that it was taken, and remember it.
          expect(world.row.short.taken).toBeGreaterThanOrEqual(world.taken());
          expect(world.row.short.taken).toBeLessThanOrEqual(LIMIT);
        }
      }),
    );
  });

  it('never counts less than it did, but for what is given back, nor less than AccessLink has stated', () => {
    fc.assert(
      fc.property(history(exchanges, sends, ends, states), (steps) => {
        const world = new World();
        for (const step of steps) {
          const before = world.row.short;
          const reserves = world.processes.reduce((sum, { budget }) => sum + budget.short.ahead, 0);
          step(world);
          const { used, taken } = world.row.short;
          expect(used).toBe(world.stated);
          expect(taken).toBeGreaterThanOrEqual(Math.max(before.taken - reserves, world.stated));
        }
      }),
    );
  });

  it('knows every 429 until it is over, whatever the others know, and so does whoever reads it', () => {
    fc.assert(
      fc.property(history(exchanges, sends, ends, blocks, blocks, passes), (steps) => {
        const world = new World();
        for (const step of steps) {
          step(world);
          for (const [at, { budget }] of world.processes.entries()) {
            world.exchange(at, budget.short.ahead);
            const until = world.now < world.blockedUntil ? world.blockedUntil : null;
            const { blockedUntil } = (world.processes[at] as Process).budget;
            expect([blockedUntil, world.row.blockedUntil]).toEqual([until, until && OFFSET + until]);
          }
        }
      }),
    );
  });
});
