// Small requests that would be dear, twelve families of them in five sizes: the price of each is its rejection.
import { DEFAULT_LIMITS } from '../../src/operation-limits.ts';
import type * as documentSize from '../../src/server/graphql/price/document-size.ts';
import { type Bomb, bombs } from '../server/graphql/price/bombs.ts';
import { isLong } from '../support/long.ts';
import type { Gateway } from '../support/gateway.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type Build, build, withBroken } from './support/build.ts';

const LIMIT_MS = 50;
const LIMIT_BYTES = 2_000;
/** The fastest counts: whatever else the machine does makes some slower, and none faster. */
const ATTEMPTS = 5;

/**
 * Milliseconds until now: of the clock in the long form, which has the machine for itself, else of what this process has worked,
 * since other tests run at the same time.
 */
function spent(): number {
  if (isLong) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

interface Refusal {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly isRefused: boolean;
}

async function send({ app }: Gateway, { body }: Bomb): Promise<Refusal> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const start = spent();
  const response = await app.fetch(new Request('http://gateway.test/graphql', { method: 'POST', headers, body }));
  const text = await response.text();
  return {
    milliseconds: spent() - start,
    bytes: text.length,
    isRefused: /"code":"(COST_EXCEEDED|BAD_USER_INPUT)"/.test(text) && !text.includes('"data"'),
  };
}

async function measure({ startGateway }: Build, sent: readonly Bomb[] = bombs): Promise<Measurement> {
  const gateway = await startGateway({ app: { limits: DEFAULT_LIMITS } });
  await gateway.ask('{ __typename }');
  const breaches: string[] = [];
  let [slowest, largest] = [0, 0];
  for (const bomb of sent) {
    const refusals: Refusal[] = [];
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) refusals.push(await send(gateway, bomb));
    const milliseconds = Math.min(...refusals.map((refusal) => refusal.milliseconds));
    const bytes = Math.max(...refusals.map((refusal) => refusal.bytes));
    [slowest, largest] = [Math.max(slowest, milliseconds), Math.max(largest, bytes)];
    const isHeld = refusals.every(({ isRefused }) => isRefused) && milliseconds < LIMIT_MS && bytes < LIMIT_BYTES;
    if (!isHeld) breaches.push(`${bomb.family}, ${bomb.size}: ${milliseconds.toFixed(1)} ms, ${bytes} bytes`);
  }
  const calls = gateway.simulator.requests.length;
  if (calls > 0) breaches.push(`${calls} calls were sent`);
  breaches.push(...gateway.reports.map((report) => `unexpected: ${String(report)}`));
  await gateway.close();
  const figure = `${sent.length} requests: at most ${slowest.toFixed(1)} ms and ${largest} bytes, ${calls} calls`;
  return { figure, breaches };
}

const smallest = bombs.filter(({ family }, index) => bombs.findIndex((one) => one.family === family) === index);

bar('bombs', {
  measure: () => measure(build),
  control: () =>
    withBroken<typeof documentSize, Measurement>(
      'src/server/graphql/price/document-size.ts',
      () => ({ checkDocumentSize: () => {} }),
      (broken) => measure(broken, smallest),
    ),
});
