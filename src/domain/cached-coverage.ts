// Composition: the coverage of days, for every resource of the table that has days.
import type { IsoDate } from '../calendar.ts';
import type { RecordName } from '../generated/accesslink.ts';
import type { LoadContext } from '../loading/context.ts';
import { factsOfDated, factsOfListed } from '../loading/readers/coverage.ts';
import { getCachedRecord } from '../loading/readers/keyed-reader.ts';
import type { Coverage } from './context.ts';
import { type ResourceTable, resourceTable } from './resource-table.ts';
import { userFromWire } from './users/user.ts';

type ResourceCoverage = Coverage['resources'][number];

/** The coverage of these days, oldest first, without a request to AccessLink. */
export async function readCoverage(dates: readonly IsoDate[], context: LoadContext): Promise<Coverage> {
  const covered = Object.values(resourceTable).flatMap((resource) => coverageOf(resource, dates, context) ?? []);
  const user = await getCachedRecord<'User'>(resourceTable.user, context);
  return { resources: await Promise.all(covered), registeredAt: user && userFromWire(user).registeredAt };
}

/** Null for a resource that has no days. */
function coverageOf(
  resource: ResourceTable[keyof ResourceTable],
  dates: readonly IsoDate[],
  context: LoadContext,
): Promise<ResourceCoverage> | null {
  if (resource.kind === 'keyed') return null;
  const facts =
    resource.kind === 'dated'
      ? factsOfDated<RecordName>(resource, dates, context)
      : factsOfListed(resource, dates, context);
  return facts.then((known) => ({ ...known, afterRegistration: resource.documented?.afterRegistration ?? false }));
}
