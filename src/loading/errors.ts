// The one failure of this layer: a date that AccessLink no longer serves.
import type { IsoDate } from '../calendar.ts';

/** A date older than the window of its resource: nothing was sent, or AccessLink rejected the request. */
export class OutOfWindowError extends Error {
  override readonly name = 'OutOfWindowError';
  readonly date: IsoDate;
  readonly maxAgeDays: number | null;

  constructor(resource: string, date: IsoDate, maxAgeDays: number | null) {
    const limit =
      maxAgeDays === null ? 'AccessLink refused it as too old' : `AccessLink serves ${maxAgeDays} days back`;
    super(`Cannot read ${resource} of ${date}: ${limit}`);
    this.date = date;
    this.maxAgeDays = maxAgeDays;
  }
}
