// The day of a night is read with the night: it has the same date.
import type { IsoDate } from '../../calendar.ts';
import { isPromise } from '../../promise-or-value.ts';
import type { Context } from '../context.ts';

/**
 * Reads what the operation needs of the day of a night that is being read: whether there is a night does not change what
 * AccessLink is asked for, and nobody waits twice. Whoever selects the day gets the same reads, and their failures.
 */
export function readDayOfNight(date: IsoDate, { loaders, nightDayParts }: Context): void {
  for (const part of nightDayParts) {
    const read =
      part === 'exercises' ? loaders.exercises.load({ kind: 'days', from: date, to: date }) : loaders[part].load(date);
    if (isPromise<unknown>(read)) read.catch(() => {});
  }
}
