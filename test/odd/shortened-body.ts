// Less of the same: bodies that are asked for thousands of times are better short.
import { isObject } from './places.ts';

const KEPT_RECORDS = 3;
const LAST_DAYS = /2026-11-(18|19|20|21|22)/;
const KEPT_ITEMS = 4;
const KEPT_TOKENS = 8;

/** A body with less of the same: the longest records of a list, and of what is within them the first items. */
export function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return longest(value).map(shortenedWithin);
  if (!isObject(value)) return value;
  const [list, ...others] = Object.values(value);
  const isWrapper = Array.isArray(list) && others.length === 0;
  return isWrapper ? mapped(value, shortened) : shortenedWithin(value);
}

/** Of the records of the last days, which are asked about: the longest have the most properties. */
function longest(records: readonly unknown[]): unknown[] {
  const sized = records.map((record) => ({ record, text: JSON.stringify(record) }));
  const recent = sized.filter(({ text }) => LAST_DAYS.test(text));
  const candidates = recent.length < KEPT_RECORDS ? sized : recent;
  const kept = candidates.toSorted((one, other) => other.text.length - one.text.length).slice(0, KEPT_RECORDS);
  return sized.filter((one) => kept.includes(one)).map(({ record }) => record);
}

function shortenedWithin(value: unknown): unknown {
  if (typeof value === 'string') return value.split(',').slice(0, KEPT_TOKENS).join(',');
  if (Array.isArray(value)) return value.slice(0, KEPT_ITEMS).map(shortenedWithin);
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const isMap = entries.every(([key]) => /^\d\d:\d\d/.test(key));
  return mapped(Object.fromEntries(isMap ? entries.slice(0, KEPT_ITEMS) : entries), shortenedWithin);
}

function mapped(value: Readonly<Record<string, unknown>>, change: (inner: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
}
