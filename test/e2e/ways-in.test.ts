// The same answer by every way in: list, range, day, id; whatever was asked before, today and two months later.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type IsoDate, isoDate } from '../../src/calendar.ts';
import { inSqlite } from '../store/sqlite-database.ts';
import { clockAt } from '../support/clocks.ts';
import { type Gateway, NOW, startGateway } from '../support/gateway.ts';

const DAY = 86_400_000;
const TODAY = isoDate('2026-11-22');
const LATE = addDays(TODAY, -45);
const ages = (first: number, last: number) => Array.from({ length: first - last + 1 }, (_, index) => first - index);
const DATES: readonly IsoDate[] = [LATE, ...ages(20, 0).map((age) => addDays(TODAY, -age))];
const RANGE = `between: { from: "${LATE}", to: "${TODAY}" }`;

type Ask = (selection: string) => Promise<Viewer>;
interface Viewer {
  readonly [alias: string]: unknown;
}

/** Ways to the sessions and nights of these days: each gives what it found, by day. */
const WAYS: Readonly<Record<string, (ask: Ask) => Promise<unknown>>> = {
  all: async (ask) => sessionsIn(await ask('exercises { nodes { id date } }')),
  range: async (ask) => sessionsIn(await ask(`exercises(range: { ${RANGE} }) { nodes { id date } }`)),
  days: async (ask) => sessionsOfDays(await ask(`days(range: { ${RANGE} }) { nodes { date exercises { id } } }`)),
  'one day after the other': async (ask) => {
    const found: [string, string][] = [];
    for (const date of DATES) {
      const { day } = (await ask(`day(date: "${date}") { exercises { id } }`)) as { day: Day };
      for (const { id } of day.exercises ?? []) found.push([date, id]);
    }
    return found;
  },
};

const NIGHT_WAYS: Readonly<Record<string, (ask: Ask) => Promise<unknown>>> = {
  range: async (ask) => {
    const { nights } = (await ask(`nights(range: { ${RANGE} }) { nodes { date sleepScore } }`)) as {
      nights: { nodes: Night[] };
    };
    return nights.nodes
      .filter(({ date }) => DATES.includes(isoDate(date)))
      .map(({ date, sleepScore }) => [date, sleepScore]);
  },
  days: async (ask) => {
    const { days } = (await ask(`days(range: { ${RANGE} }) { nodes { date night { sleepScore } } }`)) as {
      days: { nodes: Day[] };
    };
    const wanted = days.nodes.filter(({ date }) => DATES.includes(isoDate(date)));
    return wanted.flatMap(({ date, night }) => (night ? [[date, night.sleepScore]] : []));
  },
  'one night after the other': async (ask) => {
    const found: unknown[] = [];
    for (const date of DATES) {
      const { night } = (await ask(`night(date: "${date}") { sleepScore }`)) as { night: Night | null };
      if (night) found.push([date, night.sleepScore]);
    }
    return found;
  },
};

interface Night {
  readonly date: string;
  readonly sleepScore: number;
}
interface Day {
  readonly date: string;
  readonly exercises: readonly { readonly id: string }[] | null;
  readonly night: Night | null;
}

function sessionsIn(viewer: Viewer): unknown {
  const { exercises } = viewer as { exercises: { nodes: { id: string; date: string }[] } };
  return exercises.nodes.flatMap(({ id, date }) => (DATES.includes(isoDate(date)) ? [[date, id]] : []));
}

function sessionsOfDays(viewer: Viewer): unknown {
  const { days } = viewer as { days: { nodes: Day[] } };
  const wanted = days.nodes.filter(({ date }) => DATES.includes(isoDate(date)));
  return wanted.flatMap(({ date, exercises }) => (exercises ?? []).map(({ id }) => [date, id]));
}

function askOf(gateway: Gateway): Ask {
  return async (selection) => {
    const { data, errors } = await gateway.ask<{ viewer: Viewer }>(`{ viewer { ${selection} } }`);
    expect(errors).toBeUndefined();
    return data.viewer;
  };
}

/** A gateway over a simulator in which one session was uploaded late. */
async function start(options: Parameters<typeof startGateway>[0]): Promise<Gateway> {
  const gateway = await startGateway(options);
  gateway.simulator.addExercise(gateway.simulator.people[0]?.userId ?? '', { date: LATE });
  return gateway;
}

it.each([
  ['sessions', WAYS],
  ['nights', NIGHT_WAYS],
])('the %s of some days are the same by every way in, whatever was asked before', async (_, ways) => {
  const names = Object.keys(ways);
  const alone = new Map<string, unknown>();
  for (const name of names) {
    const gateway = await start({ now: () => NOW });
    alone.set(name, await ways[name]?.(askOf(gateway)));
    await gateway.close();
  }
  const [expected] = alone.values();
  expect((expected as unknown[]).length).toBeGreaterThan(5);
  for (const found of alone.values()) expect(found).toEqual(expected);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...names), { minLength: 2, maxLength: 4 }), async (order) => {
      const gateway = await start({ now: () => NOW });
      for (const name of order) expect(await ways[name]?.(askOf(gateway))).toEqual(expected);
      await gateway.close();
    }),
    { numRuns: 8 },
  );
});

it(
  'sessions that were read once are the same by list, range, day and id two months later, after a restart',
  inSqlite(async (place) => {
    let now = NOW;
    const store = await place.open({ clock: clockAt(() => now) });
    const first = await start({ now: () => now, app: { store } });
    const expected = (await WAYS['all']?.(askOf(first))) as [string, string][];
    expect(first.simulator.requests.map(({ path }) => path)).toEqual(['/v3/exercises']);
    await first.close();
    now += 61 * DAY;
    for (const [name, way] of Object.entries(WAYS)) {
      const gateway = await startGateway({ now: () => now, app: { store } });
      expect([name, await way(askOf(gateway))]).toEqual([name, expected]);
      await gateway.close();
    }
    const gateway = await startGateway({ now: () => now, app: { store } });
    for (const [date, id] of expected) {
      const { data } = await gateway.ask(
        `{ node(id: "${id}") { ... on Exercise { date } } viewer { exercise(id: "${id}") { id } } }`,
      );
      expect(data).toEqual({ node: { date }, viewer: { exercise: { id } } });
      const range = `coverage(range: { on: "${date}" }) { resource newest }`;
      const { coverage } = (await askOf(gateway)(range)) as { coverage: { resource: string; newest: string | null }[] };
      expect(coverage.find(({ resource }) => resource === 'EXERCISES')?.newest).toBe(date);
    }
    const paths = gateway.simulator.requests.map(({ path }) => path);
    expect(paths.filter((path) => path !== '/v3/exercises')).toEqual([]);
    await gateway.close();
    await store.close();
  }),
);
