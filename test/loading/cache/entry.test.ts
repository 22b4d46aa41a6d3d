// The entries of a key, against a cache that never drops one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CacheEntry, hasFlags, newestWith, withSent, withStored } from '../../../src/loading/cache/entry.ts';

const FLAGS = ['samples', 'zones', 'route'];
const SETS: readonly string[][] = FLAGS.reduce<string[][]>(
  (sets, flag) => [...sets, ...sets.map((set) => [...set, flag])],
  [[]],
);
const TTL = 1000;

interface Put {
  readonly from: 'AccessLink' | 'store';
  readonly flags: readonly string[];
  /** How long before it is put the clock moved on, and whether an invalidation came. */
  readonly later: number;
  readonly isInvalidated: boolean;
  /** How many invalidations ago it was requested; how old the records are that come from the store. */
  readonly lag: number;
  readonly age: number;
}

const put = fc.record<Put>({
  from: fc.constantFrom('AccessLink', 'store'),
  flags: fc.subarray(FLAGS),
  later: fc.nat(2),
  isInvalidated: fc.boolean(),
  lag: fc.oneof(fc.constant(0), fc.nat(3)),
  age: fc.nat(4),
});
const sentInOrder = put.map<Put>((one) => ({ ...one, from: 'AccessLink', lag: 0 }));

/** Each put with the entry that it brings. Its value is its place in the sequence. */
function entriesOf(puts: readonly Put[]): { from: Put['from']; entry: CacheEntry<number> }[] {
  let [now, version] = [10, 10];
  return puts.map(({ from, flags, later, isInvalidated, lag, age }, value) => {
    now += later;
    version += isInvalidated ? 1 : 0;
    const fetchedAt = from === 'store' ? now - age : now;
    const times = { fetchedAt, freshUntil: fetchedAt + TTL, version: version - lag };
    return { from, entry: { value, bytes: 1, flags, ...times } };
  });
}

function merged(puts: readonly Put[]): readonly CacheEntry[] {
  return entriesOf(puts).reduce<readonly CacheEntry[]>(
    (entries, { from, entry }) => (from === 'store' ? withStored(entries, entry) : withSent(entries, entry)),
    [],
  );
}

/** Drops nothing, and takes no entry where it knows a newer one with at least its flags. The last entry comes first. */
function everyEntry(puts: readonly Put[]): CacheEntry[] {
  const known: CacheEntry[] = [];
  for (const { from, entry } of entriesOf(puts)) {
    const isNewer = ({ version, fetchedAt }: CacheEntry) =>
      version > entry.version || (from === 'store' && fetchedAt > entry.fetchedAt);
    if (!known.some((other) => isNewer(other) && isSubset(entry.flags, other.flags))) known.unshift(entry);
  }
  return known;
}

/** The newest of all entries with the flags: by sorting. */
function newestByHand(entries: readonly CacheEntry[], flags: readonly string[]): CacheEntry | undefined {
  return entries
    .filter((entry) => isSubset(flags, entry.flags))
    .toSorted((a, b) => b.fetchedAt - a.fetchedAt || b.version - a.version)[0];
}

function isSubset(flags: readonly string[], of: readonly string[]): boolean {
  return new Set(flags).isSubsetOf(new Set(of));
}

describe('the entries of a key', () => {
  it('answer every request as if none had been dropped', () => {
    fc.assert(
      fc.property(fc.array(put, { maxLength: 12 }), (puts) => {
        const [entries, all] = [merged(puts), everyEntry(puts)];
        for (const flags of SETS) expect(newestWith(entries, flags)).toEqual(newestByHand(all, flags));
      }),
      { numRuns: 1000 },
    );
  });

  it('are without those that another one makes superfluous: put later, not older, with at least the same flags', () => {
    fc.assert(
      fc.property(fc.array(put, { maxLength: 12 }), (puts) => {
        const entries = merged(puts);
        const isSuperfluous = (one: CacheEntry) =>
          entries.some(
            (other) =>
              Number(other.value) > Number(one.value) &&
              other.fetchedAt >= one.fetchedAt &&
              other.version >= one.version &&
              isSubset(one.flags, other.flags),
          );
        expect(entries.filter(isSuperfluous)).toEqual([]);
        expect(new Set(entries.map(({ flags }) => flags.join())).size).toBe(entries.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('that were sent in the order of their requests, the newest first, each have a flag that no newer one has', () => {
    fc.assert(
      fc.property(fc.array(sentInOrder, { maxLength: 12 }), (puts) => {
        const entries = merged(puts);
        entries.forEach((entry, index) => {
          for (const newer of entries.slice(0, index)) expect(isSubset(entry.flags, newer.flags)).toBe(false);
        });
      }),
    );
  });
});

describe('newestWith', () => {
  const entry = (changes: Partial<CacheEntry>): CacheEntry => ({
    value: null,
    flags: [],
    fetchedAt: 1,
    freshUntil: 1,
    version: 1,
    ...changes,
  });

  it.each(['fetchedAt', 'version', 'freshUntil'] as const)(
    'prefers the later %s where all before it is alike',
    (part) => {
      const [older, newer] = [entry({}), entry({ [part]: 2 })];
      expect(newestWith([older, newer], [])).toBe(newer);
      expect(newestWith([newer, older], [])).toBe(newer);
    },
  );

  it('looks at the fetch time before the version, and at the version before the time to live', () => {
    const [fetchedLast, requestedLast, freshLongest] = [
      entry({ fetchedAt: 2 }),
      entry({ version: 2 }),
      entry({ freshUntil: 9 }),
    ];
    expect(newestWith([freshLongest, requestedLast], [])).toBe(requestedLast);
    expect(newestWith([freshLongest, requestedLast, fetchedLast], [])).toBe(fetchedLast);
  });

  it('finds none where no entry has all of the flags', () => {
    expect(newestWith([], [])).toBeUndefined();
    expect(newestWith([entry({ flags: ['zones'] }), entry({ flags: ['route'] })], ['zones', 'route'])).toBeUndefined();
  });
});

describe('hasFlags', () => {
  it('is whether a record was read with all of some flags, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(FLAGS), fc.shuffledSubarray(FLAGS), (read, requested) => {
        expect(hasFlags({ flags: read }, requested)).toBe(isSubset(requested, read));
      }),
    );
  });
});

describe('an entry of AccessLink that was requested before one with its flags', () => {
  it('is dropped, and stays out for those with fewer flags too', () => {
    const times = { value: null, bytes: 1, freshUntil: 9 };
    const later = { ...times, flags: ['zones', 'route'], fetchedAt: 1, version: 2 };
    for (const flags of [[], ['zones'], ['zones', 'route']]) {
      expect(withSent([later], { ...times, flags, fetchedAt: 2, version: 1 })).toEqual([later]);
    }
    const richer = { ...times, flags: [...FLAGS], fetchedAt: 2, version: 1 };
    expect(withSent([later], richer)).toEqual([richer, later]);
  });
});
