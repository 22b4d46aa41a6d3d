// Nights: found by date, paged over a range; their recharge, and when they began and ended.
import type { Resolvers } from '../../generated/resolvers.ts';
import type { Context } from '../context.ts';
import { markPure, markReading } from '../convert/immutable.ts';
import { checkPageArgs } from '../graph/connection.ts';
import { isDateCursor } from '../graph/date-cursor.ts';
import { intervalOf } from '../graph/date-range.ts';
import { dateOfKey } from '../graph/global-id.ts';
import { lazyConnection } from '../graph/lazy-connection.ts';
import { idField, idOf } from '../graph/viewer-id.ts';
import { listAvailableNights, refetchAvailableNight } from './available-nights.ts';
import { type NightParent, readNight } from './night.ts';
import { readRecharge } from './night-recharge.ts';
import { pageOfNights } from './pages.ts';
import type { NightlyRechargeParent } from './recharge.ts';

/** Events about parts of a night. */
const OF_NIGHTS: ReadonlySet<string> = new Set(['SLEEP', 'SLEEP_WISE_ALERTNESS', 'SLEEP_WISE_CIRCADIAN_BEDTIME']);

export const nightResolvers: Resolvers = {
  User: {
    night: (_, { date }, context) => readNight(date, context),
    nights: (_, { range, ...page }, context) => {
      const interval = intervalOf(range, context.today);
      checkPageArgs(page, isDateCursor);
      return lazyConnection(() => pageOfNights(interval, page, context));
    },
    availableNights: (_, __, context) => listAvailableNights(context),
  },
  Day: {
    night: markReading(({ date }: Pick<NightParent, 'date'>, _: unknown, context: Context) => readNight(date, context)),
  },
  DataAvailable: {
    night: ({ type, date }, _, context) => (date !== null && OF_NIGHTS.has(type) ? refetchNight(date, context) : null),
  },
  AvailableNight: {
    id: idField('AvailableNight'),
    night: ({ date }, _, context) => date && readNight(date, context),
  },
  Night: {
    id: markPure(({ date }: NightParent, _: unknown, context: Context) => idOf('Night', date, context)),
    day: markPure(({ date }: NightParent) => ({ date })),
    recharge: markReading(({ date }: NightParent, _: unknown, context: Context) => readRecharge(date, context)),
  },
  NightlyRecharge: { id: idField('NightlyRecharge') },
};

/** How each type of this module is read again. */
export const nightNodes = {
  Night: refetchNight,
  NightlyRecharge: refetchRecharge,
  AvailableNight: refetchAvailableNight,
};

/** The night with the key of a global id; null when the key is no date or there is no night. */
async function refetchNight(key: string, context: Context): Promise<NightParent | null> {
  const date = dateOfKey(key);
  return date && readNight(date, context);
}

/** The recharge with the key of a global id; null likewise. No part of its night is needed. */
async function refetchRecharge(key: string, context: Context): Promise<NightlyRechargeParent | null> {
  const date = dateOfKey(key);
  return date && readRecharge(date, { ...context, nightParts: [] });
}
