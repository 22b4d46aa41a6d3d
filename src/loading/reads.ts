// What an operation finds fresh in memory, noted: what was made of it may be used again for as long as all of it is the same.
import { isFromFuture } from './cache/entry.ts';
import type { InvalidationClock } from './cache/invalidation-clock.ts';
import type { Partition } from './cache/keys.ts';
import type { MemoryTier, ResourceMemory } from './cache/memory-tier.ts';
import type { OperationStats } from './stats.ts';

/** A record, or "nothing", that was found fresh in memory. */
export interface FreshRead {
  readonly resource: string;
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly fetchedAt: number;
  readonly freshUntil: number;
  /** Of the memory of the resource when it was found; undefined: it is not to be noted. */
  readonly state: object | undefined;
}

/** Records of one person as they were in memory, of some resources. */
interface SameMemory {
  readonly flags: object;
  /** Of the invalidation clock. */
  readonly version: number;
  readonly resources: string[];
  /** Of the memory of each of these resources. No two people and no two moments with other records have the same. */
  readonly states: object[];
}

/** The resources of which the record under a key was read. */
interface ReadKey {
  readonly key: string;
  readonly resources: readonly string[];
}

/** What was read for something that was made of it. */
export interface NotedReads {
  readonly memory: SameMemory;
  readonly keys: readonly ReadKey[];
  /** The end of the first time to live, and the last fetch time, in milliseconds since the epoch. */
  readonly freshUntil: number;
  readonly fetchedAt: number;
}

/** The reads of one operation that were answered at once. */
export interface Reads {
  /** Notes a read. The same one may be noted several times. */
  readonly add: (read: FreshRead) => void;
  /** Whether a record was read, for itself or by what was made of it: it is counted once. */
  readonly hasRead: (resource: string, key: string) => boolean;
  /** How many reads were noted. */
  readonly length: () => number;
  /**
   * What was read since there were so many; null when there was nothing, or it is not the same any more. With the memory of
   * other reads where that is the same.
   */
  readonly since: (length: number, memory?: SameMemory) => NotedReads | null;
  /** Reads again what was read for something, and counts it. False when a record of it could be another one, or is not fresh. */
  readonly repeat: (noted: NotedReads) => boolean;
  /** The state of the memory of a resource: another object when something in it has changed. Undefined: nothing is in it. */
  readonly stateOf: (resource: string) => object | undefined;
  /** How many warnings were counted: what is counted each time cannot be used again. */
  readonly warned: () => number;
}

/** Where an operation reads. */
interface ReadContext {
  readonly memory: MemoryTier;
  readonly partition: Partition;
  readonly polarUserId: string | null;
  readonly invalidations: InvalidationClock;
  /** What it needs of the resources: operations with the same object need the same. */
  readonly flags: object;
  readonly stats: OperationStats;
  readonly now: () => number;
}

/** The reads of an operation. */
export function createReads(context: ReadContext): Reads {
  const { invalidations, flags, stats, now } = context;
  const log: (FreshRead | NotedReads)[] = [];
  const stateOf = createStates(context);
  const counted = createCountedKeys();
  const { isSame, watch } = createComparison(context, stateOf);
  return {
    stateOf,
    warned: () => stats.warned,
    length: () => log.length,
    hasRead: counted.has,
    add: (read) => {
      log.push(read);
      counted.add(read.key, [read.resource]);
    },
    since: (length, known) => {
      const reads = log.slice(length).flatMap((read) => ('memory' in read ? readsOf(read) : read));
      const base =
        known && isSame(known) ? known : { flags, version: invalidations.version(), resources: [], states: [] };
      return reads.length > 0 && reads.every((read) => addTo(base, read, stateOf)) ? summaryOf(reads, base) : null;
    },
    repeat: (noted) => {
      const { memory, keys, freshUntil } = noted;
      const time = now();
      if (freshUntil <= time || isFromFuture(noted, time) || !isSame(memory)) return false;
      for (const { key, resources } of keys) stats.fromMemory += counted.add(key, resources);
      log.push(noted);
      stats.freshness.include(freshUntil);
      watch(memory);
      return true;
    },
  };
}

/** Whether memory is still what it was, now, and for as long as the answer is remembered. */
function createComparison({ flags, polarUserId, invalidations, stats }: ReadContext, stateOf: Reads['stateOf']) {
  const watched = new Set<SameMemory>();
  const isSame = ({ flags: others, version, resources, states }: SameMemory) => {
    for (let index = 0; index < resources.length; index += 1) {
      if (stateOf(resources[index] as string) !== states[index]) return false;
    }
    return others === flags && invalidations.isUserCurrent(polarUserId, version);
  };
  const watch = (same: SameMemory) => {
    if (watched.has(same)) return;
    watched.add(same);
    stats.freshness.watch(() => isSame(same));
  };
  return { isSame, watch };
}

/** The states of the memory of a person's resources, each of which is looked up once. */
function createStates({ memory, partition }: Pick<ReadContext, 'memory' | 'partition'>): Reads['stateOf'] {
  const memories = new Map<string, ResourceMemory>();
  return (resource) => {
    let known = memories.get(resource);
    if (!known) memories.set(resource, (known = memory.of(partition, resource)));
    return known.state();
  };
}

/** Which records have been counted: of each key a set of resources, as the bits of a number, which has 32. */
function createCountedKeys() {
  const counted = new Map<string, number>();
  const bits = new Map<string, number>();
  const bitOf = (resource: string) => {
    const known = bits.get(resource) ?? 2 ** bits.size;
    bits.set(resource, known);
    return known;
  };
  return {
    has: (resource: string, key: string) => ((counted.get(key) ?? 0) & bitOf(resource)) !== 0,
    /** Returns how many had not been counted. */
    add: (key: string, resources: readonly string[]) => {
      const before = counted.get(key) ?? 0;
      let [after, added] = [before, 0];
      for (const resource of resources) {
        const bit = bitOf(resource);
        if ((after & bit) === 0) added += 1;
        after |= bit;
      }
      if (added > 0) counted.set(key, after);
      return added;
    },
  };
}

/** Whether a record is still what it was when it was read. Then the memory of its resource is one of those that must be the same. */
function addTo(same: SameMemory, { resource, state }: FreshRead, stateOf: Reads['stateOf']): boolean {
  if (state === undefined || state !== stateOf(resource)) return false;
  const { resources, states } = same;
  if (resources.includes(resource)) return true;
  resources.push(resource);
  states.push(state);
  return true;
}

function summaryOf(reads: readonly FreshRead[], memory: SameMemory): NotedReads {
  const byKey = [...Map.groupBy(reads, ({ key }) => key)];
  return {
    memory,
    keys: byKey.map(([key, ofKey]) => ({ key, resources: [...new Set(ofKey.map(({ resource }) => resource))] })),
    freshUntil: Math.min(...reads.map(({ freshUntil }) => freshUntil)),
    fetchedAt: Math.max(...reads.map(({ fetchedAt }) => fetchedAt)),
  };
}

/** What was noted as single reads. */
function readsOf({ memory, keys, freshUntil, fetchedAt }: NotedReads): FreshRead[] {
  const stateOf = (resource: string) => memory.states[memory.resources.indexOf(resource)];
  return keys.flatMap(({ key, resources }) =>
    resources.map((resource) => ({ resource, key, freshUntil, fetchedAt, state: stateOf(resource) })),
  );
}
