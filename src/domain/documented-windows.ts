// Composition: the documented windows of every resource of the table that has one of its own.
import type { ResourceWindow } from './limits/resolvers.ts';
import { resourceTable } from './resource-table.ts';

/** By resource, in the order of their names. */
export const documentedWindows: readonly ResourceWindow[] = Object.values(resourceTable)
  .flatMap((resource) =>
    'documented' in resource && resource.documented ? [{ resource: resource.name, ...resource.documented }] : [],
  )
  .toSorted((a, b) => (a.resource.toLowerCase() < b.resource.toLowerCase() ? -1 : 1));
