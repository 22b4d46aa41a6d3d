// Marks of what never changes: an executor may remember what it has made of it.
import type { IsoDate } from '../../calendar.ts';

const immutable = Symbol('immutable');
const pure = Symbol('pure');
const reading = Symbol('reading');

/**
 * Marks a model whose properties, and what they contain, never change. The mark does not go with a copy of its properties.
 * Throws when the object is frozen already.
 */
export function markImmutable<T extends object>(model: T): T {
  return Object.defineProperty(model, immutable, { value: true });
}

/** Whether an object was marked as one that never changes. */
export function isImmutable(model: object): boolean {
  return Object.hasOwn(model, immutable);
}

/**
 * Marks a resolver, or a function of a model, that depends on nothing but the model, its arguments and who the viewer is:
 * it returns the same whenever it is called again, reads nothing, and counts nothing.
 */
export function markPure<T extends (...args: never[]) => unknown>(resolver: T): T {
  return Object.defineProperty(resolver, pure, { value: true });
}

/** Whether a function was marked as one that depends on its parent, its arguments and the viewer alone. */
export function isPure(resolver: object): boolean {
  return Object.hasOwn(resolver, pure);
}

/**
 * Marks a resolver that depends on its parent, its arguments, the viewer, and what it reads by the loaders: it returns the same
 * when it is called again and they find the same records. It takes nothing else from the context that differs between operations
 * of one document.
 */
export function markReading<T extends (...args: never[]) => unknown>(resolver: T): T {
  return Object.defineProperty(resolver, reading, { value: true });
}

/** A parent of which a resolver needs the date alone. */
export interface Dated {
  readonly date: IsoDate;
}

/** Whether a function depends on its parent, its arguments, the viewer and what it reads by the loaders alone. */
export function isReading(resolver: object): boolean {
  return Object.hasOwn(resolver, reading);
}
