// The clock on the wall of one time zone.
import { type IsoDate, isoDate } from '../calendar.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface Zone {
  /** Minutes that the wall clock is ahead of UTC at an instant (epoch milliseconds). */
  offsetMinutes(instant: number): number;
  /** The instant at which the wall shows `seconds` after midnight of `date`; negative seconds are the evening before. */
  instant(date: IsoDate, seconds: number): number;
  /** Seconds between midnight of `date` and what the wall shows at `instant`; may be negative or beyond a day. */
  wallSeconds(date: IsoDate, instant: number): number;
  dateOf(instant: number): IsoDate;
}

/** The wall clock of `timeZone`, an IANA name. Throws RangeError for an unknown one. */
export function createZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const remembered = new Map<number, number>();
  const offsetMinutes = (instant: number): number => {
    const quarterHour = Math.floor(instant / (15 * MINUTE_MS));
    const known = remembered.get(quarterHour);
    if (known !== undefined) return known;
    const offset = parsedOffset(format.format(instant));
    if (remembered.size > 50_000) remembered.clear();
    remembered.set(quarterHour, offset);
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
