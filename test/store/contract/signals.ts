// Signals to every listener.
import { expect, it } from 'vitest';
import type { ReceivedSignal, Signal } from '../../../src/store/contract/signals.ts';
import type { InPlace } from '../place.ts';

const invalidate = {
  type: 'invalidate',
  polarUserId: '475',
  records: [{ resource: 'sleep', keys: ['2026-11-20'] }],
  sender: 'a process',
} as const satisfies Signal;

export function signalContract(inPlace: InPlace): void {
  it(
    'reaches every listener of the process in order, until it stops listening',
    inPlace(async ({ open }) => {
      const { signals } = await open();
      const [one, two]: [ReceivedSignal[], ReceivedSignal[]] = [[], []];
      const listener = (heard: ReceivedSignal) => void one.push(heard);
      const stops = [signals.listen(listener), signals.listen(listener)];
      signals.listen((heard) => two.push(heard));
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
    'carries a list too long for a message as everything',
    inPlace(async ({ open, engine }) => {
      const { signals } = await open();
      const heard: ReceivedSignal[] = [];
      signals.listen((one) => heard.push(one));
      const keys = Array.from({ length: 3000 }, (_, index) => `exercise-ä-${index}`);
      const long = { ...invalidate, records: [{ resource: 'exercises', keys }] };
      const whole = { ...invalidate, records: [{ resource: 'exercises', keys: null }] };
      await signals.send(long);
      await signals.send(invalidate);
      await expect.poll(() => heard).toEqual([engine === 'postgres' ? whole : long, invalidate]);
    }),
  );
}
