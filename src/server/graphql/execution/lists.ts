// Lists: their items are completed in order; long ones in time slices.
import { GraphQLError, locatedError } from 'graphql';
import { nullable } from './completers.ts';
import { failedAt, ignoreFailures, isPromiseLike } from './errors.ts';
import { completeLeaf, completePromised } from './fields.ts';
import { fieldOf, itemPosition, keysTo } from './position.ts';
import type { Complete, Completion, Position } from './types.ts';

/** Up to here a list is completed in one go. */
const LONG_LIST = 100;
/** So many items of a longer one at once. */
const ITEMS_AT_ONCE = 25;
/** So many leaves, of which a list is long when it has more: they take a hundredth of the time. */
const LEAVES_AT_ONCE = 2_000;

/** A list that is being completed. */
interface ListCompletion {
  readonly position: Position;
  readonly item: Completion;
  readonly completed: unknown[];
  hasPromise: boolean;
}

export function listCompletion(item: Completion): Complete {
  return nullable((value, position) => {
    const list: ListCompletion = { position, item, completed: [], hasPromise: false };
    if (isAsyncIterable(value)) return completeAsyncIterable(value, list);
    if (isPlainArray(value)) return completeArray(value, list, 0);
    if (isIterableObject(value)) return completeIterable(value[Symbol.iterator](), list);
    const { parentType, definition } = fieldOf(position);
    const field = `${parentType.name}.${definition.name}`;
    throw new GraphQLError(`Expected Iterable, but did not find one for field "${field}".`);
  });
}

/** From an index on, until the end or the end of the time slice. */
function completeArray(items: readonly unknown[], list: ListCompletion, from: number): unknown {
  let index = from;
  const { slices } = list.position.execution;
  const { isComposite } = fieldOf(list.position);
  const isSliced = slices && items.length > (isComposite ? LONG_LIST : LEAVES_AT_ONCE);
  const atOnce = isComposite ? ITEMS_AT_ONCE : LEAVES_AT_ONCE;
  try {
    for (; index < items.length; index += 1) {
      if (isSliced && index > from && index % atOnce === 0) {
        const paused = slices.pause();
        if (paused) return goOnLater(paused, list, () => completeArray(items, list, index));
      }
      addItem(items[index], index, list);
    }
  } catch (error) {
    if (list.hasPromise) ignoreFailures(list.completed);
    ignoreFailures(items.slice(index + 1));
    throw error;
  }
  return completedList(list);
}

function goOnLater(paused: Promise<void>, list: ListCompletion, goOn: () => unknown): Promise<unknown> {
  // Nobody awaits these before the list goes on.
  if (list.hasPromise) ignoreFailures(list.completed);
  return paused.then(() => {
    if (list.position.execution.isFinished) throw new Error('Aborted!');
    return goOn();
  });
}

function completeIterable(iterator: Iterator<unknown>, list: ListCompletion): unknown {
  try {
    for (let index = 0; ; index += 1) {
      const next = iterator.next();
      if (next.done) break;
      addItem(next.value, index, list);
    }
  } catch (error) {
    if (list.hasPromise) ignoreFailures(list.completed);
    ignoreFailures(remainingOf(iterator));
    throw error;
  }
  return completedList(list);
}

/** What is left of an iterator, up to its failure if it has one. */
function remainingOf(iterator: Iterator<unknown>): unknown[] {
  const remaining: unknown[] = [];
  try {
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      if (isPromiseLike(next.value)) remaining.push(next.value);
    }
  } catch {
    return remaining;
  }
  return remaining;
}

async function completeAsyncIterable(items: AsyncIterable<unknown>, list: ListCompletion): Promise<unknown> {
  const { position } = list;
  const { execution } = position;
  const iterator = items[Symbol.asyncIterator]();
  let next: IteratorResult<unknown> | undefined;
  try {
    for (let index = 0; ; index += 1) {
      try {
        next = await iterator.next();
      } catch (error) {
        throw locatedError(error, fieldOf(position).nodes, keysTo(position));
      }
      if (execution.isFinished || next.done) break;
      addItem(next.value, index, list);
    }
  } catch (error) {
    endIterator(iterator);
    if (list.hasPromise) ignoreFailures(list.completed);
    throw error;
  }
  if (!execution.isFinished) return completedList(list);
  if (!next?.done) endIterator(iterator);
  throw new Error('Aborted!');
}

/** Lets an iterator end; nobody is interested in how. */
function endIterator(iterator: AsyncIterator<unknown>): void {
  try {
    ignoreFailures([iterator.return?.()]);
  } catch {
    return;
  }
}

function completedList({ completed, hasPromise }: ListCompletion): unknown {
  return hasPromise ? Promise.all(completed) : completed;
}

function addItem(value: unknown, index: number, list: ListCompletion): void {
  const { completed, item } = list;
  if (item.leaf && addLeaf(value, index, list)) return;
  const position = itemPosition(index, list.position);
  if (isPromiseLike(value)) {
    completed.push(completePromised(value, position, item));
    list.hasPromise = true;
    return;
  }
  try {
    const result = item.complete(value, position);
    if (!(result instanceof Promise)) return void completed.push(result);
    completed.push(result.then(undefined, (error: unknown) => failedAt(position, error, item.isNonNull)));
    list.hasPromise = true;
  } catch (error) {
    completed.push(failedAt(position, error, item.isNonNull));
  }
}

/** Most lists of leaves are long and have nothing odd in them: no position is made for such an item. Returns whether it was. */
function addLeaf(value: unknown, index: number, { completed, item, position }: ListCompletion): boolean {
  if (value === null && !item.isNonNull) return completed.push(null) > 0;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return false;
  try {
    const result = completeLeaf(item, value);
    return !(result instanceof Promise) && completed.push(result) > 0;
  } catch (error) {
    return completed.push(failedAt(itemPosition(index, position), error, item.isNonNull)) > 0;
  }
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof (value as Partial<AsyncIterable<unknown>> | null)?.[Symbol.asyncIterator] === 'function';
}

function isPlainArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value[Symbol.iterator] === Array.prototype[Symbol.iterator];
}

function isIterableObject(value: unknown): value is Iterable<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function';
}
