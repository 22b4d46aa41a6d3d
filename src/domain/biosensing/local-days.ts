// Records with UTC times alone, by the days of the caller: AccessLink does not say by which clock they were measured.
import { startOfPeriod } from '../../accesslink/record-dates.ts';
import type { BodyTemperaturePeriod, SkinContactPeriod } from '../../generated/accesslink.ts';
import { addDays, type IsoDate } from '../../calendar.ts';
import type { CachedValue } from '../../loading/context.ts';
import type { Loader } from '../../loading/readers/loader.ts';
import type { Context } from '../context.ts';
import type { Counted } from '../convert/records.ts';

type Records<W> = CachedValue<readonly W[]> & Counted;

const DAY_MS = 86_400_000;

/**
 * Loads the records that begin on a day of the caller's time zone: those of the UTC days that it overlaps, without what
 * lies on the days before and after it, as far as they have begun. In UTC it is the day itself. A record without a time stays where it was found.
 */
export function byLocalDay<W extends BodyTemperaturePeriod | SkinContactPeriod>(
  loader: Loader<IsoDate, Records<W>>,
  { dayOf, today }: Pick<Context, 'dayOf' | 'today'>,
): Loader<IsoDate, Records<W>> {
  const isOn = (date: IsoDate, utcDate: IsoDate, record: W) => {
    const start = startOfPeriod(record);
    return (start === null ? utcDate : dayOf(start)) === date;
  };
  return {
    load: async (date) => {
      const begun = utcDatesOf(date, dayOf).filter((utcDate) => utcDate <= today.utc);
      const utcDates = begun.length > 0 ? begun : [date];
      const days = await Promise.all(utcDates.map((utcDate) => loader.load(utcDate)));
      const value = days.flatMap((day, index) =>
        day.value.filter((record) => isOn(date, utcDates[index] ?? date, record)),
      );
      const fetchedAt = Math.min(...days.map((day) => day.fetchedAt));
      return { ...(days[0] as Records<W>), value, fetchedAt, stale: days.some(({ stale }) => stale) };
    },
  };
}

/** The days of UTC that overlap a day of the caller. */
function utcDatesOf(date: IsoDate, dayOf: Context['dayOf']): IsoDate[] {
  return [addDays(date, -1), date, addDays(date, 1)].filter((utcDate) => {
    const start = Date.parse(utcDate);
    return utcDate === date || dayOf(start) === date || dayOf(start + DAY_MS - 1) === date;
  });
}
