// Random operations with `@defer` and `@stream` put in at random: the payloads together are the answer without them, and
// AccessLink gets the same requests.
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar.ts';
import { readTypeDefs } from '../../src/server/graphql/type-defs.ts';
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts';
import { NOW } from '../support/gateway.ts';
import { isLong } from '../support/long.ts';
import { askInParts, IDS, merged, PATHS } from '../support/parts.ts';
import { withRandomParts } from '../support/random-parts.ts';
import { answerableOperation } from '../trust/differential/operations.ts';
import { createRest } from '../trust/differential/rest.ts';
import { createRandom } from '../trust/support/random.ts';
import { dated, takePaths } from './dated-queries.ts';
import { coldGateway } from './priced-calls.ts';

const OPERATIONS = isLong ? 1_000 : 40;
const schema = buildSchema(readTypeDefs().join('\n'));

let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ now: () => NOW, limits: { short: 1e9, long: 1e9 } });
});
afterAll(() => simulator.close());

async function asker() {
  const person = simulator.people[0];
  const rest = createRest(simulator.url, person?.token ?? '');
  const listed = await rest.list('/v3/exercises');
  const sessions = listed.map(({ id, start_time: start }) => ({ id: String(id), start: String(start) }));
  const today = isoDate(dated('$-0', NOW));
  return { userId: person?.userId ?? '', timeZone: person?.timeZone ?? 'UTC', today, sessions };
}

/** The answer of a gateway that has nothing in memory, put together; and the requests that it sent. */
async function answerOf(query: string, variables: Readonly<Record<string, unknown>>, run: Run) {
  simulator.clearRequests();
  const gateway = await coldGateway(simulator, run.sliceMs);
  const payloads = await (await askInParts(gateway.app, query, { accept: run.accept, variables })).rest();
  await gateway.close();
  const { data, errors, failed } = merged(payloads);
  const codes = errors.map(({ extensions }) => extensions.code);
  const stated = payloads.at(-1)?.extensions?.accesslink.calls;
  return { answer: { data: withoutLinks(data), codes, failed, paths: takePaths(simulator), stated }, payloads };
}

interface Run {
  readonly accept: string;
  readonly sliceMs: number | undefined;
}

/** What is of the moment. */
const withoutLinks = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null), (key, part: unknown) => (key === 'fetchedAt' ? 0 : sorted(part)));

/** Objects with their names in one order: which of several parts came first is chance. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

describe('an operation drawn at random, with parts of it deferred and streamed at random', () => {
  it(
    'has the answer and the calls that it has without the directives',
    async () => {
      const from = await asker();
      let inParts = 0;
      for (let index = 0; index < OPERATIONS; index += 1) {
        const random = createRandom('parts', index);
        const { query, variables } = answerableOperation(random, from);
        const parted = withRandomParts(query, random, schema);
        const sliceMs = random.chance(0.3) ? -1 : undefined;
        const whole = await answerOf(query, variables, { accept: 'application/json', sliceMs });
        const run = { accept: random.pick([IDS, PATHS, 'text/event-stream, application/json']), sliceMs };
        const { answer, payloads } = await answerOf(parted, variables, run);
        // Too many parts, or a field that is streamed in one place and not in another.
        if (answer.data === null && payloads.length === 1) continue;
        expect({ index, parted, ...answer }).toEqual({ index, parted, ...whole.answer });
        if (payloads.length > 2) inParts += 1;
      }
      expect(inParts).toBeGreaterThan(OPERATIONS / 3);
    },
    OPERATIONS * 2_000,
  );
});
