// Records that only say that there is nothing on their day.
import type { CardioLoad, ContinuousHeartrate } from '../generated/accesslink.ts';

/** Ranges of cardio load hold every day: one without a value says so by its status and has no number but fillers of 0. */
export function isEmptyCardioLoad(record: CardioLoad): boolean {
  const numbers = [record.cardio_load, record.strain, record.tolerance, record.cardio_load_ratio];
  const isUnavailable = record.cardio_load_status === 'LOAD_STATUS_NOT_AVAILABLE' || record.cardio_load_status === null;
  return isUnavailable && numbers.every((number) => number === null || number === 0);
}

/** A day of heart rate without a sample. */
export function isEmptyHeartRate({ heart_rate_samples: samples }: ContinuousHeartrate): boolean {
  return (samples ?? []).length === 0;
}
