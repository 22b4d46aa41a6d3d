// Requests that wait for a free connection: first come, first served, and their time has not begun.
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { createTurns } from '../../src/accesslink/turns.ts';
import type { Clock } from '../../src/clock.ts';
import { systemClock } from '../../src/system-clock.ts';
import { until, upstream } from './upstream.ts';

const CONNECTIONS = 16;
/** Until the headers, and until the end of the body. */
const TIMERS = 2;

test('no time limit runs for a request before it is sent, and all are sent, whatever becomes of those before', async () => {
  let running = 0;
  const after: Clock['after'] = (milliseconds, task) => {
    running += 1;
    const cancel = systemClock.after(milliseconds, task);
    return () => {
      running -= 1;
      cancel();
    };
  };
  const open: ServerResponse[] = [];
  const { send, seen } = await upstream((response) => void open.push(response), { clock: { ...systemClock, after } });
  const replies = Promise.allSettled(Array.from({ length: 40 }, () => send()));
  await until(() => open.length === CONNECTIONS);
  expect([running, seen.length]).toEqual([CONNECTIONS * TIMERS, CONNECTIONS]);
  for (let answered = 0; answered < 40; answered += 1) {
    await until(() => open.length > 0);
    open.shift()?.end(answered % 2 === 0 ? '[]' : undefined);
  }
  expect((await replies).filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  expect(seen).toHaveLength(40);
  await until(() => running === 0);
});

test('turns are taken in the order in which they were asked for', async () => {
  const turns = createTurns(2);
  const order: number[] = [];
  const waiting = [0, 1, 2, 3, 4].map(async (nth) => {
    const release = await turns.take();
    order.push(nth);
    return release;
  });
  const [first, second] = await Promise.all(waiting.slice(0, 2));
  expect(order).toEqual([0, 1]);
  second?.();
  await waiting[2];
  expect(order).toEqual([0, 1, 2]);
  first?.();
  (await waiting[2])?.();
  for (const release of await Promise.all(waiting.slice(3))) release();
  expect(order).toEqual([0, 1, 2, 3, 4]);
  await Promise.all([turns.take(), turns.take()]);
});
