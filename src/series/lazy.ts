// Work that is done when its result is first wanted, and once.

/** A function that calls `make` the first time and answers with the same result ever after. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
