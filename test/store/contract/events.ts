// Events: each once, in an order in which a reader misses none.
import { expect, it } from 'vitest';
import type { StoredEvent } from '../../../src/store/contract/deliveries.ts';
import type { ReceivedSignal } from '../../../src/store/contract/signals.ts';
import { DAY, type InPlace, NOW } from '../place.ts';
import { event } from '../samples.ts';

export function eventContract(inPlace: InPlace): void {
  it(
    'gives back what came after an id, oldest first, of one user',
    inPlace(async ({ open }) => {
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
    'appends an event of one key once, until it is forgotten',
    inPlace(async ({ open }) => {
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
    'skips no event for a reader who follows many writers in two processes',
    inPlace(async ({ open }) => {
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
        isOver = wasWritten && found.length === 0;
      }
      await writing;
      expect(new Set(seen.map(({ id }) => id)).size).toBe(total);
    }),
  );

  it(
    'signals what it appends, and only that',
    inPlace(async ({ open }) => {
      const { events, signals } = await open();
      const heard: ReceivedSignal[] = [];
      signals.listen((one) => heard.push(one));
      const first = await events.append(event('a'));
      await events.append(event('a'));
      const second = await events.append(event('b'));
      await expect.poll(() => heard).toHaveLength(2);
      expect(heard).toEqual([first, second].map((one) => ({ type: 'event', polarUserId: '475', id: one?.id })));
    }),
  );

  it(
    'refuses what is no id of an event',
    inPlace(async ({ open }) => {
      const { events } = await open();
      for (const id of ['', 'x', '-1', '1.5', '1e3', '9'.repeat(30), "1' or 1=1"]) {
        await expect(events.after('475', id, 10)).rejects.toMatchObject({ code: 'invalid' });
      }
    }),
  );
}
