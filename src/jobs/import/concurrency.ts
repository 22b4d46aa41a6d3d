// The same work on many things, some at a time.

/** The results in order. When one fails, no other is begun, and those under way are awaited before this rejects. */
export async function mapConcurrently<T, R>(
  things: readonly T[],
  atOnce: number,
  work: (thing: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = things.entries();
  let failure: { readonly cause: unknown } | undefined;
  const worker = async () => {
    for (const [index, thing] of queue) {
      try {
        results[index] = await work(thing);
      } catch (cause) {
        failure ??= { cause };
      }
      if (failure) return;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failure) throw failure.cause;
  return results;
}
