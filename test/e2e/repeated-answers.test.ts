// Answers that are repeated, against the slow way: whatever happens meanwhile, whoever asks again gets what they would be
// answered now, but for the rate windows, and nobody gets what is another person's.
import { expect, it } from 'vitest';
import { AINO, type WebhookGateway } from '../support/delivering.ts';
import { headersOf, NOW } from '../support/gateway.ts';
import { isLong } from '../support/long.ts';
import { type Change, type Hits, withCountedAnswers } from '../support/repeated-answers.ts';
import type { Build } from '../trust/support/build.ts';
import { createRandom, type Random } from '../trust/support/random.ts';

const STEPS = isLong ? 5_000 : 150;
/** Questions of one person between two events: only what is asked again is repeated. */
const QUESTIONS = 5;
const MINUTE = 60_000;
const ORIGIN = 'http://gateway.test';
const OTHER_PROCESS = 'another process';

const QUERIES = [
  '{ viewer { polarUserId night(date: "2026-11-20") { date sleepScore recharge { ansCharge } } } }',
  '{ viewer { days(range: { lastDays: 5 }) { nodes { date activity { steps } } } } }',
  'query Q($d: Date!) { viewer { day(date: $d) { heartRate { date } cardioLoad { strain } } } }',
  '{ viewer { id firstName exercises(first: 2) { nodes { id startTime } } } sports { name } }',
  '{ viewer { polarUserId } rateLimit { short { used } } }',
  '{ viewer { polarUserId sessions { isCurrent } } }',
  '{ viewer { coverage(range: { lastDays: 2 }) { resource days { date status } } } }',
];
const RESOURCES = [
  'sleep',
  'nightly recharge',
  'daily activity',
  'cardio load',
  'continuous heart rate',
  'exercises',
  'user',
];
const ZONES = ['', '', '', 'Pacific/Kiritimati'];

type Headers = Readonly<Record<string, string>>;

interface World {
  readonly gateway: WebhookGateway;
  readonly clock: { later: number };
  readonly people: readonly Person[];
}

interface Person {
  readonly userId: string;
  headers: Headers;
  readonly isSession: boolean;
}

async function startWorld({ startWebhookGateway }: Build): Promise<World> {
  const clock = { later: 0 };
  const gateway = await startWebhookGateway({ now: () => NOW + clock.later });
  const { simulator } = gateway;
  const second = simulator.people[1]?.userId ?? '';
  const people = [
    { userId: AINO, headers: { authorization: await gateway.signIn(AINO) }, isSession: true },
    { userId: second, headers: { authorization: await gateway.signIn(second) }, isSession: true },
    { userId: AINO, headers: headersOf(simulator, 0), isSession: false },
  ];
  return { gateway, clock, people };
}

/** What happens before a person asks. */
const EVENTS: readonly ((world: World, person: Person, random: Random) => unknown)[] = [
  ({ clock }, _, random) => (clock.later += random.below(3 * MINUTE)),
  ({ clock }, _, random) => (clock.later += random.below(40 * MINUTE)),
  ({ clock }) => (clock.later = Math.max(0, clock.later - MINUTE)),
  ({ clock }, _, random) => (clock.later += random.chance(0.2) ? 1_440 * MINUTE : 0),
  ({ gateway }, { userId }, random) =>
    gateway.store.records.invalidate({
      polarUserId: userId,
      records: [{ resource: random.pick(RESOURCES), keys: null }],
      sender: OTHER_PROCESS,
    }),
  ({ gateway }, { headers }) => gateway.ask('mutation { forgetMe { userErrors { code } } }', { headers }),
  // Another process: this one hears of it by the signal alone.
  ({ gateway }, { userId, isSession }) => isSession && gateway.store.sessions.deleteOfUser(userId),
  ({ gateway }, { headers }) => gateway.ask('mutation { endAllSessions { endedCount } }', { headers }),
];

