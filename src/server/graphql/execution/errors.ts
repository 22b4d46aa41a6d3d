// The errors of a result, in the order in which they are found. Below what has become null already, none is added.
import { type GraphQLError, locatedError } from 'graphql';
import { keysTo } from './position.ts';
import type { CollectedErrors, Position } from './types.ts';

export function createCollectedErrors(): CollectedErrors {
  const list: GraphQLError[] = [];
  const positions = new Set<Position>();
  const isNull = (position: Position) => {
    for (let at: Position | null = position; at !== null; at = at.parent) if (positions.has(at)) return true;
    return false;
  };
  return {
    list,
    add: (error, position) => {
      if (isNull(position)) return;
      positions.add(position);
      list.push(error);
    },
  };
}

/** Adds the failure of a position that may be null, and returns null; throws that of one that may not, with its path. */
export function failedAt(position: Position, failure: unknown, isNonNull: boolean): null {
  const error = locatedError(failure, position.field?.nodes, keysTo(position));
  if (isNonNull) throw error;
  position.execution.errors.add(error, position);
  return null;
}

/** Failures of these promises are of no interest: without this, they would end the process. */
export function ignoreFailures(values: Iterable<unknown>): void {
  for (const value of values) if (isPromiseLike(value)) value.then(ignored, ignored);
}

/** Whether a value is to be waited for. */
export function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}

function ignored(): void {}
