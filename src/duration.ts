// Lengths of time: ISO 8601 text ("PT1H30M") and seconds. Years and months have no fixed length and are not read.

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const PATTERN = new RegExp(`^P(?:${NUMBER}W)?(?:${NUMBER}D)?(?:T(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}S)?)?$`);
const UNITS = [604_800, 86_400, 3_600, 60, 1];
const MICROSECONDS = 1_000_000;

/** Seconds of an ISO 8601 duration, to the microsecond; null for null and for text that is none, such as `PT` or `P1M`. */
export function secondsOfDuration(text: string | null): number | null {
  const match = text === null || /[PT]$/.test(text) ? null : PATTERN.exec(text);
  if (!match) return null;
  let seconds = 0;
  for (let index = 0; index < UNITS.length; index += 1) {
    const number = match[index + 1];
    if (number !== undefined) seconds += Number(number.replace(',', '.')) * (UNITS[index] ?? 0);
  }
  return toMicroseconds(seconds) / MICROSECONDS;
}

/** The ISO 8601 duration of a number of seconds, in hours, minutes and seconds; null for null, negative and infinite. */
export function durationOfSeconds(seconds: number | null): string | null {
  if (seconds === null || !Number.isFinite(seconds) || seconds < 0) return null;
  const total = toMicroseconds(seconds);
  const minutes = Math.floor(total / MICROSECONDS / 60);
  const rest = total - minutes * 60 * MICROSECONDS;
  const text = part(Math.floor(minutes / 60), 'H') + part(minutes % 60, 'M') + part(rest / MICROSECONDS, 'S');
  return `PT${text || '0S'}`;
}

function toMicroseconds(seconds: number): number {
  return Math.round(seconds * MICROSECONDS);
}

/** Never in exponential notation, which ISO 8601 does not know. */
function part(value: number, unit: string): string {
  if (value === 0) return '';
  return Number.isInteger(value) ? `${value}${unit}` : `${value.toFixed(6).replace(/0+$/, '')}${unit}`;
}
