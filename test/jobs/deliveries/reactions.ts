// What refreshing an event does, over loaders that note it.
import type { EventType } from '../../../src/accesslink/webhook-event.ts';
import { isoDate } from '../../../src/calendar.ts';
import type { Loaders } from '../../../src/domain/loaders.ts';
import { resourceTable } from '../../../src/domain/resource-table.ts';
import type { EventSubject } from '../../../src/jobs/deliveries/refresh.ts';
import { refreshRecords } from '../../../src/jobs/deliveries/refreshes.ts';
import type { InvalidatedRecords } from '../../../src/store/contract/signals.ts';

export const TODAY = isoDate('2026-11-22');

export type Lookup = string | { readonly kind: string; readonly id?: string };

interface World {
  /** When an exercise that is read began. */
  readonly startTime?: string | null;
  /** The resources of which AccessLink has nothing. */
  readonly missing?: readonly string[];
}

/** What refreshing an event invalidates and reads, and what it invalidates again after it was read. */
export async function reactionTo(
  type: EventType,
  subject: EventSubject,
  { startTime = null, missing = [] }: World = {},
) {
  const premature: string[] = [];
  const invalidated: Record<string, readonly string[] | null> = {};
  const forgotten: Record<string, readonly string[] | null> = {};
  const read: Record<string, Lookup[]> = {};
  const loaderOf = (name: string) => ({
    load: async (lookup: Lookup) => {
      if (!(name in invalidated)) premature.push(name);
      (read[name] ??= []).push(lookup);
      const value = missing.includes(name) ? [] : [{ start_time: startTime }];
      return { value, fetchedAt: 0, stale: false };
    },
  });
  const loaders = Object.fromEntries(Object.entries(resourceTable).map(([key, { name }]) => [key, loaderOf(name)]));
  const invalidate = async (records: readonly InvalidatedRecords[]) => {
    for (const { resource, keys } of records) (resource in read ? forgotten : invalidated)[resource] = keys;
  };
  const tools = { loaders: loaders as unknown as Loaders, today: TODAY, invalidate };
  const refreshed = await refreshRecords(type, subject, tools);
  return { invalidated, read, premature, forgotten, ...refreshed };
}
