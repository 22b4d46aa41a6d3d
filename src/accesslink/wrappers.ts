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
  if (!isJsonObject(value)) return itemsOf(value);
  const entries = Object.entries(value);
  const known = entries.find(([name]) => name.replaceAll(/[-_]/g, '') === wrapper);
  if (known) return itemsOf(known[1]);
  if (entries.length === 0) return itemsOf(undefined);
  return isOfKind(record, value) ? itemsOf(value) : wrapped(record, value);
}

/** The records in an object that is none itself; the object when there are none in it, so that it counts as unreadable. */
function wrapped(record: RecordName, value: JsonObject): Items {
  const isRecord = (one: unknown) => isJsonObject(one) && isOfKind(record, one);
  const inner = Object.values(value);
  const [list, ...otherLists] = inner.filter((one) => Array.isArray(one));
  if (list && otherLists.length === 0 && (list.length === 0 || list.some(isRecord))) return itemsOf(list);
  const records = inner.filter(isRecord);
  if (records.length === 1 || records.length === inner.length) return { items: records, isList: records.length > 1 };
  return itemsOf(value);
}

function itemsOf(value: unknown): Items {
  if (Array.isArray(value)) return { items: value, isList: true };
  return { items: value === undefined || value === null ? [] : [value], isList: false };
}
