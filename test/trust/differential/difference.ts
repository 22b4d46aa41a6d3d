// Where two answers differ first.

/** The place and both values, as text; null when they are equal. Numbers are equal when they round to the same 12 digits. */
export function firstDifference(actual: unknown, expected: unknown, path = 'data'): string | null {
  if (actual === expected || (typeof actual === 'number' && isClose(actual, expected))) return null;
  const parts = partsOf(actual, expected);
  if (!parts) return `${path} is ${shown(actual)}, not ${shown(expected)}`;
  for (const [name, one, other] of parts) {
    const difference = firstDifference(one, other, `${path}.${name}`);
    if (difference !== null) return difference;
  }
  return null;
}

/** Floating point is not associative: sums in another order differ in their last digits. */
function isClose(actual: number, expected: unknown): boolean {
  return typeof expected === 'number' && actual.toPrecision(12) === expected.toPrecision(12);
}

/** The parts of two objects, or of two lists of one length; null when they cannot be compared part by part. */
function partsOf(actual: unknown, expected: unknown): [string, unknown, unknown][] | null {
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) return null;
  if (Array.isArray(actual) !== Array.isArray(expected)) return null;
  if (Array.isArray(actual) && Array.isArray(expected) && actual.length !== expected.length) return null;
  const names = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  return [...names].map((name) => [name, Reflect.get(actual, name), Reflect.get(expected, name)]);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
