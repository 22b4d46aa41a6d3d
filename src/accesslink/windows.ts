// The documented limits of every kind of data that a user can read, in days. A test compares them with the description.

/** How far back and how wide AccessLink answers; null where nothing is documented. */
export interface DocumentedWindow {
  /** Stable name of the kind of data. */
  readonly resource: string;
  readonly maxAgeDays: number | null;
  readonly maxRangeDays: number | null;
  /** Days that a request without dates answers with. */
  readonly recentDays: number | null;
  /** What the age counts from: the day of the data, or its upload to Polar. */
  readonly basis: 'date' | 'upload' | null;
  readonly afterRegistration: boolean;
}

const NONE = { maxAgeDays: null, maxRangeDays: null, recentDays: null, basis: null, afterRegistration: false } as const;
const RECENT = { ...NONE, recentDays: 28, basis: 'date' } as const;
const RANGE = { ...RECENT, maxRangeDays: 28 } as const;

export const documentedWindows: readonly DocumentedWindow[] = [
  { ...NONE, resource: 'exercises', maxAgeDays: 30, recentDays: 30, basis: 'upload', afterRegistration: true },
  { ...RANGE, resource: 'daily activity', maxAgeDays: 365 },
  { ...NONE, resource: 'continuous heart rate' },
  { ...RECENT, resource: 'cardio load' },
  { ...RECENT, resource: 'sleep' },
  { ...RECENT, resource: 'nightly recharge' },
  { ...RANGE, resource: 'alertness' },
  { ...RANGE, resource: 'circadian bedtime' },
  { ...RANGE, resource: 'body temperature' },
  { ...RANGE, resource: 'skin temperature' },
  { ...RANGE, resource: 'skin contact' },
  { ...RANGE, resource: 'ECG' },
  { ...RANGE, resource: 'blood oxygen' },
];
