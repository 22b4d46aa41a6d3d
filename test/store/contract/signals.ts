// Signals to every listener.
import { expect, it } from 'vitest';
import type { ReceivedSignal, Signal } from '../../../src/store/contract/signals.ts';
import type { InPlace } from '../place.ts';

const expire = {
  type: 'expire',
  polarUserId: '475',
  resource: 'sleep',
  whats: ['2026-11-20'],
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
      await signals.send(expire);
      await expect.poll(() => two).toHaveLength(1);
      expect(one).toEqual([expire, expire]);
      stops[0]?.();
      const more: Signal[] = [
        { type: 'erase', polarUserId: '475' },
        { ...expire, whats: null },
      ];
      for (const signal of more) await signals.send(signal);
      await expect.poll(() => two).toEqual([expire, ...more]);
      expect(one).toEqual([expire, expire, ...more]);
    }),
  );

  it(
    'carries a list too long for a message as everything',
    inPlace(async ({ open, engine }) => {
      const { signals } = await open();
      const heard: ReceivedSignal[] = [];
      signals.listen((one) => heard.push(one));
      const long = { ...expire, whats: Array.from({ length: 3000 }, (_, index) => `exercise-ä-${index}`) };
      await signals.send(long);
      await signals.send(expire);
      await expect.poll(() => heard).toEqual([engine === 'postgres' ? { ...expire, whats: null } : long, expire]);
    }),
  );
}
