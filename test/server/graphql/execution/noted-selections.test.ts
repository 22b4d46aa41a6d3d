// What is selected of days is remembered together with the records that it was made of: whatever happens in between, the results,
// the counts and the requests are those of graphql-js, which remembers nothing.
import fc from 'fast-check';
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { datesBetween, type IsoDate } from '../../../../src/calendar.ts';
import { createModelCache } from '../../../../src/domain/convert/model-cache.ts';
import { createLoaders } from '../../../../src/domain/loaders.ts';
import { createMemoryTier, type ErasableMemoryTier } from '../../../../src/loading/cache/memory-tier.ts';
import type { LoadContext, ResourceFlags } from '../../../../src/loading/context.ts';
import { createReads } from '../../../../src/loading/reads.ts';
import { warn } from '../../../../src/loading/stats.ts';
import { createExecutor } from '../../../../src/server/graphql/execute.ts';
import { createRememberedSelections } from '../../../../src/server/graphql/execution/remembered-selections.ts';
import { createPrinter } from '../../../../src/server/graphql/execution/text.ts';
import { createSchema } from '../../../../src/server/graphql/schema.ts';
import { executeWhole } from '../../../support/execute-whole.ts';
import { activityOf, createWorld, daysAgo, daysIn, MINUTE } from '../../../loading/support.ts';

const schema = createSchema();
const RUNS = process.env['LONG'] ? 1_500 : 50;
const FIELDS = 'date activity { steps distanceMeters } load: cardioLoad { strain }';
const QUERIES = [
  `query($from: Date!, $to: Date!) { viewer { days(range: { between: { from: $from, to: $to } }) { nodes { id ${FIELDS} } } } }`,
  `query($from: Date!, $to: Date!) { viewer { one: day(date: $to) { ${FIELDS} previous { activity { steps } } }
    days(range: { between: { from: $from, to: $to } }) { edges { node { activity { steps } } } nodes { ${FIELDS} } } } }`,
  `query($from: Date!, $to: Date!) { viewer { day(date: $from) { ${FIELDS} cardioLoad { fetchedAt stale } }
    activities(range: { between: { from: $from, to: $to } }) { steps } } }`,
].map((query) => parse(query));
const PEOPLE = ['1', '2'];
/** Operations of one document may have different ones. */
const FLAGS: readonly ResourceFlags[] = [{}, {}, { 'daily activity': ['steps'] }];

type Step =
  | {
      readonly kind: 'ask';
      readonly person: string;
      readonly query: number;
      readonly first: number;
      readonly days: number;
      readonly flags: ResourceFlags;
    }
  | { readonly kind: 'time'; readonly minutes: number }
  | { readonly kind: 'change' | 'invalidate' | 'forget'; readonly person: string };

const person = fc.constantFrom(...PEOPLE);
const ask = fc.record({
  kind: fc.constant('ask' as const),
  person,
  query: fc.nat(QUERIES.length - 1),
  first: fc.integer({ min: 1, max: 6 }),
  days: fc.integer({ min: 1, max: 6 }),
  flags: fc.constantFrom(...FLAGS),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: ask },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('time' as const),
      minutes: fc.constantFrom(-10, -3, 1, 30, 3_000, 90_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('change' as const, 'invalidate' as const, 'forget' as const),
      person,
    }),
  },
);

/** A process: its memory, its AccessLink, whose records differ by person and change, and what executes operations. */
function startProcess(withData: ReadonlySet<string>, maxBytes: number) {
  const memory: ErasableMemoryTier = createMemoryTier(100_000_000);
  const state = { person: '', version: 0, models: createModelCache() };
  const stepsOn = (date: string) => Number(date.slice(-2)) * 1_000 + Number(state.person) * 100 + state.version;
  const world = createWorld((path) => {
    const days = daysIn(path).filter((date) => withData.has(date));
    if (path.includes('cardio-load')) return days.map((date) => ({ date, strain: stepsOn(date), cardio_load: 1 }));
    return days.map((date) => ({ ...(activityOf(date) as object), steps: stepsOn(date) }));
  }, memory);
  const remembered = createRememberedSelections(maxBytes);
  const options = {
    remembered,
    viewerOf: (context: unknown) => (context as { viewer: () => { owner: string } }).viewer().owner,
    readsOf: (context: unknown) => (context as { reads: ReturnType<typeof createReads> }).reads,
    keyOf: (type: string, value: object) => (type === 'Day' ? (value as { date: string }).date : undefined),
  };
  const { execute } = createExecutor(options);
  return { world, memory, state, execute, print: createPrinter(remembered), remembered };
}

