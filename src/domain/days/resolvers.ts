// Days: neighbours by arithmetic; each module resolves its own fields of a day.
import type { Resolvers } from '../../generated/resolvers.ts';
import type { Context } from '../context.ts';
import { markPure } from '../convert/immutable.ts';
import { dateOfKey } from '../graph/global-id.ts';
import { intervalOf } from '../graph/date-range.ts';
import { idOf } from '../graph/viewer-id.ts';
import { type DayParent, dayAfter, pageOfDays } from './day.ts';

export const dayResolvers: Resolvers = {
  User: {
    day: (_, { date }) => ({ date }),
    days: (_, { range, ...page }, { today, expectDates }) => {
      const days = pageOfDays(intervalOf(range, today), page);
      expectDates(days.nodes.map(({ date }) => date));
      return days;
    },
  },
  Day: {
    id: markPure(({ date }: DayParent, _: unknown, context: Context) => idOf('Day', date, context)),
    previous: markPure((day: DayParent) => dayAfter(day, -1)),
    next: markPure((day: DayParent) => dayAfter(day)),
  },
};

/** How each type of this module is read again. */
export const dayNodes = { Day: refetchDay };

/** The day with the key of a global id; null when the key is no date. */
function refetchDay(key: string, _context: Context): DayParent | null {
  const date = dateOfKey(key);
  return date && { date };
}
