// Local time in one time zone.
import { type IsoDate, isoDate } from '../calendar.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Converts between instants and local time. */
export interface TimeZone {
  /** Minutes that local time is ahead of UTC at an instant (epoch milliseconds). */
  offsetMinutes(instant: number): number;
  /** The instant of the local time `seconds` after midnight of `date`; negative seconds are the evening before. */
  instant(date: IsoDate, seconds: number): number;
  /** Seconds from midnight of `date` to the local time at `instant`; may be negative or more than a day. */
  wallSeconds(date: IsoDate, instant: number): number;
  dateOf(instant: number): IsoDate;
}

/** The zone of an IANA name. Whoever asks an unknown one gets a RangeError. */
export function createTimeZone(timeZone: string): TimeZone {
  /** Made when it is first asked: it takes 10 ms, and there are as many as people. */
  let format: Intl.DateTimeFormat | null = null;
  const offsets = new Map<number, number>();
  const offsetMinutes = (instant: number): number => {
    const quarterHour = Math.floor(instant / (15 * MINUTE_MS));
    const known = offsets.get(quarterHour);
    if (known !== undefined) return known;
    format ??= new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    const offset = parsedOffset(format.format(instant));
    if (offsets.size > 50_000) offsets.clear();
    offsets.set(quarterHour, offset);
    return offset;
  };
  const wall = (instant: number): number => instant + offsetMinutes(instant) * MINUTE_MS;
  return {
    offsetMinutes,
    instant: (date, seconds) => {
      const shown = midnight(date) + seconds * 1000;
      const near = shown - offsetMinutes(shown) * MINUTE_MS;
      return shown - offsetMinutes(near) * MINUTE_MS;
    },
    wallSeconds: (date, instant) => (wall(instant) - midnight(date)) / 1000,
    dateOf: (instant) => isoDate(new Date(Math.floor(wall(instant) / DAY_MS) * DAY_MS).toISOString().slice(0, 10)),
  };
}

function midnight(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function parsedOffset(text: string): number {
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(text);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}