async function textOf({ gateway }: World, path: string, { headers, body }: { headers: Headers; body: string }) {
  const all = { 'content-type': 'application/json', accept: 'application/json', ...headers };
  const response = await gateway.app.fetch(new Request(`${ORIGIN}${path}`, { method: 'POST', headers: all, body }));
  return (await response.text()).replaceAll(/"(used|resetsAt)":("[^"]*"|\d+)/g, '"$1":0');
}

const isFromMemory = (text: string) => /"calls":0,"fromMemory":\d+,"fromStore":0,"joined":0,"stale":0/.test(text);
const dataIn = (text: string) => JSON.stringify((JSON.parse(text) as { data?: unknown }).data);

/** What the quick way says that the slow one does not; null when they agree. */
async function difference(world: World, random: Random, headers: Headers): Promise<string | null> {
  const zone = random.pick(ZONES);
  const asked = {
    headers: { ...headers, ...(zone === '' ? {} : { 'accesslink-time-zone': zone }) },
    body: JSON.stringify({ query: random.pick(QUERIES), variables: { d: '2026-11-20' } }),
  };
  const quick = await textOf(world, '/graphql', asked);
  const slow = await textOf(world, '/graphql?slow', asked);
  const isSame = isFromMemory(quick) ? quick === slow : dataIn(quick) === dataIn(slow);
  return isSame ? null : `${asked.body} ${JSON.stringify(asked.headers)}\nquick ${quick}\nslow  ${slow}`;
}

async function signInAgain({ gateway }: World, person: Person): Promise<void> {
  const { errors } = await gateway.ask('{ viewer { polarUserId } }', { headers: person.headers });
  if (errors) person.headers = { authorization: await gateway.signIn(person.userId) };
}

async function differences(build: Build, hits: Hits): Promise<{ readonly found: string[]; readonly hits: number }> {
  const world = await startWorld(build);
  const found: string[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const random = createRandom('repeated', step);
    const person = random.pick(world.people);
    const event = random.chance(0.4) ? random.pick(EVENTS) : null;
    // Whoever was signed out stays so for the questions after it.
    if (event === null && person.isSession) await signInAgain(world, person);
    await event?.(world, person, random);
    const { headers } = person;
    for (let question = 0; question < QUESTIONS && found.length === 0; question += 1) {
      const one = await difference(world, random, headers);
      if (one !== null) found.push(`step ${step}: ${one}`);
    }
  }
  await world.gateway.close();
  return { found, hits: hits.count };
}

it('whoever asks again is answered as the slow way would answer now, whatever has happened', async () => {
  const { found, hits } = await withCountedAnswers(differences);
  expect(found).toEqual([]);
  expect(hits).toBeGreaterThan(STEPS / 4);
});

const [NIGHT = ''] = QUERIES;

/** What happens to a person, the answer to whom is repeated until then. */
const ENDS: readonly (readonly [string, Change, (world: World, person: Person) => unknown])[] = [
  [
    'a record in it expires',
    (answer) => ({ ...answer, freshness: { ...answer.freshness, freshUntil: Infinity } }),
    ({ clock }) => (clock.later += 14 * MINUTE),
  ],
  [
    'its records are invalidated by another process',
    (answer) => ({ ...answer, freshness: { freshUntil: answer.freshness.freshUntil, isUnchanged: () => true } }),
    ({ gateway }, { userId }) =>
      gateway.store.records.invalidate({
        polarUserId: userId,
        records: [{ resource: 'sleep', keys: null }],
        sender: OTHER_PROCESS,
      }),
  ],
  [
    'the session is ended by another process',
    (answer) => ({ ...answer, isAuthentic: () => true }),
    ({ gateway }, { userId }) => gateway.store.sessions.deleteOfUser(userId),
  ],
];

/** How often the answer was repeated, before and after what happened, and whether it is what the slow way answers then. */
async function askedAround(
  happen: (world: World, person: Person) => unknown,
  build: Build,
  hits: Hits,
): Promise<{ readonly before: number; readonly isSame: boolean }> {
  const world = await startWorld(build);
  const person = world.people[0] as Person;
  const today = '2026-11-22';
  const asked = { headers: person.headers, body: JSON.stringify({ query: NIGHT.replace('2026-11-20', today) }) };
  // Read, remembered, repeated; the first wave may have left something to be learnt.
  for (let times = 0; times < 5; times += 1) await textOf(world, '/graphql', asked);
  const before = hits.count;
  await happen(world, person);
  const quick = await textOf(world, '/graphql', asked);
  const slow = await textOf(world, '/graphql?slow', asked);
  await world.gateway.close();
  return {
    before,
    isSame: dataIn(quick) === dataIn(slow) && isFromMemory(quick) === isFromMemory(slow) && quick === slow,
  };
}

it.each(ENDS)('an answer ends when %s; one that did not would be found', async (_, careless, happen) => {
  const careful = await withCountedAnswers(async (build, hits) => askedAround(happen, build, hits));
  const wrong = await withCountedAnswers(async (build, hits) => askedAround(happen, build, hits), careless);
  expect(careful.before).toBeGreaterThan(0);
  expect(wrong.before).toBeGreaterThan(0);
  expect(wrong.isSame).toBe(false);
});
