// A limit of entries for an LRU cache, whose lists then grow with what is in it: those of `max` have their whole length from the
// start.

/** Options of an LRU cache that discards the least recently used of more entries than these. */
export function entryLimit(entries: number): { readonly maxSize: number; readonly sizeCalculation: () => number } {
  return { maxSize: entries, sizeCalculation: () => 1 };
}
