// The windows that AccessLink's documentation repeats for many resources. A test compares them with the documentation.
import type { DocumentedWindow } from './resource.ts';

/** Nothing is documented. */
export const NO_WINDOW: DocumentedWindow = {
  maxAgeDays: null,
  maxRangeDays: null,
  recentDays: null,
  basis: null,
  afterRegistration: false,
};

/** A list of the last 28 days. */
export const RECENT_WINDOW: DocumentedWindow = { ...NO_WINDOW, recentDays: 28, basis: 'date' };

/** Ranges of at most 28 days, and a list of the last 28. */
export const RANGE_WINDOW: DocumentedWindow = { ...RECENT_WINDOW, maxRangeDays: 28 };
