// Models of cached records: converted when they are first read, and used again for as long as the records stay the same.
import { heapSize } from '../../loading/cache/heap-size.ts';
import type { CachedValue } from '../../loading/context.ts';
import type { Counted } from './records.ts';
import { markImmutable } from './immutable.ts';

/** What converts records of one kind; the object itself is the key. */
export type ModelKind = object;

/** The models of records, by the records and their kind. */
export interface ModelCache {
  /**
   * The models of a cached value: those of an earlier operation where they are remembered, else what `convert` makes. What
   * cannot be converted is counted in each operation. Models depend on nothing but the value and `source`.
   */
  readonly of: <W, M extends object>(
    cached: CachedValue<readonly W[]> & Counted,
    kind: ModelKind,
    conversion: Conversion<W, M>,
  ) => readonly M[];
}

/** How models are made of a value. */
export interface Conversion<W, M> {
  readonly convert: (cached: CachedValue<readonly W[]> & Counted) => readonly M[];
  /** What else the models depend on: they are made again when it is another one. */
  readonly source?: unknown;
}

/** The models of one value and kind. */
interface Remembered {
  readonly kind: ModelKind;
  readonly source: unknown;
  readonly fetchedAt: number;
  readonly stale: boolean;
  readonly models: readonly object[];
  /** How many records could not be converted. */
  readonly failed: number;
}

/** Bytes of heap of one generation. */
const MAX_BYTES = 6 * 1024 * 1024;
/** Of heap that models take besides what their records take, which series that are read from them take once more. */
const MODEL_BYTES = 1_000;
const MODEL_FACTOR = 2;

/** Models in two generations: when the younger one is full it becomes the older one, whose models are forgotten unless they are used. */
export function createModelCache(maxBytes = MAX_BYTES): ModelCache {
  const generations = createGenerations(maxBytes);
  return {
    of: <W, M extends object>(
      cached: CachedValue<readonly W[]> & Counted,
      kind: ModelKind,
      { convert, source }: Conversion<W, M>,
    ) => {
      const key = keyOf(cached.value);
      const known = generations.find(key, (one) => isOf(one, cached, kind) && one.source === source);
      const remembered = known ?? converted(cached, kind, { convert, source });
      if (!known && !cached.isDerived) generations.add(key, remembered);
      for (let failure = 0; failure < remembered.failed; failure += 1) cached.countUnconverted?.();
      return remembered.models as readonly M[];
    },
  };
}

/** A single record stands for its list, which is made anew for each operation. */
function keyOf(value: readonly unknown[]): object {
  const [record] = value;
  return value.length === 1 && typeof record === 'object' && record !== null ? record : value;
}

function isOf({ kind, fetchedAt, stale }: Remembered, cached: CachedValue<unknown>, wanted: ModelKind): boolean {
  return kind === wanted && fetchedAt === cached.fetchedAt && stale === cached.stale;
}

function converted<W, M extends object>(
  cached: CachedValue<readonly W[]> & Counted,
  kind: ModelKind,
  { convert, source }: Conversion<W, M>,
): Remembered {
  let failed = 0;
  const models = convert({ ...cached, countUnconverted: () => void (failed += 1) });
  for (const model of models) markImmutable(model);
  return { kind, source, fetchedAt: cached.fetchedAt, stale: cached.stale, models, failed };
}

/** A value has few kinds of models, mostly one. What would take a large part of a generation is not remembered. */
function createGenerations(maxBytes: number) {
  let [younger, older] = [new WeakMap<object, Remembered[]>(), new WeakMap<object, Remembered[]>()];
  let bytes = 0;
  const add = (value: object, remembered: Remembered) => {
    const size = MODEL_BYTES + heapSize(value) * MODEL_FACTOR;
    if (size > maxBytes / 16) return;
    if (bytes + size > maxBytes) [older, younger, bytes] = [younger, new WeakMap(), 0];
    bytes += size;
    const others = younger.get(value)?.filter(({ kind }) => kind !== remembered.kind) ?? [];
    younger.set(value, [remembered, ...others]);
  };
  return {
    add,
    find: (value: object, isWanted: (one: Remembered) => boolean) => {
      const young = younger.get(value)?.find(isWanted);
      if (young) return young;
      const old = older.get(value)?.find(isWanted);
      if (old) add(value, old);
      return old;
    },
  };
}
