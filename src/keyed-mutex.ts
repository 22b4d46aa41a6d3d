// A keyed mutex of this process: tasks that would wait for each other in the database wait here, without a connection.

/** Runs the tasks of one key one after another, and those of different keys at once. */
export type KeyedMutex = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** A mutex whose keys are all free. */
export function createKeyedMutex(): KeyedMutex {
  const last = new Map<string, Promise<unknown>>();
  return async (key, task) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(task, task);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
