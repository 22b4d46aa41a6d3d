// The windows against AccessLink as it counts, in whatever order replies come, clocks step and processes end.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createGate, type Gate } from '../../../src/accesslink/budget/gate.ts';
import type { Pass } from '../../../src/accesslink/budget/pass.ts';
import { isLong } from '../../support/long.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';
import { type Counted, createCountedUpstream, type CountedUpstream } from './counted-upstream.ts';
import { createMemoryBudget } from './memory-budget.ts';

/** No request takes longer than its time limits, with the next pause. */
const MAX_MS = 11_000;

interface InFlight {
  readonly pass: Pass;
  readonly sentAt: number;
  /** Null until AccessLink has received the call. */
  counted: Counted | null;
}

/** AccessLink, the clock of the day and two processes over one store. */
interface World {
  readonly clock: VirtualClock;
  readonly upstream: CountedUpstream;
  readonly gates: Gate[];
  readonly inFlight: InFlight[];
}

type Step = (world: World) => Promise<void> | void;

const classes = fc.constantFrom('commit', 'person', 'delivery', 'background');

/** A step that fast-check can show. */
const shown = (name: string, step: Step): Step => Object.assign(step, { [fc.toStringMethod]: () => name });

/** Calls of one person to one of the processes. */
const calls = fc
  .record({ process: fc.nat(1), person: fc.nat(4), count: fc.integer({ min: 1, max: 200 }), class: classes })
  .map(({ process, person, count, ...rest }) =>
    shown(`${count} calls (${rest.class}) of ${person} to ${process}`, async ({ gates, inFlight, clock }) => {
      for (let call = 0; call < count; call += 1) {
        const about = { ...rest, person: `${person}`, isProven: true, label: 'GET /' } as const;
        gates[process]?.enter(about).then(
          (pass) => inFlight.push({ pass, counted: null, sentAt: clock.elapsed() }),
          () => {},
        );
      }
      await clock.advance(0);
    }),
  );

/** AccessLink receives some calls, in any order, and answers some; an answer may come late, or without headers. */
const replies = fc
  .record({ seed: fc.nat(), received: fc.nat(24), answered: fc.nat(24), hasHeaders: fc.boolean() })
  .map(({ seed, received, answered, hasHeaders }) =>
    shown(`${received} received, ${answered} answered (${seed}, ${hasHeaders})`, async (world) => {
      const { inFlight, upstream, clock } = world;
      for (const call of inFlight.filter(({ counted }) => counted === null).slice(0, received))
        call.counted = upstream.receive(clock.elapsed());
      for (let left = answered; left > 0 && inFlight.length > 0; left -= 1) {
        const [call] = inFlight.splice((seed * 7 + left * 13) % inFlight.length, 1);
        if (call) answer(world, call, hasHeaders);
      }
      await clock.advance(0);
    }),
  );

const passing = fc.integer({ min: 1, max: 3_600_000 }).map((milliseconds) =>
  shown(`${milliseconds} ms pass`, async (world) => {
    // Nothing takes longer than the time limits of a request.
    const { clock, inFlight } = world;
    for (; inFlight.length > 0; await clock.advance(0))
      for (const call of inFlight.splice(0)) answer(world, call, true);
    await clock.advance(milliseconds);
  }),
);

const shortPassing = fc.integer({ min: 1, max: 4_000 }).map((milliseconds) =>
  shown(`${milliseconds} ms pass with calls in flight`, (world) => {
    const late = world.clock.elapsed() - MAX_MS;
    for (const call of world.inFlight.filter(({ sentAt }) => sentAt <= late)) {
      world.inFlight.splice(world.inFlight.indexOf(call), 1);
      answer(world, call, true);
    }
    return world.clock.advance(milliseconds);
  }),
);

const answer = ({ upstream, clock }: World, call: InFlight, hasHeaders: boolean): void => {
  const counted = call.counted ?? upstream.receive(clock.elapsed());
  const { usage, seconds, isRefused } = counted;
  const stateOf = (index: 0 | 1, limit: number) => ({
    used: usage[index],
    limit,
    resetsAt: clock.now() + seconds[index] * 1000,
  });
  const { short, long } = upstream.limits;
  if (hasHeaders) call.pass.observe({ short: stateOf(0, short), long: stateOf(1, long) });
  if (isRefused) void call.pass.block(30);
  call.pass.end();
};

it('In no order of calls, replies and pauses does AccessLink get more calls than it allows', async () => {
  const steps = fc.array(fc.oneof(calls, calls, replies, replies, shortPassing, passing), { maxLength: 60 });
  const limits = fc.record({ short: fc.integer({ min: 1, max: 60 }), long: fc.integer({ min: 20, max: 200 }) });
  await fc.assert(
    fc.asyncProperty(limits, steps, async (limit, sequence) => {
      const clock = createVirtualClock(Date.parse('2026-11-22T00:00:00Z'));
      const upstream = createCountedUpstream(limit);
      const over = { used: 1, taken: 1, resetsAt: clock.now() - 60_000 };
      const windows = { short: { ...over, limit: limit.short }, long: { ...over, limit: limit.long } };
      const shared = createMemoryBudget({ state: { ...windows, blockedUntil: null } });
      const gates = [createGate({ clock, shared }), createGate({ clock, shared })];
      const world: World = { clock, upstream, gates, inFlight: [] };
      for (const step of sequence) await step(world);
      expect(upstream.refused()).toBe(0);
    }),
    { numRuns: isLong ? 3_000 : 150 },
  );
});
