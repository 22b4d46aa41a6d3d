// What an operation reads of the days of its nights: asked for with the nights, whose dates are the days' dates.
import type { IsoDate } from '../../calendar.ts';
import { isPromise } from '../../promise-or-value.ts';
import type { Context } from '../context.ts';

/** Records of a day, by the names of their loaders. */
export const DAY_PARTS = [
  'activity',
  'heartRate',
  'cardioLoad',
  'alertness',
  'circadianBedtime',
  'exercises',
  'bodyTemperature',
  'skinTemperature',
  'skinContacts',
  'ecgTests',
  'spo2Tests',
] as const;

export type DayPart = (typeof DAY_PARTS)[number];

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
