// Whether what a step got is as a case expects it.
import { isDeepStrictEqual } from 'node:util';
import type { Expectation } from './case.ts';

type Holds = (found: unknown, value: unknown) => boolean;

/** The expectations that do not hold, each with what was found instead. */
export function failing(expectations: readonly Expectation[], got: unknown): string[] {
  return expectations.flatMap(([path, operator, value]) => {
    const holds = operators[operator];
    if (!holds) throw new TypeError(`Cannot check "${path}": ${operator} is no operator`);
    const found = operator === 'error' ? errorsAt(got, path) : valueAt(got, path);
    if (holds(found, value)) return [];
    const wanted = value === undefined ? operator : `${operator} ${JSON.stringify(value)}`;
    return [`${path || 'the answer'}: ${wanted}, but found ${JSON.stringify(found)}`];
  });
}

/** The value at a path such as `data.viewer.days.nodes.0.date`: `*` is every item of a list, `""` everything. */
export function valueAt(value: unknown, path: string): unknown {
  const [key = '', ...keys] = path.split('.');
  const rest = keys.join('.');
  const into = (inner: unknown): unknown => (keys.length === 0 ? inner : valueAt(inner, rest));
  if (path === '') return value;
  if (key === '*') return Array.isArray(value) ? value.map(into) : undefined;
  return value === null || value === undefined ? undefined : into(Reflect.get(Object(value), key));
}

/** The entries of `errors` at a path of the data. */
function errorsAt(got: unknown, path: string): unknown[] {
  const errors = valueAt(got, 'errors');
  if (!Array.isArray(errors)) return [];
  return errors.filter((error) => (valueAt(error, 'path') as string[] | undefined)?.join('.') === path);
}

/** One entry has this code, and what is in it, its message or extensions, matches; both are patterns. */
function isError(errors: unknown, value: unknown): boolean {
  const { code = '.*', message = '' } = value as { readonly code?: string; readonly message?: string };
  const isMeant = (error: unknown): boolean =>
    new RegExp(`^(?:${code})$`).test(String(valueAt(error, 'extensions.code'))) && matches(error, message);
  return Array.isArray(errors) && errors.some(isMeant);
}

/** A text, or the JSON of any other value; null and absent match nothing. */
function matches(found: unknown, pattern: unknown): boolean {
  if (found === undefined || found === null) return false;
  return new RegExp(String(pattern), 'is').test(typeof found === 'string' ? found : JSON.stringify(found));
}

function isNone(found: unknown): boolean {
  return found === undefined || found === null || (Array.isArray(found) && found.length === 0);
}

function sumOf(found: unknown): number {
  return Array.isArray(found) ? found.reduce<number>((sum, item) => sum + Number(item), 0) : Number.NaN;
}

const operators: Readonly<Record<string, Holds>> = {
  is: isDeepStrictEqual,
  not: (found, value) => !isDeepStrictEqual(found, value),
  some: (found) => !isNone(found),
  none: isNone,
  has: (found, value) => Array.isArray(found) && found.some((item) => isDeepStrictEqual(item, value)),
  hasNot: (found, value) => !Array.isArray(found) || !found.some((item) => isDeepStrictEqual(item, value)),
  oneOf: (found, value) => Array.isArray(value) && value.some((item) => isDeepStrictEqual(item, found)),
  atLeast: (found, value) => typeof found === 'number' && found >= Number(value),
  atMost: (found, value) => typeof found === 'number' && found <= Number(value),
  matches,
  sum: (found, value) => sumOf(found) === value,
  error: isError,
};
