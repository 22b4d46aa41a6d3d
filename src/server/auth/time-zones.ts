// The calendars of time zones, which take long to make: the last used ones are remembered.
import { dateCalendar } from '../../calendar.ts';
import type { DayOf } from '../../loading/day-clock.ts';

/** The calendar of an IANA time zone; null when there is no such zone. */
export type CalendarIn = (timeZone: string) => DayOf | null;

/** Ever more names than there are zones. */
const MAX_ZONES = 700;

/** Remembers nothing. */
export const calendarIn: CalendarIn = (timeZone) => {
  try {
    return dateCalendar(timeZone);
  } catch {
    return null;
  }
};

/** Remembers the calendars of zones that there are. */
export function createTimeZones(maxZones = MAX_ZONES): CalendarIn {
  const calendars = new Map<string, DayOf>();
  return (timeZone) => {
    const known = calendars.get(timeZone);
    if (known) return known;
    const calendar = calendarIn(timeZone);
    if (calendar && calendars.size >= maxZones) calendars.clear();
    if (calendar) calendars.set(timeZone, calendar);
    return calendar;
  };
}
