// The last gate before a label: whatever is neither in its fixed set nor a name of the code is counted as `other`, so that no
// mistake elsewhere can put a value of somebody into the metrics, or make their number grow without bound.
import { LABELS, type LabelName, type LabelValues } from './definitions.ts';

/** What stands for everything that a label may not say. */
export const OTHER = 'other';

/** A word of lower-case letters, as routes, resources and methods of the store are made of; no digits but those of names. */
const NAME = /^[a-zA-Z][a-zA-Z0-9.-]{0,59}$|^(\/[a-zA-Z0-9.{}*-]{0,40}){1,8}$/;
/** Ids and dates have several digits in a row; the names of the code have one, such as v3 and spo2. */
const DIGITS = /\d{2}/;
/** So many names a label takes; further ones are `other`. */
const MAX_NAMES = 100;

/** Gives each value of a label back as it may be counted. */
export type LabelGuard = (label: LabelName, value: string) => string;

/** A guard that has seen no name yet. */
export function createLabelGuard(): LabelGuard {
  const names = new Map<LabelName, Set<string>>();
  return (label, value) => {
    const values: LabelValues = LABELS[label];
    if (values !== 'names') return values.includes(value) ? value : OTHER;
    const seen = names.get(label) ?? new Set();
    names.set(label, seen);
    if (!seen.has(value) && (seen.size >= MAX_NAMES || !NAME.test(value) || DIGITS.test(value))) return OTHER;
    seen.add(value);
    return value;
  };
}
