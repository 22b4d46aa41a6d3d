// Values that are there at once or later: what is in memory is passed on without a promise.

export type PromiseOrValue<T> = Promise<T> | T;

export function isPromise<T>(value: PromiseOrValue<T>): value is Promise<T> {
  return value instanceof Promise;
}

/** What becomes of a value: at once when it is there. A rejection is passed on. */
export function whenReady<T, U>(value: PromiseOrValue<T>, convert: (value: T) => PromiseOrValue<U>): PromiseOrValue<U> {
  return isPromise(value) ? value.then(convert) : convert(value);
}

/** Whether all values of a list are there. */
export function areReady<T>(values: readonly PromiseOrValue<T>[]): values is readonly T[] {
  return !values.some(isPromise);
}

/** How each value of a list ends, those too that are there. */
export function allSettled<T>(values: readonly PromiseOrValue<T>[]): Promise<PromiseSettledResult<T>[]> {
  return Promise.allSettled(values.map(asPromise));
}

/** A promise of a value, for whoever waits for several. */
export async function asPromise<T>(value: PromiseOrValue<T>): Promise<T> {
  return value;
}

/** A value, or null in the place of one that cannot be had. */
export function orNull<T>(value: PromiseOrValue<T>): PromiseOrValue<T | null> {
  return isPromise(value) ? value.catch(() => null) : value;
}
