// Long lists in pieces: a statement takes a limited number of parameters. And lists of few lengths: each length is a statement
// of its own, which a database prepares and holds.

/** Pieces of at most `size` items, in order. */
export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Pieces of 64 items, 32, 16 and so on, in order. */
export function piecesOf<T>(items: readonly T[]): T[][] {
  const pieces: T[][] = [];
  let at = 0;
  for (let size = LARGEST_PIECE; size > 0; size /= 2)
    for (; items.length - at >= size; at += size) pieces.push(items.slice(at, at + size));
  return pieces;
}

const LARGEST_PIECE = 64;

/** A list for `in (…)` whose length is a power of two: the last item is repeated, which finds nothing more. */
export function padded<T>(items: readonly T[]): T[] {
  const length = items.length === 0 ? 0 : 2 ** Math.ceil(Math.log2(items.length));
  return [...items, ...items.slice(-1).flatMap((last) => Array.from({ length: length - items.length }, () => last))];
}
