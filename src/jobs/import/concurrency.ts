// The same work on many items, several at a time.

/** The results in order. After a failure no other item is started, and this rejects when the running ones are done. */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  concurrency: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  let failure: { readonly cause: unknown } | undefined;
  const worker = async () => {
    for (const [index, item] of queue) {
      try {
        results[index] = await work(item);
      } catch (cause) {
        failure ??= { cause };
      }
      if (failure) return;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  if (failure) throw failure.cause;
  return results;
}
