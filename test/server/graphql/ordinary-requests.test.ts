// Ordinary requests are answered without Yoga: byte for byte as Yoga answers the same request with a query in its URL.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/operation-limits.ts';
import { noTelemetry, type Telemetry } from '../../../src/server/observability/telemetry.ts';
import { basicOf, CLIENT } from '../../support/client.ts';
import { headersOf, type StoringGateway, startGateway } from '../../support/gateway.ts';
import { isLong } from '../../support/long.ts';
import { createRandom, type Random } from '../../trust/support/random.ts';
import { randomOperation } from '../../trust/support/random-operation.ts';
import { type Known, randomRequest } from '../../trust/support/random-request.ts';
import { wireOf } from '../../trust/support/raw-request.ts';
import { open, received } from '../door/raw.ts';
import { ACCEPTS, BODIES, NAMES, ORIGIN, OTHER_HEADERS, TYPES } from './request-parts.ts';

const ROUNDS = isLong ? 5_000 : 400;
const ORDINARY = Buffer.from('POST /graphql HTTP');
/** The router has the path alone; only an ordinary request has nothing behind it. */
const OF_YOGA = Buffer.from('POST /graphql?yoga HTTP');

interface Way {
  readonly gateway: StoringGateway;
  /** What was said to whoever watches, without times. */
  readonly said: unknown[];
}

async function startWay(): Promise<Way> {
  const said: unknown[] = [];
  const telemetry: Telemetry = {
    ...noTelemetry,
    operation: ({ milliseconds, ...summary }) =>
      said.push(comparable(JSON.stringify({ ...summary, codes: summary.codes.length, isTimed: milliseconds >= 0 }))),
    request: async (about, run) => {
      const response = await run();
      said.push({ ...about, status: response.status });
      return response;
    },
  };
  const gateway = await startGateway({
    store: {},
    client: CLIENT,
    hasSocket: true,
    app: { limits: DEFAULT_LIMITS, corsOrigins: [ORIGIN], telemetry },
  });
  return { gateway, said };
}

let [direct, byYoga]: Way[] = [];
let known: Known;
beforeAll(async () => {
  [direct, byYoga] = await Promise.all([startWay(), startWay()]);
  const { simulator } = (direct as Way).gateway;
  const person = headersOf(simulator, 0);
  const ids =
    '{ viewer { id day(date: "2026-11-20") { id activity { id } night { id } } exercises { nodes { id } } } }';
  for (const way of [direct, byYoga]) await way?.gateway.ask(ids, { headers: person });
  const answer = JSON.stringify(await direct?.gateway.ask(ids, { headers: person }));
  await byYoga?.gateway.ask(ids, { headers: person });
  known = {
    ids: [...answer.matchAll(/"id":"([\w-]+)"/g)].map(([, id = '']) => id).slice(0, 20),
    credentials: [
      person,
      headersOf(simulator, 1),
      { authorization: 'Bearer unknown' },
      { authorization: basicOf(CLIENT) },
      {},
    ],
    fileLinks: ['/files/x'],
  };
});
afterAll(() => Promise.all([direct?.gateway.close(), byYoga?.gateway.close()]));

/**
 * Links to files are encrypted anew, times differ, and so does the order in which AccessLink's replies to one wave come. A
 * field that fails may end an operation while others are read: what was read is chance, and so is what the next one finds.
 */
function comparable(text: string): string {
  return text
    .replaceAll(/"(calls|fromMemory|fromStore|joined|stale)":\d+/g, '"$1":0')
    .replaceAll(/"trace":\[[^\]]*\]/g, '"trace":[]')
    .replace(/^Date: .*\r\n/im, '')
    .replaceAll(/"(url|milliseconds|resetsAt|used)":(?:"[^"]*"|[\d.]+)/g, '"$1":0')
    .replace(/^content-length: .*\r\n/im, '');
}

/** The status line and the headers in any order and case, and the body. */
function parted(text: string): object {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const body = rest.map(withDataFirst);
  const [status, ...headers] = head.split('\r\n');
  return { status, headers: headers.map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase())).sort(), body };
}

