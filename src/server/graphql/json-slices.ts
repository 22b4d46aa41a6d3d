// The text of a large result, made in time slices.
import type { ExecutionResult } from 'graphql';
import type { OperationSlices } from './time-slices.ts';

/** Down to here objects and lists are taken apart; what lies deeper is small, and becomes text in one go. */
const DEPTH = 5;

/** A result whose data is text already; Yoga calls `stringify` with the result as it may be sent. */
export async function stringified(result: ExecutionResult, slices: OperationSlices): Promise<ExecutionResult> {
  const data = await jsonInSlices(result.data, slices);
  const stringify = (sent: ExecutionResult) => {
    const others = JSON.stringify({ ...sent, data: undefined });
    return `{"data":${data}${others === '{}' ? '' : ','}${others.slice(1)}`;
  };
  return Object.assign({ ...result }, { stringify });
}

/** The JSON of a value, the same as that of `JSON.stringify`. `null` for undefined. */
export async function jsonInSlices(value: unknown, { pause }: Pick<OperationSlices, 'pause'>): Promise<string> {
  let text = '';
  for (const part of partsOf(value, DEPTH)) {
    text += part;
    const paused = pause();
    if (paused) await paused;
  }
  return text;
}

/** Plain objects and lists only, as results are. */
function* partsOf(value: unknown, depth: number): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) yield JSON.stringify(value) ?? 'null';
  else if (Array.isArray(value)) yield* listParts(value, depth);
  else yield* objectParts(value, depth);
}

function* listParts(list: readonly unknown[], depth: number): Generator<string> {
  let before = '[';
  for (const item of list) {
    yield before;
    yield* partsOf(item, depth - 1);
    before = ',';
  }
  yield list.length === 0 ? '[]' : ']';
}

function* objectParts(object: object, depth: number): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    yield* partsOf(value, depth - 1);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}
