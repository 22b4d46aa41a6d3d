// A body with one odd place in it, as text: not everything odd can be said with values of ours.
import type { OddValue } from './odd-values.ts';
import { isObject, type Path, type Place, valueAt } from './places.ts';

const MARK = 'the odd value stands here';

/** The text of a body in which a place has an odd value, or is not there at all. */
export function oddBody(body: unknown, place: Place, odd: OddValue): string {
  const json = odd.json(valueAt(body, place.path));
  if (json === null) return textOf(without(body, place.path));
  const marked = replaced(body, place.path, place.isKey ? renamed : () => MARK);
  // A function: no `$` of the value means anything.
  return JSON.stringify(marked).replace(JSON.stringify(MARK), () => json);
}

/** JSON; nothing at all of nothing. */
export function textOf(body: unknown): string {
  return body === undefined ? '' : JSON.stringify(body);
}

/** A copy without what is at a path. */
export function without(body: unknown, path: Path): unknown {
  return replaced(body, path, () => undefined);
}

type Change = (value: unknown) => unknown;

/** For `renamed` the key is replaced and not its value. */
const renamed: Change = () => undefined;

function replaced(value: unknown, [key, ...rest]: Path, change: Change): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      const changed = index === key ? replaced(item, rest, change) : item;
      return changed === undefined ? [] : [changed];
    });
  }
  if (!isObject(value)) return value;
  const isRename = rest.length === 0 && change === renamed;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => {
    if (name !== key) return [name, inner];
    return isRename ? [MARK, inner] : [name, replaced(inner, rest, change)];
  });
  const added = Object.hasOwn(value, key) ? [] : [[key, replaced(undefined, rest, change)]];
  return Object.fromEntries([...entries, ...added]);
}