type Process = ReturnType<typeof startProcess>;
function contextOf({ world, state }: Process, flags: ResourceFlags) {
  const expectedDates = new Set<IsoDate>();
  const base = { ...world.context({ user: state.person, flags }), expectedDates };
  const reads = createReads(base);
  const loadContext: LoadContext = { ...base, reads };
  return {
    loadContext,
    contextValue: {
      viewer: () => ({ owner: state.person, polarUserId: state.person }),
      loaders: createLoaders(loadContext),
      reads,
      models: state.models,
      nightParts: [],
      nightDayParts: [],
      expectDates: (dates: readonly IsoDate[]) => dates.forEach((date) => expectedDates.add(date)),
      warn: (warning: Parameters<typeof warn>[1]) => warn(base.stats, warning),
      today: base.today,
    },
  };
}

async function answerOf(
  process: Process,
  { query, first, days, flags, person: user }: Extract<Step, { kind: 'ask' }>,
  isQuick: boolean,
) {
  process.state.person = user;
  const { loadContext, contextValue } = contextOf(process, flags);
  const variableValues = { from: daysAgo(first + days - 1), to: daysAgo(first) };
  const args = { schema, document: QUERIES[query] as ReturnType<typeof parse>, contextValue, variableValues };
  const result = await (isQuick ? process.execute : executeWhole)(args);
  const { calls, fromMemory, fromStore, joined, stale, freshness, absent } = loadContext.stats;
  return {
    errors: result.errors?.map(({ message }) => message),
    text: isQuick ? process.print(result.data) : JSON.stringify(result.data),
    data: JSON.stringify(result.data),
    counts: { calls, fromMemory, fromStore, joined, stale, absent: [...absent.values()] },
    freshUntil: freshness.freshUntil,
    isUnchanged: freshness.isUnchanged(),
    paths: process.world.paths(),
  };
}

function change({ world, memory, state }: Process, one: Exclude<Step, { kind: 'ask' }>): void {
  if (one.kind === 'time') world.now += one.minutes * MINUTE;
  else if (one.kind === 'change') state.version += 1;
  else if (one.kind === 'forget') memory.forget(world.context({ user: one.person }).partition);
  else world.invalidations.invalidate(one.person, [{ resource: 'daily activity', keys: null }]);
}

it('has the results, the counts, the freshness and the requests that it has in graphql-js, whatever happens', async () => {
  const withData = fc.uniqueArray(fc.integer({ min: 0, max: 25 }), { maxLength: 4 });
  let repeated = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 40 }),
      withData,
      fc.constantFrom(3_000, 1e7),
      async (steps, empty, maxBytes) => {
        const dates = datesBetween(daysAgo(25), daysAgo(0)).filter((_, index) => !empty.includes(index));
        const [quick, slow] = [startProcess(new Set(dates), maxBytes), startProcess(new Set(dates), maxBytes)];
        for (const one of steps) {
          if (one.kind !== 'ask') {
            for (const process of [quick, slow]) change(process, one);
            continue;
          }
          const [answered, expected] = [await answerOf(quick, one, true), await answerOf(slow, one, false)];
          expect(answered).toEqual(expected);
          if (answered.counts.calls === 0 && answered.counts.fromMemory > 0) repeated += 1;
        }
      },
    ),
    { numRuns: RUNS, seed: Number(process.env['TRUST_SEED'] ?? 1) },
  );
  expect(repeated).toBeGreaterThan(RUNS);
});
