// The stand-in upstream: answers as AccessLink does after a set time, counts the calls, and writes down when each came and went.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createSimulator } from '../../../src/simulator/simulator.ts';
import { createBodies, type Settings } from './bodies.ts';
import type { RecordedCall } from './client.ts';

/** Rate limits that nothing reaches. */
const AMPLE = {
  'ratelimit-usage': '1, 1',
  'ratelimit-limit': '100000000, 100000000',
  'ratelimit-reset': '900, 86400',
};

let settings: Settings = { latencyMs: 0, heartRates: 288, recording: false, simulated: false };
let count = 0;
let calls: RecordedCall[] = [];
const bodyOf = createBodies();
const simulator = await createSimulator({ limits: { short: 1_000_000, long: 1_000_000 } });
const [person] = simulator.people;

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const { url = '/' } = request;
  if (url.startsWith('/bench/')) return void control(request, response);
  count += 1;
  const begin = performance.now();
  if (settings.recording) response.once('finish', () => calls.push({ path: url, begin, end: performance.now() }));
  const answer = () => (settings.simulated ? void forward(request, response) : send(response, bodyOf(url, settings)));
  if (settings.latencyMs === 0) answer();
  else setTimeout(answer, settings.latencyMs);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});

function send(response: ServerResponse, body: Buffer | null): void {
  if (body === null) return void response.writeHead(204, AMPLE).end();
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length, ...AMPLE }).end(body);
}

/** Whoever asks is the simulator's first person, with a token of their own, so that nothing of theirs is cached. */
async function forward({ url = '/', method = 'GET' }: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = { authorization: `Bearer ${person?.token}` };
  const path = url.replace(/^\/v3\/users\/\d+$/, `/v3/users/${person?.userId}`);
  const reply = await fetch(`${simulator.url}${path}`, { method, headers });
  const body = Buffer.from(await reply.arrayBuffer());
  const type = reply.headers.get('content-type');
  response.writeHead(reply.status, { ...(type && { 'content-type': type }), ...AMPLE }).end(body);
}

/** `POST /bench/settings` changes settings; `POST /bench/calls` answers with the calls since the last time. */
async function control(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/bench/settings') {
    settings = { ...settings, ...(JSON.parse(await text(request)) as Partial<Settings>) };
  }
  const body = JSON.stringify({ count, calls });
  [count, calls] = [0, []];
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}
