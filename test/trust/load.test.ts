// Load for as long as TRUST_MINUTES says, of many people, with requests that are aborted and requests that are wrong.
import { buildProgram } from '../support/built-program.ts';
import { bar, type Measurement } from './support/bar.ts';
import { canaryPerson, startCanaryUpstream } from './support/canary-upstream.ts';
import { type Observation, startObservedProgram } from './support/observed-program.ts';
import { createRandom, type Random } from './support/random.ts';
import { randomRequest } from './support/random-request.ts';
import { sendRaw } from './support/raw-request.ts';

const MINUTES = Number(process.env['TRUST_MINUTES'] ?? 60);
/** What a control retains shows within this. */
const CONTROL_MINUTES = Math.min(1, MINUTES);
const MEMORY_MB = 64;
/** Their records are more than fit into that. */
const PEOPLE = 1_500;
const CLIENTS = 8;
const MIB = 1024 * 1024;
const LIMITS = { rssBytes: (MEMORY_MB + 250) * MIB, descriptors: 10 };
/** Code is compiled and documents are remembered for minutes: a slope of less time says whether much is retained, no more. */
const WARM_UP_MINUTES = 10;
const SLOPES_MIB = { short: 10, long: 0.1 };
const LONG_MINUTES = 30;

function queryFor(random: Random): string {
  const days = 1 + random.below(28);
  return random.pick([
    `{ viewer { days(range: { lastDays: ${days} }) { nodes { date activity { steps } night { deviceId } } } } }`,
    `{ viewer { nights(range: { lastDays: ${days} }) { nodes { deviceId lightSleepSeconds } } } }`,
    '{ viewer { firstName exercises { nodes { device } } physicalInfo { weightKg } } }',
  ]);
}

function credentialOf(index: number) {
  const { token, userId } = canaryPerson(index);
  return { authorization: `Bearer ${token}`, 'polar-user-id': userId };
}

async function ask(url: string, query: string, { index, signal }: { index: number; signal: AbortSignal | null }) {
  const headers = { 'content-type': 'application/json', ...credentialOf(index) };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }), signal });
  await response.text();
}

/** Fills the cache. */
async function askForEverybody(url: string): Promise<void> {
  const query = '{ viewer { days(range: { lastDays: 28 }) { nodes { activity { steps } night { deviceId } } } } }';
  let next = 0;
  const client = async () => {
    for (; next < PEOPLE; ) await ask(url, query, { index: next++, signal: null });
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

async function sendOne(url: string, random: Random): Promise<void> {
  const index = random.below(PEOPLE);
  if (random.chance(0.1)) {
    await sendRaw(url, randomRequest(random, { ids: [], credentials: [credentialOf(index)], fileLinks: ['/files/x'] }));
    return;
  }
  const signal = random.chance(0.3) ? AbortSignal.timeout(1 + random.below(15)) : null;
  try {
    await ask(url, queryFor(random), { index, signal });
  } catch (failure) {
    if (!signal?.aborted) throw failure;
  }
}

/** MiB a minute by which the settled memory grew, by the straight line that fits best. */
function slopeOf(observations: readonly Observation[], sampleMs: number): number {
  const values = observations.map(({ settledBytes }) => settledBytes / MIB);
  const [middle, mean] = [(values.length - 1) / 2, values.reduce((sum, value) => sum + value, 0) / values.length];
  const rise = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  const run = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return (rise / run) * (60_000 / sampleMs);
}

async function measure(minutes: number, leaks: boolean): Promise<Measurement> {
  const upstream = await startCanaryUpstream(() => 2);
  const built = buildProgram();
  const variables = { PORT: '0', ACCESSLINK_URL: upstream.url, MEMORY_MB: String(MEMORY_MB) };
  // Nobody has compiled anything for the program: so it starts where it is installed.
  const program = startObservedProgram(built.script, { ...variables, NODE_DISABLE_COMPILE_CACHE: '1' }, leaks);
  const url = new URL(await program.url).origin;
  await askForEverybody(url);
  const end = performance.now() + minutes * 60_000;
  let sent = 0;
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    const random = createRandom('load', client);
    for (; performance.now() < end; sent += 1) await sendOne(url, random);
  });
  // Not often: to observe is to collect garbage, which would hide how much of it there is.
  const sampleMs = Math.max(5_000, minutes * 1_000);
  const observations: Observation[] = [];
  while (performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, sampleMs));
    observations.push(await program.observe());
  }
  await Promise.all(clients);
  program.child.kill('SIGTERM');
  await program.ended;
  built.remove();
  await upstream.close();
  return measurementOf(observations, { minutes, sent, sampleMs });
}

function measurementOf(
  observations: readonly Observation[],
  { minutes, sent, sampleMs }: { minutes: number; sent: number; sampleMs: number },
): Measurement {
  const warmUp = Math.min(WARM_UP_MINUTES, minutes / 3);
  const warm = observations.slice(Math.ceil((warmUp * 60_000) / sampleMs));
  const [slope, rss] = [slopeOf(warm, sampleMs), observations.at(-1)?.peakRssBytes ?? Number.NaN];
  const descriptors = (warm.at(-1)?.descriptors ?? 0) - (warm[0]?.descriptors ?? 0);
  const figure = `${minutes} minutes, ${sent} requests: ${slope.toFixed(3)} MiB a minute, RSS at most ${Math.round(rss / MIB)} MiB, ${descriptors} descriptors more`;
  const slopeLimit = minutes < LONG_MINUTES ? SLOPES_MIB.short : SLOPES_MIB.long;
  const isHeld = slope < slopeLimit && rss <= LIMITS.rssBytes && descriptors <= LIMITS.descriptors;
  return { figure, breaches: isHeld ? [] : [figure] };
}

// A slope needs minutes: vitest.config.ts has this file in the long form only.
bar('load', {
  measure: () => measure(MINUTES, false),
  control: () => measure(CONTROL_MINUTES, true),
  timeout: (MINUTES + 15) * 60_000,
});
