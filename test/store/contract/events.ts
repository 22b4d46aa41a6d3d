// Events: each is appended once, in an order in which a reader misses none.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { StoredEvent } from '../../../src/store/contract/events.ts';
import type { ReceivedSignal } from '../../../src/store/contract/signals.ts';
import { DAY, type InDatabase, NOW } from '../test-database.ts';
import { event } from '../samples.ts';

export function eventContract(inDatabase: InDatabase): void {
  it(
    'returns the events of one user after an id, oldest first',
    inDatabase(async ({ open }) => {
      const { events } = await open();
      expect(await events.latest('475')).toBeNull();
      const first = await events.append(event('a'));
      await events.append(event('other', { polarUserId: '476' }));
      const second = await events.append(event('b', { date: null, entityId: 'x1', type: 'EXERCISE' }));
      const { key: _, ...wanted } = event('b', { date: null, entityId: 'x1', type: 'EXERCISE' });
      expect(second).toEqual({ id: expect.stringMatching(/^\d+$/), ...wanted });
      expect(await events.after('475', null, 10)).toEqual([first, second]);
      expect(await events.after('475', null, 1)).toEqual([first]);
      expect(await events.after('475', first?.id ?? '', 10)).toEqual([second]);
      expect(await events.latest('475')).toBe(second?.id);
    }),
  );

  it(
    'appends an event of one key once, until it is deleted',
    inDatabase(async ({ open }) => {
      const { events } = await open();
      const appended = await Promise.all(Array.from({ length: 20 }, () => events.append(event('a'))));
      expect(appended.filter((one) => one !== null)).toHaveLength(1);
      expect(await events.deleteBefore(NOW)).toBe(0);
      const last = await events.latest('475');
      expect(await events.deleteBefore(NOW + 1)).toBe(1);
      const again = await events.append(event('a', { createdAt: NOW + DAY }));
      expect(Number(again?.id)).toBeGreaterThan(Number(last));
    }),
  );

  it(
    'shows a reader every event of many writers in two processes',
    inDatabase(async ({ open }) => {
      const [one, two] = [await open(), await open()];
      const total = 150;
      let isWritten = false;
      const writing = Promise.all(
        Array.from({ length: total }, (_, index) => (index % 2 ? one : two).events.append(event(`k${index}`))),
      ).finally(() => void (isWritten = true));
      const seen: StoredEvent[] = [];
      for (let isOver = false; !isOver; ) {
        // Whatever is found missing after the last one was written stays missing.
        const wasWritten = isWritten;
        const found = await one.events.after('475', seen.at(-1)?.id ?? null, 7);
        seen.push(...found);
        // SQLite answers reads without a turn of the event loop, in which those who write wait.
        await nextTurn();
        isOver = wasWritten && found.length === 0;
      }
      await writing;
      expect(new Set(seen.map(({ id }) => id)).size).toBe(total);
    }),
  );

  it(
    'signals what it appends, and nothing else',
    inDatabase(async ({ open }) => {
      const { events, signals } = await open();
      const received: ReceivedSignal[] = [];
      signals.listen((signal) => received.push(signal));
      const first = await events.append(event('a'));
      await events.append(event('a'));
      const second = await events.append(event('b'));
      await expect.poll(() => received).toHaveLength(2);
      expect(received).toEqual([first, second].map((one) => ({ type: 'event', polarUserId: '475', id: one?.id })));
    }),
  );

  it(
    'rejects what is no id of an event',
    inDatabase(async ({ open }) => {
      const { events } = await open();
      for (const id of ['', 'x', '-1', '1.5', '1e3', '9'.repeat(30), "1' or 1=1"]) {
        await expect(events.after('475', id, 10)).rejects.toMatchObject({ code: 'invalid' });
      }
    }),
  );
}
