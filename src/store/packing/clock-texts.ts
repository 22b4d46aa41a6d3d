// Texts that are dates and times of day, as numbers and back. What the number would not give back exactly is none of them.

const ZERO = 48;
const MINUTES = 60;
const HOURS = 24;
const MONTHS = 12;
const DAYS = 31;
const CLOCK = 5;
const CLOCK_WITH_SECONDS = 8;
const DATE = 10;
const DASH = '-';
const COLON = ':';

const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/** Two digits at a place of a text; -1 when there is something else. */
function pair(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** The number of the date that a text begins with; -1 when it begins with none. February has 31 days here: it is only a text. */
export function dateNumber(text: string): number {
  if (text.length < DATE || text[4] !== DASH || text[7] !== DASH) return -1;
  const [century, year, month, day] = [pair(text, 0), pair(text, 2), pair(text, 5) - 1, pair(text, 8) - 1];
  if (century < 0 || year < 0 || month < 0 || month >= MONTHS || day < 0 || day >= DAYS) return -1;
  return ((century * 100 + year) * MONTHS + month) * DAYS + day;
}

/** The date of a number. */
export function dateText(number: number): string {
  const months = Math.floor(number / DAYS);
  const years = Math.floor(months / MONTHS);
  const year = twoDigits(Math.floor(years / 100)) + twoDigits(years % 100);
  return `${year}-${twoDigits((months % MONTHS) + 1)}-${twoDigits((number % DAYS) + 1)}`;
}

/** What is behind the date in a text. */
export function behindDate(text: string): string {
  return text.slice(DATE);
}

/** The minutes of `23:59`; -1 when a text is something else. */
export function clockMinutes(text: string): number {
  if (text.length !== CLOCK || text[2] !== COLON) return -1;
  return minutesAt(text);
}

/** The seconds of `23:59:59`; -1 when a text is something else. */
export function clockSeconds(text: string): number {
  if (text.length !== CLOCK_WITH_SECONDS || text[2] !== COLON || text[5] !== COLON) return -1;
  const [minutes, seconds] = [minutesAt(text), pair(text, 6)];
  return minutes < 0 || seconds < 0 || seconds >= MINUTES ? -1 : minutes * MINUTES + seconds;
}

function minutesAt(text: string): number {
  const [hours, minutes] = [pair(text, 0), pair(text, 3)];
  return hours < 0 || hours >= HOURS || minutes < 0 || minutes >= MINUTES ? -1 : hours * MINUTES + minutes;
}

const CLOCKS: readonly string[] = Array.from(
  { length: HOURS * MINUTES },
  (_, minutes) => `${twoDigits(Math.floor(minutes / MINUTES))}:${twoDigits(minutes % MINUTES)}`,
);

/** The clock time of so many minutes. */
export function minutesText(minutes: number): string {
  return CLOCKS[minutes] ?? '';
}

/** The clock time of so many seconds. */
export function secondsText(seconds: number): string {
  return `${minutesText(Math.floor(seconds / MINUTES))}:${twoDigits(seconds % MINUTES)}`;
}

function twoDigits(number: number): string {
  return TWO_DIGITS[number] ?? '';
}
