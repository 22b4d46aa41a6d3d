// Group commit: what many callers add at once is written in one statement, with one flush of the disk for all of them.
import { StoreError } from '../contract/errors.ts';
import { storeErrorFrom } from '../engines/driver-errors.ts';

/** Writes items in one statement; the result of each, in order. All or none is written. */
export type WriteGroup<T, R> = (items: readonly T[]) => Promise<readonly R[]>;

export interface GroupLimits {
  /** Items in one statement. */
  readonly maxItems: number;
  /** Items that wait for theirs. What comes then is rejected: nobody would wait so long. */
  readonly maxWaiting: number;
  /** When a group starts that is not full: by default at the end of this tick. */
  readonly startWith?: (task: () => void) => void;
}

interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (failure: unknown) => void;
}

/**
 * Adds items in groups: while one group is being written, the next one gathers. Resolves with the result of the item when
 * its group is written. A group that fails on a value is written item by item, so that one spoils no other.
 */
export function createGroupCommit<T, R>(
  write: WriteGroup<T, R>,
  { maxItems, maxWaiting, startWith = queueMicrotask }: GroupLimits,
): (item: T) => Promise<R> {
  const queue: Waiting<T, R>[] = [];
  let isWriting = false;
  const writeAll = async () => {
    do await writeOne(queue.splice(0, maxItems), write);
    while (queue.length >= maxItems);
    isWriting = queue.length > 0;
    if (isWriting) startWith(() => void writeAll());
  };
  return (item) =>
    new Promise((resolve, reject) => {
      if (queue.length >= maxWaiting) return reject(tooMany());
      queue.push({ item, resolve, reject });
      if (isWriting) return;
      isWriting = true;
      // What comes until then belongs to the first group.
      startWith(() => void writeAll());
    });
}

/** Never rejects. */
async function writeOne<T, R>(group: readonly Waiting<T, R>[], write: WriteGroup<T, R>): Promise<void> {
  try {
    const results = await write(group.map(({ item }) => item));
    for (const [index, { resolve }] of group.entries()) resolve(results[index] as R);
  } catch (failure) {
    const isSpoiled = storeErrorFrom(failure, 'a group').code === 'invalid';
    if (group.length > 1 && isSpoiled) for (const one of group) await writeOne([one], write);
    else for (const { reject } of group) reject(failure);
  }
}

function tooMany(): StoreError {
  return new StoreError('unavailable', 'Cannot write: too many wait for the database already');
}
