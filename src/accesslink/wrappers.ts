// Lists of records, and what AccessLink wraps around them: known by the kind of record, whatever path they came from.
import type { RecordName } from '../generated/accesslink.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { isOfKind } from './record-fields.ts';

/** What stands where a list of records is expected. */
export interface Items {
  readonly items: readonly unknown[];
  /** Whether there is a list, which may be empty, and not one record or nothing. */
  readonly isList: boolean;
}

/** The properties that hold the list of a kind of record, without separators. */
const KNOWN: { readonly [R in RecordName]?: string } = {
  AvailableSleep: 'available',
  ContinuousHeartrate: 'heartrates',
  NightlyRecharge: 'recharges',
  Sleep: 'nights',
};
/** What a wrapper may say too: whose the records are, and of when. */
const WHOSE: ReadonlySet<string> = new Set(['polar_user', 'date']);
/** So many objects may stand around a wrapper. */
const MOST_LEVELS = 2;
/** Around lists within a record. */
const WITHIN = 'samples';

/**
 * The items of a body that is a list, one record in place of a list of one, nothing, or an object around them: under the
 * name that is known for the kind of record, as its only list or record, or with each record under a key of its own.
 */
export function itemsIn(record: RecordName, body: unknown): Items {
  return inside(record, body, KNOWN[record]);
}

/** The items of a list within a record, which may have a wrapper of its own. */
export function nestedItemsIn(record: RecordName, value: unknown): Items {
  return inside(record, value, WITHIN);
}

function inside(record: RecordName, value: unknown, wrapper: string | undefined): Items {
  const direct = directlyIn(record, value, wrapper);
  if (direct) return direct;
  let outer = value;
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const inner = soleObjectIn(outer);
    const found = inner && directlyIn(record, inner, wrapper);
    if (found && (found.isList || found.items.length > 0)) return found;
    outer = inner;
  }
  return itemsOf(value);
}

/** What stands in a value or in the object that it is; undefined when that is an object with no record in it. */
function directlyIn(record: RecordName, value: unknown, wrapper: string | undefined): Items | undefined {
  if (!isJsonObject(value)) return itemsOf(value);
  const entries = Object.entries(value);
  const [, known] = entries.find(([name]) => name.replaceAll(/[-_]/g, '') === wrapper) ?? [];
  if (known !== undefined) return (isJsonObject(known) && directlyIn(record, known, undefined)) || itemsOf(known);
  if (entries.length === 0) return itemsOf(undefined);
  if (isOfKind(record, value, WHOSE)) return itemsOf(value);
  return wrappedIn(record, value) ?? (isOfKind(record, value) ? itemsOf(value) : undefined);
}

/** The records in an object around them, which may say besides whose they are; undefined when there are none in it. */
function wrappedIn(record: RecordName, value: JsonObject): Items | undefined {
  const without = isOfKind(record, value) ? WHOSE : undefined;
  const isRecord = (one: unknown) => isJsonObject(one) && isOfKind(record, one, without);
  const inner = Object.values(value);
  const [list, ...otherLists] = inner.filter((one) => Array.isArray(one));
  if (list && otherLists.length === 0 && (list.length === 0 || list.some(isRecord))) return itemsOf(list);
  const records = inner.filter(isRecord);
  const areAll = records.length > 0 && records.length === inner.length;
  return records.length === 1 || areAll ? { items: records, isList: records.length > 1 } : undefined;
}

/** The only object among the values of an object. */
function soleObjectIn(value: unknown): JsonObject | undefined {
  const [object, ...others] = isJsonObject(value) ? Object.values(value).filter(isJsonObject) : [];
  return others.length === 0 ? object : undefined;
}

function itemsOf(value: unknown): Items {
  if (Array.isArray(value)) return { items: value, isList: true };
  return { items: value === undefined || value === null ? [] : [value], isList: false };
}
