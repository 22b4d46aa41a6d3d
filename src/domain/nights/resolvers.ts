// Nights: found by date, paged over a range; their recharge.
import type { Resolvers } from '../../generated/resolvers.ts';
import type { Context } from '../context.ts';
import { dateOfKey } from '../graph/global-id.ts';
import { lazyConnection } from '../graph/lazy-connection.ts';
import { intervalOf } from '../graph/date-range.ts';
import { idOf } from '../graph/viewer-id.ts';
import { type NightParent, readNight } from './night.ts';
import { readRecharge } from './night-recharge.ts';
import { pageOfNights } from './pages.ts';

/** Events about parts of a night. */
const OF_NIGHTS: ReadonlySet<string> = new Set(['SLEEP', 'SLEEP_WISE_ALERTNESS', 'SLEEP_WISE_CIRCADIAN_BEDTIME']);

export const nightResolvers: Resolvers = {
  User: {
    night: (_, { date }, context) => readNight(date, context),
    nights: (_, { range, ...page }, context) => {
      const interval = intervalOf(range, context.today);
      return lazyConnection(() => pageOfNights(interval, page, context));
    },
  },
  Day: { night: ({ date }, _, context) => readNight(date, context) },
  DataAvailable: {
    night: ({ type, date }, _, context) => (date !== null && OF_NIGHTS.has(type) ? refetchNight(date, context) : null),
  },
  AvailableNight: { night: ({ date }, _, context) => date && readNight(date, context) },
  Night: {
    id: ({ date }, _, context) => idOf('Night', date, context),
    day: ({ date }) => ({ date }),
    recharge: ({ date }, _, context) => readRecharge(date, context),
  },
};

/** The night with the key of a global id; null when the key is no date or there is no night. */
export async function refetchNight(key: string, context: Context): Promise<NightParent | null> {
  const date = dateOfKey(key);
  return date && readNight(date, context);
}
