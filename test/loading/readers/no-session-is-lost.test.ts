// No session that was read is answered as nothing, by any lookup, before AccessLink has said so twice about that session.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, dateOfInstant, isoDate, type IsoDate } from '../../../src/calendar.ts';
import { exerciseResource } from '../../../src/domain/exercises/loader.ts';
import { createMemoryTier } from '../../../src/loading/cache/memory-tier.ts';
import { todayOf } from '../../../src/loading/plan/limits.ts';
import type { ListedRecords } from '../../../src/loading/readers/list-answers.ts';
import { createListReader } from '../../../src/loading/readers/list-reader.ts';
import type { ListLookup } from '../../../src/loading/readers/list-records.ts';
import { isLong } from '../../support/long.ts';
import { createWorld, DAY, daysAgo, MINUTE } from '../support.ts';
import { createRows } from '../rows.ts';
import { createAccessLinkOfSessions, sessionOf } from './session-history.ts';

const START = Date.parse('2026-11-22T12:00:00Z');
const SINCE = daysAgo(50);
/** AccessLink may have stopped serving what is as old as this: nothing that it says then is about the session. */
const HISTORY_DAYS = 31;

const age = fc.integer({ min: 0, max: 45 });
const BLIPS = ['nothing', 'empty list', 'cut at its start', 'cut at its end', 'failure', 'none', 'none'] as const;
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('all' as const), isRich: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('days' as const), from: age, to: age }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('one' as const), age, isRich: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 9000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('clock' as const), hours: fc.integer({ min: -24, max: 24 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('theirs' as const), hours: fc.integer({ min: -24, max: 24 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('zone' as const), days: fc.integer({ min: -1, max: 1 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('blip' as const), blip: fc.constantFrom(...BLIPS) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), age }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function idsIn(found: ListedRecords<'ExerciseHashId'>): (string | null)[] {
  return [found, ...(found.unlisted ?? [])].flatMap(({ value }) => value.map(({ id }) => id));
}

/** The sessions that a lookup should find, of those that were read. */
function isAsked(id: string, lookup: ListLookup): boolean {
  const date = isoDate(id.slice(1));
  if (lookup.kind === 'one') return lookup.id === id;
  return lookup.kind !== 'days' || (date >= lookup.from && date <= lookup.to);
}

/** Runs a history; the sessions that were read once and then answered as nothing too early. */
async function lostIn(steps: readonly Step[]): Promise<string[]> {
  const upstream = createAccessLinkOfSessions(SINCE);
  const place = { real: START, clock: 0, theirs: 0, zone: 0, memory: createMemoryTier(1e8) };
  const now = () => place.real + place.clock;
  const storeTier = createRows(now);
  const known = new Set<string>();
  const lost: string[] = [];
  const look = async (lookup: ListLookup, isRich: boolean) => {
    const world = createWorld(upstream.answer, place.memory);
    world.now = now();
    upstream.now = place.real + place.theirs;
    const flags = { exercises: isRich ? ['samples'] : [] };
    const today = todayOf(addDays(dateOfInstant(now()), place.zone), now());
    const [found] = await createListReader(exerciseResource, { ...world.context({ storeTier, flags }), today })([
      lookup,
    ]);
    if (found === undefined || found instanceof Error) return;
    const ids = new Set(idsIn(found));
    for (const id of known) {
      if (!isAsked(id, lookup) || ids.has(id)) continue;
      const isHistory = Date.parse(id.slice(1)) < START - HISTORY_DAYS * DAY;
      if (isHistory || (upstream.denied.get(id) ?? 0) < 2) lost.push(`${lookup.kind} ${id}`);
      else known.delete(id);
    }
    for (const id of ids) if (id !== null) known.add(id);
  };
  const dayAt = (days: number): IsoDate => addDays(dateOfInstant(place.real), -days);
  const run: { readonly [K in Step['kind']]: (current: Extract<Step, { kind: K }>) => unknown } = {
    all: ({ isRich }) => look({ kind: 'all' }, isRich),
    days: ({ from, to }) =>
      look({ kind: 'days', from: dayAt(Math.max(from, to)), to: dayAt(Math.min(from, to)) }, false),
    one: ({ age: days, isRich }) => look({ kind: 'one', id: sessionOf(dayAt(days)).id }, isRich),
    wait: ({ minutes }) => (place.real += minutes * MINUTE),
    clock: ({ hours }) => (place.clock = (hours * DAY) / 24),
    theirs: ({ hours }) => (place.theirs = (hours * DAY) / 24),
    zone: ({ days }) => (place.zone = days),
    blip: ({ blip }) => (upstream.blip = blip),
    delete: ({ age: days }) => upstream.deleted.add(sessionOf(dayAt(days)).id),
    restart: () => (place.memory = createMemoryTier(1e8)),
  };
  for (const current of steps) await run[current.kind](current as never);
  return lost;
}

/** A session that was not there with its samples, and is there without them. */
const LATER_THERE: Step[] = [
  { kind: 'blip', blip: 'nothing' },
  { kind: 'one', age: 20, isRich: true },
  { kind: 'blip', blip: 'none' },
  { kind: 'all', isRich: false },
  { kind: 'one', age: 20, isRich: true },
];

const TIMEOUT_MS = 600_000;

it(
  'no session that was read is answered as nothing before AccessLink has said so twice about it',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
        expect(await lostIn(steps)).toEqual([]);
      }),
      { numRuns: isLong ? 2_000 : 40, examples: [[LATER_THERE]] },
    );
  },
  TIMEOUT_MS,
);
