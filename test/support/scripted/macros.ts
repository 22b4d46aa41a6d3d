// The macros of cases: dates and instants in days from today, the user's id, the address of the gateway.
import { addDays, dateOfInstant, type IsoDate } from '../../../src/calendar.ts';

export interface MacroValues {
  /** Epoch milliseconds: its UTC date is `<<0>>`. */
  readonly now: number;
  /** `<<user>>`. */
  readonly user: string;
  /** `<<gw>>`. */
  readonly gateway: string;
}

const DAY = /<<([+-]?\d+)>>/g;
/** The epoch second of an hour in UTC, `<<-3|2>>`, or its millisecond, `<<-3|2ms>>`. */
const INSTANT = /<<([+-]?\d+)\|(\d+(?:ms)?)>>/g;
/** A key for every day between two; `<<day>>` below it is the date. */
const DAYS = /^<<([+-]?\d+)\.\.([+-]?\d+)>>$/;

/** A value with all macros in its texts and keys replaced. A text that is nothing but an instant becomes a number. */
export function withoutMacros<T>(value: T, values: MacroValues): T;
export function withoutMacros(value: unknown, values: MacroValues): unknown {
  if (typeof value === 'string') return textOrInstant(value, values);
  if (Array.isArray(value)) return value.map((item) => withoutMacros<unknown>(item, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap((entry) => entriesOf(entry, values)));
}

function textOrInstant(text: string, values: MacroValues): string | number {
  const replaced = text
    .replaceAll('<<user>>', values.user)
    .replaceAll('<<gw>>', values.gateway)
    .replaceAll(DAY, (_, days: string) => dateIn(Number(days), values))
    .replaceAll(INSTANT, (_, days: string, hour: string) => String(instantIn(Number(days), hour, values)));
  return text.match(INSTANT)?.[0] === text ? Number(replaced) : replaced;
}

function entriesOf([key, value]: [string, unknown], values: MacroValues): [string, unknown][] {
  const [, first, last] = DAYS.exec(key) ?? [];
  if (first === undefined || last === undefined) {
    return [[String(withoutMacros(key, values)), withoutMacros(value, values)]];
  }
  const length = Number(last) - Number(first) + 1;
  const dates = Array.from({ length }, (_, index) => dateIn(Number(first) + index, values));
  return dates.map((date) => [date, withoutMacros(withDay(value, date), values)]);
}

function withDay(value: unknown, date: IsoDate): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('<<day>>', date));
}

function dateIn(days: number, { now }: MacroValues): IsoDate {
  return addDays(dateOfInstant(now), days);
}

function instantIn(days: number, hour: string, values: MacroValues): number {
  const seconds = Date.parse(dateIn(days, values)) / 1000 + Number.parseInt(hour, 10) * 3600;
  return hour.endsWith('ms') ? seconds * 1000 : seconds;
}
