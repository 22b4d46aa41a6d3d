// Maps from clock times to values, in the forms that libraries make of them: an object, or a list of its entries.
import { isJsonObject } from './json.ts';
import { clockIn } from './wire-times.ts';

type Entry = readonly [time: string, value: unknown];

/** The entries of a map in their order, readable or not; undefined when a value is no map in any form. */
export function clockEntriesIn(sent: unknown): readonly Entry[] | undefined {
  if (Array.isArray(sent)) return entriesIn(sent);
  if (!isJsonObject(sent)) return undefined;
  const entries = Object.entries(sent);
  const [[name, inner] = ['', null], ...others] = entries;
  const isWrapped = others.length === 0 && clockIn(name) === null && typeof inner === 'object' && inner !== null;
  if (!isWrapped) return entries;
  return Array.isArray(inner) ? entriesIn(inner) : Object.entries(inner);
}

/** The entries in a list; undefined when there are items, and none of them has a time. */
function entriesIn(list: readonly unknown[]): readonly Entry[] | undefined {
  const entries = list.flatMap(entriesOf);
  return list.length === 0 || entries.some(([time]) => clockIn(time) !== null) ? entries : undefined;
}

/** An item of a list: a pair, an object that has the time as a value, or as its key. */
function entriesOf(item: unknown): readonly Entry[] {
  if (Array.isArray(item)) return [[String(item[0]), item[1]]];
  if (!isJsonObject(item)) return [['', item]];
  const entries = Object.entries(item);
  const time = entries.find(([, value]) => typeof value === 'string' && clockIn(value) !== null);
  if (!time) return entries;
  const others = entries.filter((entry) => entry !== time);
  const [, value = null] = others.find(([, other]) => typeof other === 'number') ?? others[0] ?? [];
  return [[String(time[1]), value]];
}
