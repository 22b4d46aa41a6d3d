// Nothing that was once read is answered as nothing, before AccessLink has said so twice about that very day.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, dateOfInstant, type IsoDate } from '../../../src/calendar.ts';
import { heartRateResource } from '../../../src/domain/heart-rate/loader.ts';
import { sleepResource } from '../../../src/domain/nights/loader.ts';
import { createMemoryTier } from '../../../src/loading/cache/memory-tier.ts';
import type { RecordName } from '../../../src/generated/accesslink.ts';
import { todayOf } from '../../../src/loading/plan/limits.ts';
import type { DatedResource } from '../../../src/loading/plan/resource.ts';
import { createDateReader } from '../../../src/loading/readers/date-reader.ts';
import { isLong } from '../../support/long.ts';
import { createWorld, DAY, daysAgo, MINUTE, TODAY } from '../support.ts';
import { createVaryingAccessLink } from './history.ts';
import { createRows } from '../rows.ts';

const RESOURCES = [sleepResource, heartRateResource] as unknown as readonly DatedResource<RecordName>[];
const START = Date.parse('2026-11-22T12:00:00Z');

/** Often one of a few days, so that AccessLink speaks twice of the same. */
const age = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: -1, max: 34 }));
/** Often a little longer than AccessLink's "nothing" is trusted, or than any record of the last days. */
const minutes = fc.oneof(fc.constantFrom(6, 1500), fc.integer({ min: 1, max: 4000 }));
const sameDay = age.map((days) => ({ from: days, to: days }));
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      resource: fc.nat(1),
      days: fc.oneof(sameDay, fc.record({ from: age, to: age })),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('clock' as const), hours: fc.integer({ min: -24, max: 24 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('zone' as const), days: fc.integer({ min: -1, max: 1 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('theirs' as const), days: fc.integer({ min: -1, max: 1 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('blip' as const),
      blip: fc.constantFrom('nothing', 'empty list', 'failure', 'none'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('gone' as const), age }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('insist' as const), resource: fc.nat(1), age }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Runs a history; the days that were read once and then answered as nothing too early. */
async function lostIn(steps: readonly Step[]): Promise<string[]> {
  const upstream = createVaryingAccessLink(TODAY);
  const place = { real: START, clock: 0, zone: 0, theirs: 0, memory: createMemoryTier(1e8) };
  const now = () => place.real + place.clock;
  const storeTier = createRows(now);
  const known = new Set<string>();
  const lost: string[] = [];
  const read = async (resource: DatedResource<RecordName>, dates: readonly IsoDate[]) => {
    const world = createWorld(upstream.answer, place.memory);
    world.now = now();
    const context = {
      ...world.context({ storeTier }),
      today: todayOf(addDays(dateOfInstant(now()), place.zone), now()),
    };
    upstream.today = addDays(dateOfInstant(place.real), place.theirs);
    const found = await createDateReader(resource, context)(dates);
    for (const [index, date] of dates.entries()) {
      const one = found[index];
      const key = `${resource.name} ${date}`;
      if (one === undefined || one instanceof Error) continue;
      if (one.value.length > 0) known.add(key);
      else if (known.has(key) && (upstream.denied.get(key) ?? 0) < 2) lost.push(key);
      else known.delete(key);
    }
  };
  const run: { readonly [K in Step['kind']]: (current: Extract<Step, { kind: K }>) => unknown } = {
    read: ({ resource, days: { from, to } }) => {
      const [oldest, newest] = [Math.max(from, to), Math.min(from, to)];
      const dates = Array.from({ length: oldest - newest + 1 }, (_, index) => daysAgo(oldest - index));
      return read(RESOURCES[resource % 2] as (typeof RESOURCES)[0], dates);
    },
    wait: ({ minutes }) => (place.real += minutes * MINUTE),
    clock: ({ hours }) => (place.clock = (hours * DAY) / 24),
    zone: ({ days }) => (place.zone = days),
    theirs: ({ days }) => (place.theirs = days),
    blip: ({ blip }) => (upstream.blip = blip),
    insist: async ({ resource, age: days }) => {
      for (const minutes of [400, 6, 6]) {
        place.real += minutes * MINUTE;
        await read(RESOURCES[resource % 2] as (typeof RESOURCES)[0], [daysAgo(days)]);
      }
    },
    gone: ({ age: days }) => upstream.gone.add(daysAgo(days)),
    restart: () => (place.memory = createMemoryTier(1e8)),
  };
  for (const current of steps) await run[current.kind](current as never);
  return lost;
}

it('nothing that was read is answered as nothing before AccessLink has said so twice about its day', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      expect(await lostIn(steps)).toEqual([]);
    }),
    { numRuns: isLong ? 2_000 : 60 },
  );
}, 600_000);
