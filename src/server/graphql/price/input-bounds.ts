// The bounds of what comes besides the text of an operation: its variables, its name, its extensions.
import { tooMuch } from './rejection.ts';

/** What a request has besides its text, as sent. */
export interface OperationInput {
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

const MAX_NESTING = 20;
const MAX_VALUES = 5_000;
/** A global id has about a hundred characters. */
const MAX_STRING_LENGTH = 10_000;
const MAX_NAME_LENGTH = 200;

/** Throws an OperationRejection for input that is too large or nests too deep, whatever it is. */
export function checkInput({ operationName, variables, extensions }: OperationInput): void {
  if (typeof operationName === 'string' && operationName.length > MAX_NAME_LENGTH) {
    const [price, limit] = [operationName.length, MAX_NAME_LENGTH];
    throw tooMuch({ finding: 'operationName has {} characters', price, limit, remedy: 'shorten it' });
  }
  checkJson('variables', variables);
  checkJson('extensions', extensions);
}

/** Level by level: what nests without end fills no stack. */
function checkJson(name: string, json: unknown): void {
  let level: readonly unknown[] = [json];
  let [count, depth] = [0, 0];
  while (level.length > 0) {
    if (depth > MAX_NESTING) throw tooDeep(name, depth);
    for (const value of level) if (isLong(value)) throw tooLong(name, value.length);
    count += level.length;
    if (count > MAX_VALUES) throw tooMany(name, count);
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    depth += 1;
  }
}

function isLong(value: unknown): value is string {
  return typeof value === 'string' && value.length > MAX_STRING_LENGTH;
}

function tooDeep(name: string, price: number): Error {
  return tooMuch({ finding: `${name} nest {} deep`, price, limit: MAX_NESTING, isAtLeast: true, remedy: 'nest less' });
}

function tooLong(name: string, price: number): Error {
  return tooMuch({
    finding: `a text in ${name} has {} characters`,
    price,
    limit: MAX_STRING_LENGTH,
    remedy: 'shorten it',
  });
}

function tooMany(name: string, price: number): Error {
  const remedy = 'ask in several operations';
  return tooMuch({ finding: `${name} have {} values`, price, limit: MAX_VALUES, isAtLeast: true, remedy });
}
