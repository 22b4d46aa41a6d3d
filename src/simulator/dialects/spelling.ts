// How each dialect spells times, durations and links, and what it does with a missing value.

/** `documented`: as the API's documentation describes it; `live`: as the API really responds. */
export type Dialect = 'documented' | 'live';

/** A JSON object. */
export type Json = { [key: string]: unknown };

declare global {
  interface JSON {
    /** JSON text that is serialized unchanged: ids of 64 bits keep their digits. */
    rawJSON(text: string): object;
  }
}

/** An integer with any number of digits. */
export function wholeNumber(digits: string): object {
  return JSON.rawJSON(digits);
}

/** `2025-09-10T08:15:30` from an instant and an offset; a fraction is written only when there is one. */
export function naiveTime(instant: number, offsetMinutes = 0): string {
  const text = new Date(instant + offsetMinutes * 60_000).toISOString();
  return text.endsWith('.000Z') ? text.slice(0, 19) : text.slice(0, 23);
}

/** `2025-09-10T08:15:30.250+03:00`. */
export function offsetTime(instant: number, offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes);
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${naiveTime(instant, offsetMinutes)}${sign}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** A local time of a date; the live API omits seconds that are zero. */
export function wallTime(date: string, second: number, dialect: Dialect): string {
  const text = clockTime(second);
  return `${date}T${dialect === 'live' && text.endsWith(':00') ? text.slice(0, 5) : text}`;
}

/** `HH:mm:ss` of a second of the day. */
export function clockTime(second: number): string {
  return `${twoDigits(Math.floor(second / 3600))}:${twoDigits(Math.floor(second / 60) % 60)}:${twoDigits(second % 60)}`;
}

/** `PT1H29M13S`; zero is `PT0S`. */
export function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'H'],
    [Math.floor(seconds / 60) % 60, 'M'],
    [round3(seconds % 60), 'S'],
  ] as const;
  const text = parts.map(([value, unit]) => (value > 0 ? `${value}${unit}` : '')).join('');
  return `PT${text === '' ? '0S' : text}`;
}

/** `PT6917.941S`: seconds only, as the live API writes the duration of a session. */
export function secondsDuration(seconds: number): string {
  return `PT${round3(seconds)}S`;
}

/** A value that the device lacks: absent where documented, a placeholder in the live API. */
export function orPlaceholder(
  key: string,
  value: number | null,
  spelled: { dialect: Dialect; placeholder: number },
): Json {
  if (value !== null) return { [key]: value };
  return spelled.dialect === 'live' ? { [key]: spelled.placeholder } : {};
}

/** The property, or none for a missing value. */
export function ifKnown(key: string, value: unknown): Json {
  return value === null ? {} : { [key]: value };
}

/** The user's link. The documentation's host lacks `.com`; live hosts differ by endpoint. */
export function userLink(userId: string, dialect: Dialect, liveHost = 'www.polaraccesslink.com'): string {
  const host = dialect === 'live' ? liveHost : 'www.polaraccesslink';
  return `https://${host}/v3/users/${userId}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
