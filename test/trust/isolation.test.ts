// Many people at once, whose requests are often aborted on their way: nobody ever sees what is another's.
import { createHash } from 'node:crypto';
import type * as keys from '../../src/loading/cache/keys.ts';
import { createSecret } from '../../src/secret.ts';
import { CLIENT } from '../support/client.ts';
import { sessionHash } from '../support/delivering.ts';
import { type StoringGateway, NOW } from '../support/gateway.ts';
import { isLong } from '../support/long.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type Build, build, withBroken } from './support/build.ts';
import { canaryPerson, type CanaryPerson, peopleIn, startCanaryUpstream } from './support/canary-upstream.ts';
import { createRandom, type Random } from './support/random.ts';

const PEOPLE = isLong ? 200 : 30;
const OPERATIONS = isLong ? 24 : 6;
const ABORTED = 0.3;
/** People who ask at the same time. */
const AT_ONCE = 40;

const DATES = ['2026-11-17', '2026-11-19', '2026-11-20', '2026-11-21'];

function queryFor(person: CanaryPerson, random: Random): string {
  const date = random.pick(DATES);
  const other = canaryPerson(random.below(PEOPLE));
  const night = (owner: string) => Buffer.from(JSON.stringify(['Night', owner, date])).toString('base64url');
  return random.pick([
    `{ viewer { polarUserId firstName day(date: "${date}") { activity { steps energyKcal } night { deviceId } } } }`,
    `{ viewer { days(range: { lastDays: ${1 + random.below(20)} }) { nodes { activity { steps } } } } }`,
    `{ viewer { nights(range: { lastDays: ${1 + random.below(28)} }) { nodes { deviceId lightSleepSeconds } } } }`,
    '{ viewer { exercises { nodes { device energyKcal polarExerciseId } } physicalInfo { weightKg } } }',
    '{ viewer { biosensing { spo2Tests { deviceId } } firstName } }',
    `{ nodes(ids: ["${night(person.userId)}", "${night(other.userId)}"]) { ... on Night { deviceId } } }`,
  ]);
}

/** A third signed in; the others bring their own token, half of them without their id. */
async function headersFor({ store }: StoringGateway, person: CanaryPerson): Promise<Record<string, string>> {
  const authorization = `Bearer ${person.token}`;
  if (person.index % 3 === 1) return { authorization };
  if (person.index % 3 === 2) return { authorization, 'polar-user-id': person.userId };
  const [polarUserId, token] = [person.userId, createSecret(person.token)];
  await store.users.connect({ polarUserId, memberId: null, registeredAt: NOW, token, connectedAt: NOW });
  const session = `alg_${createHash('sha256').update(person.token).digest('base64url')}`;
  const period = { createdAt: NOW, expiresAt: NOW + 86_400_000 };
  await store.sessions.create({ tokenHash: sessionHash(session), polarUserId, kind: 'app', ...period });
  return { authorization: `Bearer ${session}` };
}

/** The text of an answer; null when the request was aborted. */
async function ask(url: string, asked: { query: string; headers: Record<string, string>; abortMs: number | null }) {
  const stop = new AbortController();
  if (asked.abortMs !== null) setTimeout(() => stop.abort(), asked.abortMs);
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...asked.headers },
      body: JSON.stringify({ query: asked.query }),
      signal: stop.signal,
    });
    return await response.text();
  } catch (failure) {
    if (stop.signal.aborted) return null;
    throw failure;
  }
}

async function measure({ startGateway }: Build): Promise<Measurement> {
  const random = createRandom('isolation');
  const upstream = await startCanaryUpstream(() => random.below(6));
  const gateway = await startGateway({
    store: {},
    client: CLIENT,
    hasSocket: true,
    app: { accessLinkUrl: upstream.url },
  });
  const breaches: string[] = [];
  let [answers, aborted, values] = [0, 0, 0];
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, index) => {
      const person = canaryPerson(index);
      return { person, headers: await headersFor(gateway, person) };
    }),
  );
  const asks = people.flatMap((one) => Array.from({ length: OPERATIONS }, () => ({ ...one, at: random.next() })));
  const work = asks.toSorted((one, other) => one.at - other.at);
  const runOne = async ({ person, headers }: (typeof work)[number]) => {
    const abortMs = random.chance(ABORTED) ? random.below(12) : null;
    const text = await ask(gateway.url, { query: queryFor(person, random), headers, abortMs });
    if (text === null) return void (aborted += 1);
    answers += 1;
    const seen = peopleIn(text);
    values += seen.size;
    const foreign = [...seen].filter((index) => index !== person.index);
    if (foreign.length > 0) breaches.push(`person ${person.index} was shown person ${foreign.join(', ')}`);
    if (text.includes('"INTERNAL"')) breaches.push(`person ${person.index} got an internal failure`);
  };
  for (let start = 0; start < work.length; start += AT_ONCE) {
    await Promise.all(work.slice(start, start + AT_ONCE).map(runOne));
  }
  await gateway.close();
  await upstream.close();
  if (values < answers / 2) breaches.push(`only ${values} of ${answers} answers had anybody's data`);
  const figure = `${PEOPLE} people, ${answers} answers, ${aborted} aborted: ${breaches.length} with another's data`;
  return { figure, breaches };
}

bar('isolation', {
  measure: () => measure(build),
  control: () =>
    withBroken<typeof keys, Measurement>(
      'src/loading/cache/keys.ts',
      ({ partitionOf }) => ({ partitionOf: () => partitionOf('everybody', createSecret('one')) }),
      measure,
    ),
  timeout: 300_000,
});
