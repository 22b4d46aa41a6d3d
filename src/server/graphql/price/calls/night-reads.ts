// What is read with nights, whether they exist or not: their parts, and those of their days that the operation needs.
import { lookUpSessions } from './listed-days.ts';
import { readDates, type ReadStage, type SomeDates } from './reads.ts';
import type { Situation } from './situation.ts';

/** Reads the nights of days at a stage. */
export function readNights(
  stage: ReadStage,
  days: SomeDates,
  { nightParts, nightDayParts, today }: Pick<Situation, 'nightParts' | 'nightDayParts' | 'today'>,
): void {
  for (const part of nightParts) readDates(stage, part, days);
  for (const part of nightDayParts) {
    if (part === 'exercises') lookUpSessions(stage, days.dates, today);
    else readDates(stage, part, days);
  }
}
