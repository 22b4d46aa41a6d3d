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
  return (samples?.heart_rate.length ?? 0) === 0;
}

/** Of whom, and of which day, a record is. */
const IDENTIFYING = new Set(['polar_user', 'date']);

/** A record without a value: at most whose it is, and of which day. */
export function isHollow(record: object): boolean {
  const values = record as Readonly<Record<string, unknown>>;
  return Object.keys(values).every((property) => IDENTIFYING.has(property) || isBlank(values[property]));
}

/** A record, or a part of one, without any value. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== 'object') return false;
  if (ArrayBuffer.isView(value)) return value.byteLength === 0;
  return Array.isArray(value) ? value.length === 0 : Object.values(value).every(isBlank);
}
