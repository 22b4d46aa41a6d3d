// Which models are used by many operations: they never change, so that whoever serves them may remember what becomes of them.

const immutable: WeakSet<object> = new WeakSet();

/** Marks a model that is never changed. Returns it. */
export function markImmutable<T extends object>(model: T): T {
  immutable.add(model);
  return model;
}

/** Whether a model is never changed. */
export function isImmutable(model: object): boolean {
  return immutable.has(model);
}
