// The loaders of one operation, made of the table of resources; each is made when it is first used.
import type { IsoDate } from '../calendar.ts';
import type { RecordName } from '../generated/accesslink.ts';
import type { LoadContext, ResourceFlags } from '../loading/context.ts';
import type { DatedResource, KeyedResource, ListedResource } from '../loading/plan/resource.ts';
import {
  createDateLoader,
  createKeyedLoader,
  createListLoader,
  type DateLoader,
  type KeyedLoader,
  type ListLoader,
  type Loader,
} from '../loading/readers/loader.ts';
import { warn } from '../loading/stats.ts';
import { isPromise } from '../promise-or-value.ts';
import { type Counted, type Origin, unconverted } from './convert/records.ts';
import { type ResourceTable, resourceTable } from './resource-table.ts';

/** One loader for each resource. */
export type Loaders = { readonly [N in keyof ResourceTable]: LoaderOf<ResourceTable[N]> };

type LoaderOf<T> =
  T extends DatedResource<infer R, infer _>
    ? CountingLoader<DateLoader<R>>
    : T extends ListedResource<infer R, infer _>
      ? CountingLoader<ListLoader<R>>
      : T extends KeyedResource<infer R, infer _>
        ? CountingLoader<KeyedLoader<R>>
        : never;

type CountingLoader<L> = L extends Loader<infer K, infer V> ? Loader<K, V & Counted> : never;

/** Every flag of every resource: with them, records have every field that AccessLink sends. */
export const ALL_FLAGS: ResourceFlags = Object.fromEntries(
  Object.values(resourceTable).map(({ name, flags }) => [name, flags]),
);

interface Bound {
  readonly context: LoadContext;
}

/** A getter for each resource, which makes the loader when it is first used. */
const lazyLoaders: object = Object.defineProperties(
  {},
  Object.fromEntries(Object.entries(resourceTable).map(([name, resource]) => [name, lazyLoader(name, resource)])),
);

/** The loaders of one operation. They are never shared between operations. */
export function createLoaders(context: LoadContext): Loaders {
  return Object.create(lazyLoaders, { context: { value: context } }) as Loaders;
}

function lazyLoader(name: string, resource: ResourceTable[keyof ResourceTable]): PropertyDescriptor {
  return {
    get(this: Bound) {
      const value = loaderOf(resource, this.context);
      Object.defineProperty(this, name, { value });
      return value;
    },
  };
}

function loaderOf(resource: ResourceTable[keyof ResourceTable], context: LoadContext): unknown {
  const { name } = resource;
  switch (resource.kind) {
    case 'dated':
      return counting(createDateLoader<RecordName>(resource, context), context, (date: IsoDate) => ({
        resource: name,
        date,
      }));
    case 'listed':
      return counting(createListLoader(resource, context), context, () => ({ resource: name, date: null }));
    default:
      return counting(createKeyedLoader<RecordName>(resource, context), context, () => ({
        resource: name,
        date: null,
      }));
  }
}

/**
 * A loader whose values count what of them cannot be converted. Conversion takes time: values that were waited for come one
 * after another, and when the slice of the operation is over, with the next one.
 */
function counting<K, V extends object>(
  loader: Loader<K, V>,
  { inTurn, stats }: Pick<LoadContext, 'inTurn' | 'stats'>,
  originOf: (key: K) => Origin,
): Loader<K, V & Counted> {
  const counted = (key: K, value: V): V & Counted => {
    const origin = originOf(key);
    return { ...value, origin, countUnconverted: () => warn(stats, unconverted(origin)) };
  };
  const inOrder = (key: K, loading: Promise<V>): Promise<V & Counted> =>
    loading.then((value) => (inTurn ? inTurn().then(() => counted(key, value)) : counted(key, value)));
  return {
    load: (key) => {
      const value = loader.load(key);
      return isPromise(value) ? inOrder(key, value) : counted(key, value);
    },
  };
}
