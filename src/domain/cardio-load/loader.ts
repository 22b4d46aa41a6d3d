// Cardio load: 28 days a range; over a long recent stretch one call for the last n days, up to 180.
import {
  getCardioLoad,
  listCardioLoadsForDays,
  listCardioLoadsInRange,
} from '../../accesslink/endpoints/cardio-load.ts';
import { dayOfText } from '../../accesslink/record-dates.ts';
import type { CardioLoad } from '../../generated/accesslink.ts';
import type { DatedResource } from '../../loading/plan/resource.ts';

export const cardioLoadResource: DatedResource<'CardioLoad'> = {
  name: 'cardio load',
  limits: { maxAgeDays: null, aheadDays: 0, hasDate: true, maxRangeDays: 28, recentDays: null, maxPeriodDays: 180 },
  forms: { date: getCardioLoad, range: listCardioLoadsInRange, period: listCardioLoadsForDays },
  flags: {},
  dateOf: ({ date }) => dayOfText(date),
  isNothing: isFiller,
};

/** Ranges hold every day: one without a value says so by its status and has no number. */
function isFiller(record: CardioLoad): boolean {
  const numbers = [record.cardio_load, record.strain, record.tolerance, record.cardio_load_ratio];
  const isUnavailable = record.cardio_load_status === 'LOAD_STATUS_NOT_AVAILABLE' || record.cardio_load_status === null;
  return isUnavailable && numbers.every((number) => number === null);
}
