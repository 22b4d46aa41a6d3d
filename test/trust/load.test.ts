// Load for as long as TRUST_MINUTES says, of many people, with requests that are aborted and requests that are wrong.
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
const PEOPLE = 50;
const CLIENTS = 8;
const SAMPLE_MS = 5_000;
const MIB = 1024 * 1024;
const LIMITS = { slopeMiB: 0.1, rssBytes: (MEMORY_MB + 250) * MIB, descriptors: 10 };

function queryFor(random: Random): string {
  const days = 1 + random.below(28);
  return random.pick([
    `{ viewer { days(range: { lastDays: ${days} }) { nodes { date activity { steps } night { deviceId } } } } }`,
    `{ viewer { nights(range: { lastDays: ${days} }) { nodes { deviceId lightSleepSeconds } } } }`,
    '{ viewer { firstName exercises { nodes { device } } physicalInfo { weightKg } } }',
  ]);
}

async function sendOne(url: string, random: Random): Promise<void> {
  const { token, userId } = canaryPerson(random.below(PEOPLE));
  const credential = { authorization: `Bearer ${token}`, 'polar-user-id': userId };
  if (random.chance(0.1)) {
    await sendRaw(url, randomRequest(random, { ids: [], credentials: [credential], fileLinks: ['/files/x'] }));
    return;
  }
  const signal = random.chance(0.3) ? AbortSignal.timeout(1 + random.below(15)) : null;
  try {
    const headers = { 'content-type': 'application/json', ...credential };
    const body = JSON.stringify({ query: queryFor(random) });
    await (await fetch(`${url}/graphql`, { method: 'POST', headers, body, signal })).text();
  } catch (failure) {
    if (!signal?.aborted) throw failure;
  }
}

/** MiB a minute by which the settled memory grew, by the straight line that fits best. */
function slopeOf(observations: readonly Observation[]): number {
  const values = observations.map(({ settledBytes }) => settledBytes / MIB);
  const [middle, mean] = [(values.length - 1) / 2, values.reduce((sum, value) => sum + value, 0) / values.length];
  const rise = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  const run = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return (rise / run) * (60_000 / SAMPLE_MS);
}

async function measure(minutes: number, leaks: boolean): Promise<Measurement> {
  const upstream = await startCanaryUpstream(() => 2);
  const memory = { MEMORY_MB: String(MEMORY_MB) };
  const program = startObservedProgram({ PORT: '0', ACCESSLINK_URL: upstream.url, ...memory }, leaks);
  const url = new URL(await program.url).origin;
  const end = performance.now() + minutes * 60_000;
  let sent = 0;
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    const random = createRandom('load', client);
    for (; performance.now() < end; sent += 1) await sendOne(url, random);
  });
  const observations: Observation[] = [];
  while (performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    observations.push(await program.observe());
  }
  await Promise.all(clients);
  program.child.kill('SIGTERM');
  await program.ended;
  await upstream.close();
  const warm = observations.slice(Math.floor(observations.length / 3));
  const [slope, rss] = [slopeOf(warm), Math.max(...observations.map(({ rssBytes }) => rssBytes))];
  const descriptors = (warm.at(-1)?.descriptors ?? 0) - (warm[0]?.descriptors ?? 0);
  const figure = `${minutes} minutes, ${sent} requests: ${slope.toFixed(3)} MiB a minute, RSS at most ${Math.round(rss / MIB)} MiB, ${descriptors} descriptors more`;
  const isHeld = slope < LIMITS.slopeMiB && rss <= LIMITS.rssBytes && descriptors <= LIMITS.descriptors;
  return { figure, breaches: isHeld ? [] : [figure] };
}

// A slope needs minutes: vitest.config.ts has this file in the long form only.
bar('load', {
  measure: () => measure(MINUTES, false),
  control: () => measure(CONTROL_MINUTES, true),
  timeout: (MINUTES + 10) * 60_000,
});
