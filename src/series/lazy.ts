// A value that is computed when it is first read, and once.

/** A function that calls `make` once, when it is first called, and returns that result each time. */
export function lazy<T>(make: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: make() };
    return result.value;
  };
}
