// Tasks that would wait for each other in the database wait here instead, where they hold no connection.

/** Runs tasks of one name after another, those of different names at once. */
export type KeyedMutex = <T>(name: string, task: () => Promise<T>) => Promise<T>;

/** Mutexes of this process. */
export function createKeyedMutex(): KeyedMutex {
  const last = new Map<string, Promise<unknown>>();
  return async (name, task) => {
    const before = last.get(name) ?? Promise.resolve();
    const mine = before.then(task, task);
    last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
}
