// An AccessLink with a window: it refuses every request that reaches out of it, and has a record of every day inside.
import { addDays, datesBetween, type IsoDate } from '../../../src/calendar.ts';
import { resourceTable } from '../../../src/domain/resource-table.ts';
import type { DatedResource } from '../../../src/loading/plan/resource.ts';
import type { RecordName } from '../../../src/generated/accesslink.ts';
import { daysIn, failure } from '../support.ts';

/** The first and the last day that are served. */
export interface ServedDays {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** A record of each dated resource for a day, as it is sent. */
const records: Readonly<Record<string, (date: IsoDate) => object>> = {
  'daily activity': (date) => ({ start_time: `${date}T00:00` }),
  'activity samples': (date) => ({ date, steps: { total_steps: 1 } }),
  'continuous heart rate': (date) => ({ date, heart_rate_samples: [{ heart_rate: 60, sample_time: '08:00:00' }] }),
  'cardio load': (date) => ({ date, cardio_load: 9, cardio_load_status: 'MAINTAINING' }),
  alertness: (date) => ({ sleep_period_end_time: `${date}T06:00:00`, sleep_timezone_offset_minutes: 60 }),
  'circadian bedtime': (date) => ({
    preferred_sleep_period_end_time: `${date}T06:00:00`,
    sleep_timezone_offset_minutes: 60,
  }),
  'body temperature': (date) => ({ start_time: `${date}T06:00:00` }),
  'skin temperature': (date) => ({ sleep_date: date }),
  'skin contact': (date) => ({ start_time: `${date}T06:00:00` }),
  ECG: (date) => ({ test_time: Date.parse(`${date}T06:00:00Z`) / 1000, time_zone_offset: 0 }),
  'blood oxygen': (date) => ({ test_time: Date.parse(`${date}T06:00:00Z`) / 1000, time_zone_offset: 0 }),
};

/** Every resource that is read by ranges. */
export const rangeResources = Object.values(resourceTable).flatMap((resource) =>
  resource.kind === 'dated' && resource.limits.maxRangeDays !== null ? [resource as DatedResource<RecordName>] : [],
);

/** The answers for a resource: 400 to whatever reaches out of the served days. */
export function servedOnly({ name }: Pick<DatedResource<RecordName>, 'name'>, { first, last }: ServedDays) {
  return (path: string): unknown => {
    const period = /period\/days\/(\d+)/.exec(path);
    const days = period ? datesBetween(addDays(last, 1 - Number(period[1])), last) : daysIn(path);
    if (days.some((date) => date < first || date > last)) return failure('refused');
    return days.map((date) => records[name]?.(date));
  };
}
