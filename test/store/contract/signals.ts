// Signals between all listeners on one database.
import { expect, it } from 'vitest';
import type { ReceivedSignal, Signal } from '../../../src/store/contract/signals.ts';
import type { InDatabase } from '../test-database.ts';

const invalidate = {
  type: 'invalidate',
  polarUserId: '475',
  records: [{ resource: 'sleep', keys: ['2026-11-20'] }],
  sender: 'a process',
} as const satisfies Signal;

export function signalContract(inDatabase: InDatabase): void {
  it(
    'reaches every listener of the process in order, until it stops listening',
    inDatabase(async ({ open }) => {
      const { signals } = await open();
      const [one, two]: [ReceivedSignal[], ReceivedSignal[]] = [[], []];
      const listener = (signal: ReceivedSignal) => void one.push(signal);
      const stops = [signals.listen(listener), signals.listen(listener)];
      signals.listen((signal) => two.push(signal));
      await signals.send(invalidate);
      await expect.poll(() => two).toHaveLength(1);
      expect(one).toEqual([invalidate, invalidate]);
      stops[0]?.();
      const more: Signal[] = [
        { type: 'erase', polarUserId: '475' },
        { ...invalidate, records: [{ resource: 'sleep', keys: null }] },
      ];
      for (const signal of more) await signals.send(signal);
      await expect.poll(() => two).toEqual([invalidate, ...more]);
      expect(one).toEqual([invalidate, invalidate, ...more]);
    }),
  );

  it(
    'with more keys than fit into a message names the whole resource',
    inDatabase(async ({ open, engine }) => {
      const { signals } = await open();
      const received: ReceivedSignal[] = [];
      signals.listen((signal) => received.push(signal));
      const keys = Array.from({ length: 3000 }, (_, index) => `exercise-ä-${index}`);
      const long = { ...invalidate, records: [{ resource: 'exercises', keys }] };
      const whole = { ...invalidate, records: [{ resource: 'exercises', keys: null }] };
      await signals.send(long);
      await signals.send(invalidate);
      await expect.poll(() => received).toEqual([engine === 'postgres' ? whole : long, invalidate]);
    }),
  );
}
