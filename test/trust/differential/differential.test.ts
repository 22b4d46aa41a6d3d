// Random operations, answered by the gateway cold, warm, after others and without AccessLink: always the direct evaluation.
import { isoDate } from '../../../src/calendar.ts';
import type * as keys from '../../../src/loading/cache/keys.ts';
import { createSimulator, type Simulator } from '../../../src/simulator/simulator.ts';
import { type Asked, type Gateway, NOW } from '../../support/gateway.ts';
import { isLong } from '../../support/long.ts';
import { bar, type Measurement } from '../support/bar.ts';
import { type Build, build, withBroken } from '../support/build.ts';
import { createRandom, SEED } from '../support/random.ts';
import type { RandomOperation } from '../support/random-operation.ts';
import { firstDifference } from './difference.ts';
import { evaluate } from './direct.ts';
import { answerableOperation, type Asker } from './operations.ts';
import { localDate } from './readings.ts';
import { createRest, type Rest } from './rest.ts';

const OPERATIONS = isLong ? 5_000 : 50;
/** The control keeps records of other days for these: a few show it. */
const CONTROL_OPERATIONS = 15;
/** People of the simulator: complete, without biosensing at UTC-8, newly registered, without nights at UTC+5:30. */
const PEOPLE = [0, 1, 2, 7];
/** After this long what is of today and yesterday has expired, and older days have not. */
const LATER_MS = 3 * 3_600_000;

interface Examinee extends Asker {
  readonly rest: Rest;
  readonly headers: Readonly<Record<string, string>>;
  /** Has answered all earlier operations. */
  readonly shared: Gateway;
}

async function examineeOf(index: number, simulator: Simulator, { startGateway }: Build): Promise<Examinee> {
  const person = simulator.people[index];
  if (!person) throw new RangeError(`Cannot examine person ${index}: there is none`);
  const { userId, token, timeZone } = person;
  const rest = createRest(simulator.url, token);
  const sessions = await rest.list('/v3/exercises');
  return {
    userId,
    timeZone,
    rest,
    today: localDate(NOW, timeZone),
    sessions: sessions.map(({ id, start_time }) => ({ id: String(id), start: String(start_time) })),
    headers: { authorization: `Bearer ${token}`, 'polar-user-id': userId, 'accesslink-time-zone': timeZone },
    shared: await startGateway({ app: { accessLinkUrl: simulator.url } }),
  };
}

interface Round {
  readonly operation: RandomOperation;
  readonly examinee: Examinee;
  readonly simulator: Simulator;
}

/** How the gateway's answers differ from the direct evaluation; null for an operation that it refuses for its price. */
async function differencesIn({ operation, examinee, simulator }: Round, { startGateway }: Build) {
  let now = NOW;
  const { query, variables } = operation;
  const gateway = await startGateway({ now: () => now, app: { accessLinkUrl: simulator.url } });
  const ask = (of: Gateway) => of.ask(query, { variables, headers: examinee.headers });
  const answers: Record<string, Asked> = { cold: await ask(gateway), warm: await ask(gateway) };
  answers['after others'] = await ask(examinee.shared);
  now += LATER_MS;
  simulator.addFault({ kind: 'status', status: 503 });
  answers['without AccessLink'] = await ask(gateway);
  simulator.clearFaults();
  await gateway.close();
  if (gateway.reports.length > 0) return gateway.reports.map(String);
  if (JSON.stringify(answers['cold']?.errors ?? []).includes('COST_EXCEEDED')) return null;
  const world = { rest: examinee.rest, person: examinee, now: NOW };
  const expected = await evaluate(operation, { ...world, isStale: false });
  const stale = await evaluate(operation, { ...world, isStale: true });
  const calls = answers['warm']?.extensions.accesslink.calls ?? 0;
  for (const [mode, { data, errors }] of Object.entries(answers)) {
    const wanted = mode === 'without AccessLink' ? stale : expected;
    const difference = errors ? JSON.stringify(errors) : firstDifference(data, wanted);
    if (difference !== null) return [`${mode}: ${difference}`];
  }
  return calls === 0 ? [] : [`warm: ${calls} calls`];
}

async function measure(builder: Build, operations: number): Promise<Measurement> {
  const simulator = await createSimulator({ now: () => NOW, dialect: 'documented', limits: { short: 1e9, long: 1e9 } });
  const examinees = await Promise.all(PEOPLE.map((index) => examineeOf(index, simulator, builder)));
  const breaches: string[] = [];
  let refused = 0;
  for (let index = 0; index < operations; index += 1) {
    const random = createRandom('differential', index);
    const examinee = random.pick(examinees);
    const operation = answerableOperation(random, examinee);
    const found = await differencesIn({ operation, examinee, simulator }, builder);
    if (found === null) refused += 1;
    const shown = `operation ${index}, ${operation.query}, ${JSON.stringify(operation.variables)}`;
    breaches.push(...(found ?? []).map((difference) => `${difference} in ${shown}`));
  }
  await Promise.all(examinees.map(({ shared }) => shared.close()));
  await simulator.close();
  if (refused > operations / 20) breaches.push(`${refused} operations were refused for their price`);
  const figure = `${operations} operations (seed ${SEED}), cold, warm, after others, without AccessLink: ${breaches.length} differ`;
  return { figure, breaches };
}

bar('differential', {
  measure: () => measure(build, OPERATIONS),
  control: () =>
    withBroken<typeof keys, Measurement>(
      'src/loading/cache/keys.ts',
      ({ dateKey }) => ({ dateKey: (date) => dateKey(isoDate(`${date.slice(0, 8)}01`)) }),
      (broken) => measure(broken, CONTROL_OPERATIONS),
    ),
  timeout: 3_600_000,
});
