// Where AccessLink's windows end for a person, as its rejections have shown: cached a day long, in memory and in the store.
import type { LoadContext } from '../context.ts';
import type { ResourceLimits, WindowEdge } from '../plan/limits.ts';
import { type EntryMetadata, isFromFuture } from './entry.ts';
import { EDGE_KEY } from './keys.ts';

/** The edge of one resource, for one operation. */
export interface WindowEdgeCache {
  /** Reads the edge from the store when memory does not have it. */
  load(): Promise<void>;
  /** The limits within the edge that is cached. */
  within(limits: ResourceLimits): ResourceLimits;
  /** Narrows the edge to what rejections showed. What rests on a single one, which may be a mishap, is soon forgotten. */
  learn(edge: Partial<WindowEdge>, rejections: 'one' | 'several'): void;
  /** Forgets an edge that a day of this age, served, shows to be none. */
  served(ageDays: number): void;
}

const MINUTE_MS = 60_000;
/** An edge moves with the day; which limits AccessLink has may change at any time. */
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Whether today, or tomorrow where it has begun somewhere, is served changes within the day; a mishap passes. */
const SHORT_MS = 15 * MINUTE_MS;

/** Another process may learn an edge at any time: the store is looked at again after this. */
const UNKNOWN_MS = 5 * MINUTE_MS;

const NO_EDGE: WindowEdge = { maxAgeDays: null, aheadDays: null };

type Cached = WindowEdge & { readonly freshUntil: number };

/** The edge of a resource in the partition of an operation. */
export function createWindowEdgeCache(
  resource: string,
  { partition, memory, storeTier, invalidations, now, stats }: LoadContext,
): WindowEdgeCache {
  const cached = memory.of(partition, resource);
  const find = (): Cached | null => {
    const [entry] = cached.get(EDGE_KEY);
    if (!entry || !isFresh(entry, now())) return null;
    stats.freshness.include(entry.freshUntil);
    return { ...edgeFrom(entry.value), freshUntil: entry.freshUntil };
  };
  const put = (edge: WindowEdge, fetchedAt: number, freshUntil: number) => {
    const entry = { value: [edge], fetchedAt, freshUntil, flags: [], version: invalidations.version() };
    cached.set(EDGE_KEY, [entry]);
    return entry;
  };
  const store = ({ freshUntil, ...edge }: Cached) =>
    storeTier.put({ ...put(edge, now(), freshUntil), resource, key: EDGE_KEY });
  return {
    load: async () => {
      if (find()) return;
      const [stored] = await storeTier.read(resource, [EDGE_KEY]);
      if (stored && isFresh(stored, now())) put(edgeFrom(stored.value), stored.fetchedAt, stored.freshUntil);
      else put(NO_EDGE, now(), now() + UNKNOWN_MS);
    },
    within: (limits) => {
      const edge = find();
      return edge ? { ...limits, edge } : limits;
    },
    learn: (found, rejections) => store(narrowed(find(), found, { rejections, now: now() })),
    served: (ageDays) => {
      const known = find();
      if (known && known.maxAgeDays !== null && ageDays > known.maxAgeDays)
        store({ ...known, maxAgeDays: null, freshUntil: Math.min(known.freshUntil, now() + UNKNOWN_MS) });
    },
  };
}

interface Showing {
  readonly rejections: 'one' | 'several';
  readonly now: number;
}

/** An edge within what rejections showed. Several of them about age make it last a day from now, anything else shortens it only. */
function narrowed(cached: Cached | null, found: Partial<WindowEdge>, { rejections, now }: Showing): Cached {
  const known = cached && (cached.maxAgeDays !== null || cached.aheadDays !== null) ? cached : null;
  const edge: WindowEdge = {
    maxAgeDays: least(known?.maxAgeDays, found.maxAgeDays),
    aheadDays: least(known?.aheadDays, found.aheadDays),
  };
  const isShort = rejections === 'one' || (edge.aheadDays !== null && edge.aheadDays < 1);
  const freshUntil = now + (isShort ? SHORT_MS : DAY_MS);
  const isConfirmed = !isShort && typeof found.maxAgeDays === 'number';
  return { ...edge, freshUntil: isConfirmed ? freshUntil : Math.min(known?.freshUntil ?? Infinity, freshUntil) };
}

function isFresh(entry: Pick<EntryMetadata, 'fetchedAt' | 'freshUntil'>, now: number): boolean {
  return entry.freshUntil > now && !isFromFuture(entry, now);
}

function least(a: number | null | undefined, b: number | null | undefined): number | null {
  const known = [a, b].filter((one): one is number => typeof one === 'number');
  return known.length > 0 ? Math.min(...known) : null;
}

/** The edge in a stored value. */
function edgeFrom(value: unknown): WindowEdge {
  const [edge] = Array.isArray(value) ? (value as (Partial<WindowEdge> | null)[]) : [];
  if (!edge || typeof edge !== 'object') return NO_EDGE;
  const daysOf = (days: unknown) => (typeof days === 'number' && Number.isInteger(days) ? days : null);
  return { maxAgeDays: daysOf(edge.maxAgeDays), aheadDays: daysOf(edge.aheadDays) };
}
