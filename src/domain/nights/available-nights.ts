// When nights began and ended, by AccessLink's own list of the last 28 days.
import { dayOfDated } from '../../accesslink/record-dates.ts';
import type { IsoDate } from '../../calendar.ts';
import { LIST_KEY } from '../../loading/cache/keys.ts';
import type { Context } from '../context.ts';
import { firstRecord } from '../convert/records.ts';
import { sortedRecords } from '../graph/dated-records.ts';
import { dateOfKey } from '../graph/global-id.ts';
import { findByKey, keyOfDay } from '../graph/node-keys.ts';
import { type AvailableNightParent, availableNightFromWire } from './available-night.ts';
import { sleepFromWire } from './sleep.ts';

const kind = {
  convert: availableNightFromWire,
  keyOf: keyOfDay,
  timeOf: ({ date }: { readonly date: string | null }) => date,
};

/** Those of the last 28 days, oldest first. */
export async function listAvailableNights({ loaders }: Pick<Context, 'loaders'>): Promise<AvailableNightParent[]> {
  return sortedRecords(await loaders.availableNights.load(LIST_KEY), kind, dayOfDated);
}

/** The night with the key of a global id, from the list or, when that has dropped it, from its sleep; null when neither has it. */
export function refetchAvailableNight(
  key: string,
  context: Pick<Context, 'loaders'>,
): Promise<AvailableNightParent | null> {
  const date = dateOfKey(key);
  return findByKey(key, [() => listAvailableNights(context), async () => (date ? nightOfSleep(date, context) : [])]);
}

async function nightOfSleep(date: IsoDate, { loaders }: Pick<Context, 'loaders'>): Promise<AvailableNightParent[]> {
  const sleep = firstRecord(await loaders.sleep.load(date), sleepFromWire);
  if (!sleep) return [];
  const { startTime, startTimeLocal, endTime, endTimeLocal, fetchedAt, stale } = sleep;
  return [{ nodeKey: date, date, startTime, startTimeLocal, endTime, endTimeLocal, fetchedAt, stale }];
}
