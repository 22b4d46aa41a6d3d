// Waiting calls: by class, within a class a line a person, and the people in turn.
import { CALL_CLASSES, type CallClass } from '../call-origin.ts';

/** How long a call waits for its turn, by class, in milliseconds. */
export const MAX_WAIT_MS: Readonly<Record<CallClass, number>> = {
  commit: 30_000,
  person: 10_000,
  delivery: 30_000,
  background: 60_000,
};

/** Something that waits. */
export interface Waiting {
  readonly class: CallClass;
  /** In whose line it stands. */
  readonly line: string;
}

export interface FairQueue<T extends Waiting> {
  add(item: T): void;
  /** Removes and returns the next of the most important class, of a line that may go on; null when there is none. */
  next(mayGo: (item: T) => boolean): T | null;
  /** Removes and returns all that a condition holds for. */
  remove(isRemoved: (item: T) => boolean): T[];
  /** How many wait in a line of a class. */
  waiting(callClass: CallClass, line: string): number;
  readonly size: number;
  /** How many wait, by class. */
  sizes(): Readonly<Record<CallClass, number>>;
}

/** An empty queue. The lines of a class are in the order in which their turn comes: whose turn it was goes to the end. */
export function createFairQueue<T extends Waiting>(): FairQueue<T> {
  return new LinesByClass<T>();
}

type Lines<T> = Map<string, T[]>;

class LinesByClass<T extends Waiting> implements FairQueue<T> {
  readonly #classes: ReadonlyMap<CallClass, Lines<T>> = new Map(CALL_CLASSES.map((name) => [name, new Map()]));
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(item: T): void {
    const lines = this.#linesOf(item.class);
    const items = lines.get(item.line);
    if (items) items.push(item);
    else lines.set(item.line, [item]);
    this.#size += 1;
  }

  next(mayGo: (item: T) => boolean): T | null {
    for (const lines of this.#classes.values()) {
      const item = takeFrom(lines, mayGo);
      if (item === null) continue;
      this.#size -= 1;
      return item;
    }
    return null;
  }

  remove(isRemoved: (item: T) => boolean): T[] {
    const removed = [...this.#classes.values()].flatMap((lines) => removeFrom(lines, isRemoved));
    this.#size -= removed.length;
    return removed;
  }

  waiting(callClass: CallClass, line: string): number {
    return this.#linesOf(callClass).get(line)?.length ?? 0;
  }

  sizes(): Readonly<Record<CallClass, number>> {
    const sizeOf = (name: CallClass) => [...this.#linesOf(name).values()].reduce((sum, items) => sum + items.length, 0);
    return {
      commit: sizeOf('commit'),
      person: sizeOf('person'),
      delivery: sizeOf('delivery'),
      background: sizeOf('background'),
    };
  }

  #linesOf(name: CallClass): Lines<T> {
    return this.#classes.get(name) ?? new Map<string, T[]>();
  }
}

function takeFrom<T>(lines: Lines<T>, mayGo: (item: T) => boolean): T | null {
  for (const [line, items] of lines) {
    const [item] = items;
    if (item === undefined || !mayGo(item)) continue;
    items.shift();
    lines.delete(line);
    if (items.length > 0) lines.set(line, items);
    return item;
  }
  return null;
}

function removeFrom<T>(lines: Lines<T>, isRemoved: (item: T) => boolean): T[] {
  const removed: T[] = [];
  for (const [line, items] of lines) {
    const removable = items.filter(isRemoved);
    if (removable.length === 0) continue;
    removed.push(...removable);
    if (removable.length < items.length)
      lines.set(
        line,
        items.filter((item) => !removable.includes(item)),
      );
    else lines.delete(line);
  }
  return removed;
}