/** The text of a large result is made another way than that of others; its data come first. */
function withDataFirst(body: string): string {
  if (!body.startsWith('{')) return body;
  const { data, ...rest } = JSON.parse(body) as { readonly data?: unknown };
  if (data === null) return 'nothing: which of several failures ended it is chance';
  return JSON.stringify(data === undefined ? rest : { data, ...rest });
}

const bodyOf = (text: string) => Buffer.from(text.slice(text.indexOf('\r\n\r\n') + 4));

function lengthIn(text: string): number | null {
  const length = /^content-length: (\d+)\r\n/im.exec(text)?.[1];
  return length === undefined ? null : Number(length);
}

/** Whether a request is ordinary as far as its first line says, and comes as a whole. */
function isComparable(bytes: Buffer): boolean {
  const [head = ''] = bytes.toString('latin1').split('\r\n\r\n', 1);
  const isClosing = /^connection: close\r?$/m.test(head);
  const isOurs = bytes.subarray(0, ORDINARY.length).equals(ORDINARY);
  return isOurs && isClosing && lengthIn(`${head}\r\n`) === bytes.length - head.length - 4;
}

async function replyOf(way: Way | undefined, bytes: Buffer): Promise<object> {
  const { gateway, said } = way as Way;
  said.length = 0;
  const socket = open(gateway.url);
  socket.write(bytes);
  const text = await received(socket);
  const length = lengthIn(text);
  return {
    ...parted(comparable(text)),
    said: [...said],
    isWhole: length === null || length === bodyOf(text).byteLength,
  };
}

/** The reply to a request and to the same one as Yoga gets it. */
async function repliesTo(ordinary: Buffer): Promise<{ readonly ours: object; readonly yogas: object }> {
  const forYoga = Buffer.concat([OF_YOGA, ordinary.subarray(ORDINARY.length)]);
  const [ours, yogas] = [await replyOf(direct, ordinary), await replyOf(byYoga, forYoga)];
  return { ours, yogas };
}

function ownRequest(random: Random): Buffer {
  const { query, variables } = randomOperation(random, { ids: known.ids, allows: (_, field) => field !== 'rateLimit' });
  const operation = { query, variables, ...random.pick(NAMES) };
  return wireOf({
    method: 'POST',
    target: '/graphql',
    headers: {
      accept: random.pick(ACCEPTS),
      'content-type': random.pick(TYPES),
      ...random.pick(known.credentials),
      ...random.pick(OTHER_HEADERS),
    },
    body: Buffer.from(random.chance(0.3) ? random.pick(BODIES) : JSON.stringify(operation)),
  });
}

describe('an ordinary request', () => {
  it('is answered as Yoga answers it, whatever it says, to its client and to whoever watches', async () => {
    let compared = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const random = createRandom('ordinary', round);
      const bytes = random.chance(0.7) ? ownRequest(random) : randomRequest(random, known);
      // The rate windows are of the moment, and so is every answer that quotes them as data.
      if (!isComparable(bytes) || bytes.includes('rateLimit')) continue;
      compared += 1;
      const text = `round ${round}: ${bytes.toString('latin1')}`;
      const { ours, yogas } = await repliesTo(bytes);
      expect({ bytes: text, ...ours }).toEqual({ bytes: text, ...yogas });
    }
    expect(compared).toBeGreaterThan(ROUNDS / 2);
    expect(direct?.gateway.reports).toEqual(byYoga?.gateway.reports);
  });

  it.each(ACCEPTS)('that accepts %j is answered as Yoga answers it, with and without errors', async (accept) => {
    for (const body of BODIES) {
      const headers = { accept, 'content-type': 'application/json', ...known.credentials[0] };
      const bytes = wireOf({ method: 'POST', target: '/graphql', headers, body: Buffer.from(body) });
      const { ours, yogas } = await repliesTo(bytes);
      expect({ body, ...ours }).toEqual({ body, ...yogas });
    }
  });
});
