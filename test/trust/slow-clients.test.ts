// Clients that do not get on: with their head, with their body, with reading an answer. Each is given up after its limit.
import { LISTEN_DEFAULTS } from '../../src/server/listen.ts';
import { headOf, open, raw, statusOf } from '../server/door/raw.ts';
import { serveStub, textAnswer } from '../server/door/stub-app.ts';
import { bar, type Measurement } from './support/bar.ts';

/** Limits of the gateway as it is delivered, in milliseconds. */
const PROMISED = { headersMs: 10_000, requestMs: 20_000, unreadMs: 30_000 };
/** The same, so much shorter that a test can wait for them. */
const SHORT = { headersMs: 100, requestMs: 100, unreadMs: 100 };
const NONE = { headersMs: 0, requestMs: 0, unreadMs: 1e9 };
/** The server looks for slow clients once a second; a busy machine may take longer. */
const PATIENCE_MS = 20_000;
const CONTROL_PATIENCE_MS = 2_500;
const BIG = 'x'.repeat(20_000_000);

const SLOW: Readonly<Record<string, string>> = {
  'a request that never begins': '',
  'a head that does not end': 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ',
  'a body that does not end': `${headOf('POST /graphql', { 'Content-Length': '10' })}12345`,
};

/** What does not come in time is null. */
const within = <Value>(work: Promise<Value>, milliseconds: number) =>
  Promise.race([work, new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds))]);

/** Whether the connection of a client that reads nothing is closed in time. */
async function isDropped({ url, connections }: Awaited<ReturnType<typeof serveStub>>, patienceMs: number) {
  open(url, headOf('GET /big', { Connection: 'keep-alive' })).pause();
  const end = performance.now() + patienceMs;
  let hasCome = false;
  while (performance.now() < end) {
    const count = await connections();
    if (hasCome && count === 0) return true;
    hasCome ||= count > 0;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

async function measure(limits: typeof SHORT, patienceMs: number): Promise<Measurement> {
  const server = await serveStub({
    fetch: async (request) => textAnswer(request.method === 'POST' ? await request.text() : BIG),
    ...limits,
  });
  const breaches: string[] = [];
  await Promise.all(
    Object.entries(SLOW).map(async ([kind, text]) => {
      const answer = await within(raw(server.url, text), patienceMs);
      if (answer === null || statusOf(answer) !== 408) breaches.push(`${kind} is not answered with 408`);
    }),
  );
  if (breaches.length === 0 && !(await isDropped(server, patienceMs))) breaches.push('an unread answer is not dropped');
  for (const [name, milliseconds] of Object.entries(PROMISED)) {
    if (LISTEN_DEFAULTS[name as keyof typeof PROMISED] !== milliseconds) breaches.push(`${name} is another`);
  }
  return { figure: `${Object.keys(SLOW).length + 1} kinds: ${breaches.length} not given up`, breaches };
}

bar('slow-clients', {
  measure: () => measure(SHORT, PATIENCE_MS),
  control: () => measure(NONE, CONTROL_PATIENCE_MS),
});
