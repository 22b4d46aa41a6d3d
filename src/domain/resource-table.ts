// The table of resources as one object, by the names of their loaders.
import * as resources from './resources.ts';

export type ResourceTable = typeof resources;

export const resourceTable: ResourceTable = { ...resources };
