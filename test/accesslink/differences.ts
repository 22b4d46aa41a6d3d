// Where the two dialects spell a fact differently, and when the two spellings are equal.
import { secondsOfDuration } from '../../src/duration.ts';

type IsSame = (documented: unknown, live: unknown) => boolean;
type Rules = Readonly<Record<string, { readonly why: string; readonly isSame: IsSame }>>;

const link = {
  why: 'hosts differ, only the digits at the end count',
  isSame: ((a, b) => /\d+$/.exec(String(a))?.[0] === /\d+$/.exec(String(b))?.[0]) satisfies IsSame,
};
const time = {
  why: 'seconds that are zero are dropped',
  isSame: ((a, b) => a === `${String(b)}:00`) satisfies IsSame,
};
const testTime = { why: 'the unit is not documented', isSame: ((a, b) => b === Number(a) * 1000) satisfies IsSame };
const predictions = {
  why: 'days to come are predicted',
  isSame: ((a, b) => {
    if (!Array.isArray(a) || !Array.isArray(b)) return false;
    const isPredicted = b.slice(a.length).every(({ result_type: type }) => String(type).endsWith('_PREDICTION'));
    return isPredicted && differences('', a, b.slice(0, a.length)).length === 0;
  }) satisfies IsSame,
};

const TOLD_DIFFERENTLY: Readonly<Record<string, Rules>> = {
  ExerciseHashId: {
    '[].polar_user': link,
    '[].duration': {
      why: 'seconds alone, with a fraction, instead of hours and minutes',
      isSame: (a, b) => secondsOfDuration(String(a)) === secondsOfDuration(String(b)),
    },
    '[].heart_rate_zones[].index': { why: 'zones count from 0 instead of 1', isSame: (a, b) => a === Number(b) + 1 },
    '[].training_load_pro.date': { why: 'the live API leaves it out', isSame: (_, b) => b === null },
  },
  ActivitySummaryWithAllSamples: {
    '[].start_time': time,
    '[].samples.steps.samples[].timestamp': time,
    '[].samples.activity_zones.samples[].timestamp': time,
    '[].samples.inactivity_stamps[].stamp': time,
  },
  ActivityDayWithSamples: {
    '[].steps.samples[].timestamp': time,
    '[].activity_zones.samples[].timestamp': time,
    '[].inactivity_stamps[].stamp': time,
  },
  ContinuousHeartrate: { '[].polar_user': link },
  NightlyRecharge: { '[].polar_user': link },
  Alertness: { '[].length': predictions },
  CircadianBedtime: { '[].length': predictions },
  EcgTestResult: { '[].test_time': testTime },
  Spo2TestResult: { '[].test_time': testTime },
};

/** The paths at which the records of a kind differ, `[]` for any place in a list, other than where the spellings are equal. */
export function differences(record: string, documented: unknown, live: unknown): readonly string[] {
  return [...new Set(walk({ a: documented, b: live, path: '' }, TOLD_DIFFERENTLY[record] ?? {}))];
}

interface Pair {
  readonly a: unknown;
  readonly b: unknown;
  readonly path: string;
}

function walk({ a, b, path }: Pair, rules: Rules): string[] {
  if (Object.is(a, b)) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return unlessSame({ a, b, path }, rules);
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length)
    return unlessSame({ a, b, path: `${path}[].length` }, rules);
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) => {
    const inner = Array.isArray(a) ? `${path}[]` : `${path}.${key}`;
    return walk({ a: Reflect.get(a, key), b: Reflect.get(b, key), path: inner }, rules);
  });
}

function unlessSame({ a, b, path }: Pair, rules: Rules): string[] {
  return rules[path]?.isSame(a, b) ? [] : [path];
}
