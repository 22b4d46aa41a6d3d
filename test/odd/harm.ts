// Whether something odd harmed what it has nothing to do with.
import { isDeepStrictEqual } from 'node:util';
import { isObject } from './places.ts';

/** Three answers to one question: of good records, without what is made odd, and with it odd. */
export interface Answers {
  readonly good: unknown;
  readonly without: unknown;
  readonly odd: unknown;
}

/** The places at which the odd answer differs, although the odd thing had nothing to do with them: they are without it as with it. */
export function harmIn({ good, without, odd }: Answers, path = 'data'): string[] {
  if (isDeepStrictEqual(good, without)) return isDeepStrictEqual(odd, good) ? [] : [path];
  if (isObject(good) && isObject(without)) {
    if (!isObject(odd)) return [path];
    if (isFoundElsewhere(without)) return [];
    const keys = Object.keys(good).filter((key) => Object.hasOwn(without, key) && !SUMMARY.test(key));
    return keys.flatMap((key) => harmIn({ good: good[key], without: without[key], odd: odd[key] }, `${path}.${key}`));
  }
  if (Array.isArray(good) && Array.isArray(without)) return harmInList({ good, without, odd }, path);
  return [];
}

/** A record that was removed from one answer, and is still there from another: the odd one may show. */
function isFoundElsewhere(without: object): boolean {
  return 'stale' in without && without.stale === true;
}

/** What sums up a list changes with any of its items. */
const SUMMARY = /statistics$/i;

interface Lists extends Answers {
  readonly good: readonly unknown[];
  readonly without: readonly unknown[];
}

function harmInList({ good, without, odd }: Lists, path: string): string[] {
  if (!Array.isArray(odd)) return [path];
  if (good.length === without.length && good.length === odd.length) {
    return good.flatMap((item, index) =>
      harmIn({ good: item, without: without[index], odd: odd[index] as unknown }, `${path}.${index}`),
    );
  }
  const unrelated = without.filter((item) => good.some((other) => isDeepStrictEqual(item, other)));
  return isWithin(unrelated, odd) ? [] : [path];
}

/** Whether a list holds these items in this order, whatever else. */
function isWithin(items: readonly unknown[], list: readonly unknown[]): boolean {
  let index = 0;
  for (const item of list) if (index < items.length && isDeepStrictEqual(item, items[index])) index += 1;
  return index === items.length;
}
