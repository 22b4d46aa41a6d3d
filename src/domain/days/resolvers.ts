// Days: neighbours by arithmetic; each module resolves its own fields of a day.
import type { Resolvers } from '../../generated/resolvers.ts';
import type { Context } from '../context.ts';
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
    id: ({ date }, _, context) => idOf('Day', date, context),
    previous: (day) => dayAfter(day, -1),
    next: (day) => dayAfter(day),
  },
};

/** How each type of this module is read again. */
export const dayNodes = { Day: refetchDay };

/** The day with the key of a global id; null when the key is no date. */
function refetchDay(key: string, _context: Context): DayParent | null {
  const date = dateOfKey(key);
  return date && { date };
}
