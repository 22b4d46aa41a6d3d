import { systemClock } from '../../../src/system-clock.ts';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { streamChunks } from '../../../src/server/http/stream.ts';
import { startGateway } from '../../support/gateway.ts';
import { handWritten, QUERY } from './file-requests.ts';

const MB = 1024 * 1024;
const PIECE = Buffer.alloc(64 * 1024, 'health ');
const PIECES = (100 * MB) / PIECE.length;

/** The link to the FIT of the one exercise, on a real socket. */
async function linkOver(answer: (response: ServerResponse, request: IncomingMessage) => void): Promise<string> {
  const { origin } = await handWritten(answer);
  const gateway = await startGateway({ hasSocket: true, app: { accessLinkUrl: origin } });
  onTestFinished(() => gateway.close());
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  });
  const { data } = (await response.json()) as { data: { viewer: { exercises: { nodes: { files: Files }[] } } } };
  return data.viewer.exercises.nodes[0]?.files.fit.url ?? '';
}

interface Files {
  readonly fit: { readonly url: string };
}

interface Poured {
  pieces: number;
  isClosed: boolean;
}

/** Writes pieces as they are taken; tells how many were. */
function pour(response: ServerResponse, poured: Poured): void {
  function* pieces() {
    for (; poured.pieces < PIECES; poured.pieces += 1) yield PIECE;
  }
  pipeline(Readable.from(pieces(), { highWaterMark: 1 }), response, () => {
    poured.isClosed = true;
  });
}

describe('a large file', () => {
  it('passes through with its bytes and without being held', async () => {
    const poured: Poured = { pieces: 0, isClosed: false };
    const url = await linkOver((response) => pour(response, poured));
    const digest = createHash('sha256');
    const held: number[] = [];
    let size = 0;
    const [message] = (await once(get(url), 'response')) as [IncomingMessage];
    for await (const chunk of message) {
      digest.update(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size % (5 * MB) < (chunk as Buffer).length) held.push(memory());
    }
    const expected = createHash('sha256');
    for (let piece = 0; piece < PIECES; piece += 1) expected.update(PIECE);
    expect(size).toBe(PIECES * PIECE.length);
    expect(digest.digest('hex')).toBe(expected.digest('hex'));
    expect(held.length).toBeGreaterThan(10);
    expect(Math.max(...held.slice(3)) - Math.min(...held.slice(0, 3))).toBeLessThan(50 * MB);
  }, 60_000);

  it('waits when the client does not take it', async () => {
    const poured: Poured = { pieces: 0, isClosed: false };
    const url = await linkOver((response) => pour(response, poured));
    const request = get(url);
    const [message] = (await once(request, 'response')) as [IncomingMessage];
    const standsStill = async () => {
      const before = poured.pieces;
      await wait(500);
      return before > 0 && poured.pieces === before;
    };
    await expect.poll(standsStill).toBe(true);
    expect(poured.pieces).toBeLessThan(PIECES / 2);
    message.destroy();
  });

  it('is asked for no longer when the client goes', async () => {
    const poured: Poured = { pieces: 0, isClosed: false };
    const url = await linkOver((response) => pour(response, poured));
    const request = get(url);
    const [message] = (await once(request, 'response')) as [IncomingMessage];
    await once(message, 'data');
    request.destroy();
    await expect.poll(() => poured.isClosed).toBe(true);
    expect(poured.pieces).toBeLessThan(PIECES);
  });

  it('is asked for no longer when the client goes before its first byte', async () => {
    let [isAsked, isClosed] = [false, false];
    const url = await linkOver((response) => {
      isAsked = true;
      response.once('close', () => {
        isClosed = true;
      });
      response.flushHeaders();
    });
    const request = get(url).on('error', () => {});
    await expect.poll(() => isAsked).toBe(true);
    request.destroy();
    await expect.poll(() => isClosed).toBe(true);
  });
});

describe('a file that breaks', () => {
  it('in its middle is cut, so that nobody takes it for whole', async () => {
    const url = await linkOver((response) => {
      response.write(PIECE);
      setTimeout(() => response.destroy(), 50);
    });
    const [message] = (await once(get(url), 'response')) as [IncomingMessage];
    message.resume();
    await expect(once(message, 'end')).rejects.toThrow('aborted');
    expect(message.complete).toBe(false);
  });

  it('at its beginning is answered with 502', async () => {
    const url = await linkOver((response) => response.end(Buffer.from([0x1f, 0x8b, 1, 2, 3, 4])));
    expect((await fetch(url)).status).toBe(502);
  });

  it('by an encoding that was not asked for is answered with 502', async () => {
    const url = await linkOver((response) => response.setHeader('content-encoding', 'br').end('x'));
    expect((await fetch(url)).status).toBe(502);
  });

  it('by unpacking to more than anybody records is cut', async () => {
    const bomb = gzipSync(Buffer.alloc(130 * MB));
    const url = await linkOver((response) => response.end(bomb));
    const response = await fetch(url);
    await expect(response.arrayBuffer()).rejects.toThrow('terminated');
  }, 30_000);

  it('is passed on whole when it is empty or a single byte', async () => {
    for (const body of ['', 'x']) {
      const url = await linkOver((response) => response.end(body));
      expect(await (await fetch(url)).text()).toBe(body);
    }
  });
});

describe('a stream that stands still', () => {
  it('is ended, whether bytes are missing or somebody to take them', async () => {
    const ends: string[] = [];
    let giveUp: (why: Error) => void = () => {};
    const first = { value: Buffer.from('a'), done: false } as const;
    const chunks = {
      next: vi.fn<() => Promise<IteratorResult<Buffer>>>().mockResolvedValueOnce(first),
    };
    chunks.next.mockImplementation(() => new Promise((_, reject) => (giveUp = reject)));
    const end = (why: Error) => {
      ends.push(why.message);
      giveUp(why);
    };
    const options = {
      clock: systemClock,
      stallMs: 500,
      signal: new AbortController().signal,
      onEnd: () => ends.push('over'),
    };
    const reader = (await streamChunks({ chunks, end }, options)).getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('a');
    await expect(reader.read()).rejects.toThrow('The download stalled');
    expect(ends.slice(0, 2)).toEqual(['over', 'The download stalled']);
    ends.length = 0;
    chunks.next.mockResolvedValueOnce(first);
    await streamChunks({ chunks, end }, options);
    await expect.poll(() => ends).toContain('The download stalled');
  });
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** What is really held. */
function memory(): number {
  collectGarbage();
  const { external, heapUsed } = process.memoryUsage();
  return external + heapUsed;
}
