// A list of which a part could not be read: what was read is served, and the failure is reported beside it.

const failuresOf = Symbol('failures');

interface Partial {
  readonly [failuresOf]?: readonly unknown[];
}

/** The list with the failures of what is missing in it. */
export function withFailures<T>(list: readonly T[], failures: readonly unknown[]): T[] {
  return Object.assign([...list], failures.length > 0 ? { [failuresOf]: failures } : {});
}

/** Why a part of a value is missing; empty for whatever is no partial list. */
export function failuresIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? ((value as Partial)[failuresOf] ?? []) : [];
}
