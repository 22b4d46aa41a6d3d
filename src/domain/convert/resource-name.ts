// Names of resources as the graph has them.
import type { Resource } from '../../generated/graphql.ts';

/** The value of the enumeration for a resource by the name in its descriptor: `daily activity` is `DAILY_ACTIVITY`. */
export function resourceValue(name: string): Resource {
  return name.toUpperCase().replaceAll(' ', '_') as Resource;
}
