// Where the parts of payloads belong in the answer, so that an error is sent with the value that it is about.
import type { ExecutedPart, ExecutedPayload, PartPath } from './executed-parts.ts';

/** The value that a part has at a path of the answer; undefined where it has none. */
export type ValueAt = (path: PartPath) => unknown;

/** What a payload has: in its own data, and in each of its parts. */
export interface PlacedPayload {
  readonly ofData: ValueAt;
  readonly ofParts: readonly ValueAt[];
}

/** Places the payloads of one answer, in their order. */
export function createPartPaths(): (payload: ExecutedPayload) => PlacedPayload {
  const paths = new Map<string, PartPath>();
  /** How many items a list has so far. */
  const lengths = new Map<string, number>();
  const locate = (part: ExecutedPart, before: readonly ValueAt[]): ValueAt => {
    const { id = '', subPath = [], data, items } = part;
    const path = part.path ?? [...(paths.get(id) ?? []), ...subPath];
    if (!items) return below(path, data);
    if (part.path) return ofItems(path.slice(0, -1), { items, start: Number(path.at(-1)) });
    const start = lengths.get(id) ?? lengthAt(path, before);
    lengths.set(id, start + items.length);
    return ofItems(path, { items, start });
  };
  return ({ data, pending = [], incremental = [] }) => {
    for (const { id, path } of pending) paths.set(id, path);
    const ofData = below([], data);
    const ofParts: ValueAt[] = [];
    for (const part of incremental) ofParts.push(locate(part, [ofData, ...ofParts]));
    for (const { id, path } of pending) {
      if (!lengths.has(id)) lengths.set(id, lengthAt(path, [ofData, ...ofParts]));
    }
    return { ofData, ofParts };
  };
}

/** The list at a path is in the payload that says that more of it comes. */
function lengthAt(path: PartPath, values: readonly ValueAt[]): number {
  for (const valueAt of values) {
    const list = valueAt(path);
    if (Array.isArray(list)) return list.length;
  }
  return 0;
}

function below(base: PartPath, value: unknown): ValueAt {
  return (path) => (startsWith(path, base) ? valueIn(value, path.slice(base.length)) : undefined);
}

function ofItems(
  list: PartPath,
  { items, start }: { readonly items: readonly unknown[]; readonly start: number },
): ValueAt {
  return (path) => {
    const index = path[list.length];
    if (!startsWith(path, list) || typeof index !== 'number') return undefined;
    return valueIn(items[index - start], path.slice(list.length + 1));
  };
}

function startsWith(path: PartPath, start: PartPath): boolean {
  return start.every((key, index) => path[index] === key);
}

function valueIn(value: unknown, path: PartPath): unknown {
  let at = value;
  for (const key of path) at = Object(at)[key] as unknown;
  return at;
}
