// An event stream: written as it is read, ended with its reader, and never silent.
import { setTimeout as wait } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { sseResponse } from '../../../src/server/graphql/sse.ts';
import { systemClock } from '../../../src/system-clock.ts';

/** Endless results, and counts of how many were requested and how often they were ended. */
function endless(delayMs = 0) {
  const seen = { requested: 0, ended: 0 };
  const results: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]: () => results,
    next: async () => {
      seen.requested += 1;
      await wait(delayMs);
      return { done: false, value: { data: { number: seen.requested } } };
    },
    return: async () => {
      seen.ended += 1;
      return { done: true, value: undefined };
    },
  };
  return { results, seen };
}

const clock = systemClock;
const idOf = ({ data }: ExecutionResult) => String(data?.['number']);

async function read(response: Response, chunks: number): Promise<string> {
  const reader = response.body?.getReader();
  let text = '';
  for (let index = 0; index < chunks; index++) text += new TextDecoder().decode((await reader?.read())?.value);
  reader?.releaseLock();
  return text;
}

describe('an event stream', () => {
  it('starts at once, and sends each result with its id', async () => {
    const { results } = endless();
    const response = sseResponse(results, { idOf, clock, signal: new AbortController().signal });
    expect(await read(response, 3)).toBe(
      ':\n\nid: 1\nevent: next\ndata: {"data":{"number":1}}\n\nid: 2\nevent: next\ndata: {"data":{"number":2}}\n\n',
    );
    await response.body?.cancel();
  });

  it('requests no more results than its reader reads', async () => {
    const { results, seen } = endless();
    const response = sseResponse(results, { idOf, clock, signal: new AbortController().signal, heartbeatMs: 5 });
    await wait(100);
    expect(seen.requested).toBeLessThanOrEqual(1);
    await read(response, 4);
    await wait(100);
    expect(seen.requested).toBeLessThanOrEqual(4);
    await response.body?.cancel();
  });

  it('ends its source when its reader cancels or disconnects, also before it has started', async () => {
    const cancelled = endless();
    await sseResponse(cancelled.results, { idOf, clock, signal: new AbortController().signal }).body?.cancel();
    const aborted = endless();
    const disconnect = new AbortController();
    sseResponse(aborted.results, { idOf, clock, signal: disconnect.signal });
    disconnect.abort();
    const late = endless();
    sseResponse(late.results, { idOf, clock, signal: AbortSignal.abort() });
    expect([cancelled, aborted, late].map(({ seen }) => seen.ended)).toEqual([1, 1, 1]);
  });

  it('sends heartbeats while there is no result, and none that nobody reads', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { results } = endless(10_000);
    const response = sseResponse(results, { idOf, clock, signal: new AbortController().signal, heartbeatMs: 10 });
    expect(await read(response, 1)).toBe(':\n\n');
    // Ten signs are due and nobody reads: one waits, and the next comes when it is due.
    vi.advanceTimersByTime(100);
    expect(await read(response, 1)).toBe(':\n\n');
    let isRead = false;
    const next = read(response, 1).then((text) => {
      isRead = true;
      return text;
    });
    await wait(0);
    expect(isRead).toBe(false);
    vi.advanceTimersByTime(10);
    expect(await next).toBe(':\n\n');
    await response.body?.cancel();
  });
});
