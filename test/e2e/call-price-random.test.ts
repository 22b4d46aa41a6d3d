// The price in calls of operations drawn at random, whatever AccessLink answers: never less than what is sent.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar.ts';
import { globalId } from '../../src/domain/graph/global-id.ts';
import { createSimulator, type Fault, type Simulator } from '../../src/simulator/simulator.ts';
import { NOW } from '../support/gateway.ts';
import { isLong } from '../support/long.ts';
import { answerableOperation } from '../trust/differential/operations.ts';
import { createRest } from '../trust/differential/rest.ts';
import { createRandom, type Random } from '../trust/support/random.ts';
import { randomOperation } from '../trust/support/random-operation.ts';
import { dated } from './dated-queries.ts';
import { pricedCalls } from './priced-calls.ts';

const OPERATIONS = isLong ? 1_000 : 60;
const ZONES = ['Europe/Helsinki', 'Pacific/Kiritimati', 'America/Los_Angeles'];

let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ now: () => NOW, limits: { short: 1e9, long: 1e9 } });
});
beforeEach(() => {
  simulator.clearFaults();
  simulator.clearRequests();
});
afterAll(() => simulator.close());

async function asker() {
  const person = simulator.people[0];
  const rest = createRest(simulator.url, person?.token ?? '');
  const sessions = (await rest.list('/v3/exercises')).map(({ id, start_time: start }) => ({
    id: String(id),
    start: String(start),
  }));
  simulator.clearRequests();
  const today = isoDate(dated('$-0', NOW));
  return { userId: person?.userId ?? '', timeZone: person?.timeZone ?? 'UTC', today, sessions };
}

const REFUSED = { status: 400, json: { message: 'The date range is too far in the past' } };
const worlds: Readonly<Record<string, (random: Random) => readonly Fault[]>> = {
  'when everything is served': () => [],
  'when everything is denied': () => [{ kind: 'status', status: 403 }],
  'when every range is refused': () => [{ kind: 'status', path: 'from=', ...REFUSED }],
  'when everything is refused': () => [{ kind: 'status', ...REFUSED }],
  'when the days of one month are refused': () => [{ kind: 'status', path: 'from=2026-10', ...REFUSED }],
  'when nothing is found': () => [{ kind: 'status', status: 404 }],
  'when some requests fail in one way and some in another': (random) => faults(random),
};

const PATHS = 'sleep recharge activities exercises cardio heart-rate biosensing users/47 from= 2026-11 2026-10'.split(
  ' ',
);
/** No failure after which a read is sent again. */
const FAILURES: readonly Omit<Fault, 'path'>[] = [
  { kind: 'status', ...REFUSED },
  { kind: 'status', status: 204 },
  ...[401, 403, 404, 409, 429, 500].map((status) => ({ kind: 'status', status }) as const),
  { kind: 'html', status: 200 },
  { kind: 'garbage' },
];

function faults(random: Random): Fault[] {
  return Array.from({ length: random.integer(1, 5) }, () => {
    const times = random.chance(0.5) ? { times: random.integer(1, 3) } : {};
    return { ...random.pick(FAILURES), path: random.pick(PATHS), ...times };
  });
}

describe('the price of calls of operations drawn at random', () => {
  it.each(Object.entries(worlds))(
    'is never less than what is sent, which the answer states, %s',
    async (name, faultsOf) => {
      const from = await asker();
      const wrong: unknown[] = [];
      let priced = 0;
      for (let index = 0; index < OPERATIONS; index += 1) {
        const random = createRandom(`call price ${name}`, index);
        const { query, variables } = random.chance(0.7)
          ? answerableOperation(random, from)
          : randomOperation(random, { mutations: 0, ids: idsOf(from) });
        const headers = random.chance(0.5) ? { 'accesslink-time-zone': random.pick(ZONES) } : {};
        const slices = random.chance(0.3) ? { sliceMs: -1 } : {};
        for (const fault of faultsOf(random)) simulator.addFault(fault);
        const { maximumCalls, sent, stated } = await pricedCalls(simulator, query, { variables, headers, ...slices });
        simulator.clearFaults();
        if (maximumCalls !== undefined) priced += 1;
        if (sent > (maximumCalls ?? 0) || sent !== stated)
          wrong.push({ index, sent, stated, maximumCalls, query, variables, headers });
      }
      expect(wrong).toEqual([]);
      expect(priced).toBeGreaterThan(OPERATIONS / 3);
    },
    OPERATIONS * 2_000,
  );
});

/** Ids of everything that has a day. */
function idsOf({ userId }: { readonly userId: string }): string[] {
  const types =
    'Day Night NightlyRecharge DailyActivity ActivitySamples Alertness CircadianBedtime EcgTest CardioLoad Biosensing'.split(
      ' ',
    );
  const keys = ['2026-11-20', '2026-11-02', '2026-11-20T10:00:00Z', '2026-10-20/2026-11-20'];
  return types.flatMap((type) => keys.map((key) => globalId({ type, owner: userId, key })));
}
