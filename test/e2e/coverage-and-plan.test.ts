// Coverage and the plan use the same predicate: a day is fresh if and only if nothing would be requested for it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, isoDate } from '../../src/calendar.ts';
import { type Gateway, NOW, startGateway } from '../support/gateway.ts';
import { inSqlite } from '../store/sqlite-database.ts';
import { clockAt } from '../support/clocks.ts';
import { isLong } from '../support/long.ts';

const MINUTE = 60_000;
const TODAY = isoDate('2026-11-22');
/** Days that every resource serves, whatever the clock does in a history. */
const AGES = 25;

/** The selection that reads one day of a resource alone, by the name of the resource in the graph: of the day, or of the person. */
const DAY_FIELDS: Readonly<Record<string, string>> = {
  ALERTNESS: 'alertness { grade }',
  BLOOD_OXYGEN: 'biosensing { spo2Tests { testTime } }',
  BODY_TEMPERATURE: 'biosensing { bodyTemperature { startTime } }',
  CARDIO_LOAD: 'cardioLoad { strain }',
  CIRCADIAN_BEDTIME: 'circadianBedtime { quality }',
  CONTINUOUS_HEART_RATE: 'heartRate { date }',
  DAILY_ACTIVITY: 'activity { steps }',
  ECG: 'biosensing { ecgTests { testTime } }',
  EXERCISES: 'exercises { id }',
  NIGHTLY_RECHARGE: 'night { recharge { ansCharge } }',
  SKIN_CONTACT: 'biosensing { skinContacts { startTime } }',
  SKIN_TEMPERATURE: 'biosensing { skinTemperature { sleepDate } }',
  SLEEP: 'night { sleepScore }',
};
const PERSON_FIELDS: Readonly<Record<string, (date: string) => string>> = {
  ACTIVITY_SAMPLES: (date) => `activitySamples(range: { on: "${date}" }) { totalSteps }`,
};
const RESOURCES = [...Object.keys(PERSON_FIELDS), ...Object.keys(DAY_FIELDS)];

/** Other ways to the same records: lists, ranges, single records, richer ones. */
const OTHER_QUERIES = [
  'exercises { nodes { id } }',
  'exercises { nodes { id samples { type } } }',
  'days(range: { lastDays: 20 }) { nodes { activity { steps samples { zones { time } } } } }',
  'nights(range: { lastDays: 14 }) { nodes { sleepScore recharge { ansCharge } } }',
  'cardioLoads(range: { lastDays: 60 }) { strain }',
  'activities { steps } cardioLoads { strain } alertnessPeriods { grade }',
];

const age = fc.integer({ min: 0, max: AGES });
const step = fc.oneof(
  fc.record({
    kind: fc.constant('wait' as const),
    minutes: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.constant(1_500)),
  }),
  fc.record({ kind: fc.constant('day' as const), resource: fc.constantFrom(...RESOURCES), age }),
  fc.record({ kind: fc.constant('other' as const), query: fc.constantFrom(...OTHER_QUERIES) }),
  fc.record({ kind: fc.constant('invalidate' as const), resource: fc.constantFrom(...RESOURCES), age }),
  fc.record({ kind: fc.constant('restart' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** The name of a resource in the store, from that in the graph. */
const nameOf = (resource: string) => (resource === 'ECG' ? resource : resource.toLowerCase().replaceAll('_', ' '));

const onDay = (date: string, resource: string) => {
  const ofPerson = PERSON_FIELDS[resource]?.(date);
  return `{ viewer { ${ofPerson ?? `day(date: "${date}") { ${DAY_FIELDS[resource]} }`} } }`;
};

interface Coverage {
  readonly viewer: {
    readonly coverage: readonly {
      readonly resource: string;
      readonly days: readonly { readonly date: string; readonly status: string }[];
    }[];
  };
}

/** A person who names their zone, or not: the days of records with UTC times alone depend on it. */
const ZONES = [null, 'Europe/Helsinki', 'America/New_York'] as const;

/** Asks in a zone. */
function askIn(zone: string | null, gateway: () => Gateway): Gateway['ask'] {
  return (query, options) =>
    gateway().ask(query, {
      ...options,
      headers: { ...options?.headers, ...(zone && { 'accesslink-time-zone': zone }) },
    });
}

/** The days of each resource that coverage calls fresh, and those for which the plan has no request. */
async function compare({ ask }: Pick<Gateway, 'ask'>, date: string): Promise<{ fresh: string[]; unplanned: string[] }> {
  const range = { on: date };
  const query = 'query ($range: DateRange) { viewer { coverage(range: $range) { resource days { date status } } } }';
  const { data } = await ask<Coverage>(query, { variables: { range } });
  const fresh = data.viewer.coverage.filter(({ days }) => days[0]?.status === 'FRESH');
  const unplanned: string[] = [];
  for (const resource of RESOURCES) {
    const answer = await ask(onDay(date, resource), { headers: { 'accesslink-plan': 'only' } });
    if (answer.extensions.accesslink.plan?.length === 0) unplanned.push(resource);
  }
  return { fresh: fresh.map(({ resource }) => resource.toUpperCase().replaceAll(' ', '_')).toSorted(), unplanned };
}

it('a day is fresh in the coverage if and only if its plan has no request, after any history', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 6 }),
      fc.array(age, { minLength: 2, maxLength: 3 }),
      fc.constantFrom(...ZONES),
      (steps, ages, zone) =>
        inSqlite(async (place) => {
          let now = NOW;
          let store = await place.open({ clock: clockAt(() => now) });
          let gateway = await startGateway({ now: () => now, app: { store } });
          const ask = askIn(zone, () => gateway);
          const run: { readonly [K in Step['kind']]: (current: Extract<Step, { kind: K }>) => Promise<unknown> } = {
            wait: async ({ minutes }) => (now += minutes * MINUTE),
            day: ({ resource, age: days }) => ask(onDay(addDays(TODAY, -days), resource)),
            other: ({ query }) => ask(`{ viewer { ${query} } }`),
            invalidate: ({ resource, age: days }) => {
              const records = [{ resource: nameOf(resource), keys: [addDays(TODAY, -days), ''] }];
              const polarUserId = gateway.simulator.people[0]?.userId ?? '';
              return store.records.invalidate({ polarUserId, records, sender: 'another process' });
            },
            restart: async () => {
              await gateway.close();
              await store.close();
              store = await place.open({ clock: clockAt(() => now) });
              gateway = await startGateway({ now: () => now, app: { store } });
            },
          };
          for (const current of steps) await run[current.kind](current as never);
          for (const days of ages) {
            const { fresh, unplanned } = await compare({ ask }, addDays(TODAY, -days));
            expect(fresh).toEqual(unplanned);
          }
          await gateway.close();
          await store.close();
        })(),
    ),
    { numRuns: isLong ? 60 : 15 },
  );
});

it('exercises are stale in the coverage when their list is, whatever is stored of their days', async () => {
  let now = NOW;
  const gateway = await startGateway({ now: () => now });
  await gateway.ask('{ viewer { exercises(range: { lastDays: 20 }) { nodes { id } } } }');
  expect((await compare(gateway, addDays(TODAY, -9))).fresh).toContain('EXERCISES');
  now += 6 * MINUTE;
  const { fresh, unplanned } = await compare(gateway, addDays(TODAY, -9));
  expect(fresh).not.toContain('EXERCISES');
  expect(unplanned).not.toContain('EXERCISES');
  await gateway.close();
});
