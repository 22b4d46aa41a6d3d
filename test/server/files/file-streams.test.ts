// Streaming of files over a real socket: size, speed, and what breaks off.
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
import { startFileServer, QUERY } from './file-requests.ts';

const MB = 1024 * 1024;
const PIECE = Buffer.alloc(64 * 1024, 'health ');
const PIECES = (100 * MB) / PIECE.length;

/** The link to the FIT file of the only exercise, at a server on a socket. */
async function linkOver(answer: (response: ServerResponse, request: IncomingMessage) => void): Promise<string> {
  const { origin } = await startFileServer(answer);
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

interface Progress {
  pieces: number;
  isClosed: boolean;
}

/** Writes pieces as fast as they are read, and counts them. */
function sendPieces(response: ServerResponse, progress: Progress): void {
  function* pieces() {
    for (; progress.pieces < PIECES; progress.pieces += 1) yield PIECE;
  }
  pipeline(Readable.from(pieces(), { highWaterMark: 1 }), response, () => {
    progress.isClosed = true;
  });
}

describe('a large file', () => {
  it('arrives with all its bytes, and is not held in memory', async () => {
    const progress: Progress = { pieces: 0, isClosed: false };
    const url = await linkOver((response) => sendPieces(response, progress));
    const digest = createHash('sha256');
    const memoryUse: number[] = [];
    let size = 0;
    const [message] = (await once(get(url), 'response')) as [IncomingMessage];
    for await (const chunk of message) {
      digest.update(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size % (5 * MB) < (chunk as Buffer).length) memoryUse.push(memory());
    }
    const expected = createHash('sha256');
    for (let piece = 0; piece < PIECES; piece += 1) expected.update(PIECE);
    expect(size).toBe(PIECES * PIECE.length);
    expect(digest.digest('hex')).toBe(expected.digest('hex'));
    expect(memoryUse.length).toBeGreaterThan(10);
    expect(Math.max(...memoryUse.slice(3)) - Math.min(...memoryUse.slice(0, 3))).toBeLessThan(50 * MB);
  });

  it('is not read from AccessLink while the client does not read', async () => {
    const progress: Progress = { pieces: 0, isClosed: false };
    const url = await linkOver((response) => sendPieces(response, progress));
    const request = get(url);
    const [message] = (await once(request, 'response')) as [IncomingMessage];
    const standsStill = async () => {
      const before = progress.pieces;
      await wait(500);
      return before > 0 && progress.pieces === before;
    };
    await expect.poll(standsStill).toBe(true);
    expect(progress.pieces).toBeLessThan(PIECES / 2);
    message.destroy();
  });

  it('is read from AccessLink no further when the client disconnects', async () => {
    const progress: Progress = { pieces: 0, isClosed: false };
    const url = await linkOver((response) => sendPieces(response, progress));
    const request = get(url);
    const [message] = (await once(request, 'response')) as [IncomingMessage];
    await once(message, 'data');
    request.destroy();
    await expect.poll(() => progress.isClosed).toBe(true);
    expect(progress.pieces).toBeLessThan(PIECES);
  });

  it('is closed at AccessLink when the client disconnects before its first byte', async () => {
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

describe('a file that breaks off or cannot be decompressed', () => {
  it('after its first bytes aborts the connection: the client sees that it is incomplete', async () => {
    const url = await linkOver((response) => {
      response.write(PIECE);
      setTimeout(() => response.destroy(), 50);
    });
    const [message] = (await once(get(url), 'response')) as [IncomingMessage];
    message.resume();
    await expect(once(message, 'end')).rejects.toThrow('aborted');
    expect(message.complete).toBe(false);
  });

  it('before its first bytes has the status 502', async () => {
    const url = await linkOver((response) => response.end(Buffer.from([0x1f, 0x8b, 1, 2, 3, 4])));
    expect((await fetch(url)).status).toBe(502);
  });

  it('because of an encoding that was not requested has the status 502', async () => {
    const url = await linkOver((response) => response.setHeader('content-encoding', 'br').end('x'));
    expect((await fetch(url)).status).toBe(502);
  });

  it('because it decompresses to more than the limit aborts the connection', async () => {
    const bomb = gzipSync(Buffer.alloc(130 * MB), { level: 1 });
    const url = await linkOver((response) => response.end(bomb));
    const [message] = (await once(get(url), 'response')) as [IncomingMessage];
    message.resume();
    await expect(once(message, 'end')).rejects.toThrow('aborted');
  });

  it('is not taken for broken when it is empty or a single byte', async () => {
    for (const body of ['', 'x']) {
      const url = await linkOver((response) => response.end(body));
      expect(await (await fetch(url)).text()).toBe(body);
    }
  });
});

describe('a stream that stalls', () => {
  it('is aborted, whether the source sends nothing or the client reads nothing', async () => {
    const ends: string[] = [];
    let rejectNext: (reason: Error) => void = () => {};
    const first = { value: Buffer.from('a'), done: false } as const;
    const chunks = {
      next: vi.fn<() => Promise<IteratorResult<Buffer>>>().mockResolvedValueOnce(first),
    };
    chunks.next.mockImplementation(() => new Promise((_, reject) => (rejectNext = reject)));
    const end = (reason: Error) => {
      ends.push(reason.message);
      rejectNext(reason);
    };
    const options = {
      clock: systemClock,
      stallMs: 500,
      signal: new AbortController().signal,
      onEnd: () => ends.push('ended'),
    };
    const reader = (await streamChunks({ chunks, end }, options)).getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('a');
    await expect(reader.read()).rejects.toThrow('The download stalled');
    expect(ends.slice(0, 2)).toEqual(['ended', 'The download stalled']);
    ends.length = 0;
    chunks.next.mockResolvedValueOnce(first);
    await streamChunks({ chunks, end }, options);
    await expect.poll(() => ends).toContain('The download stalled');
  });
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes in use after a garbage collection. */
function memory(): number {
  collectGarbage();
  const { external, heapUsed } = process.memoryUsage();
  return external + heapUsed;
}
