// The table of limits agrees with the description of AccessLink.
import { describe, expect, test } from 'vitest';
import { documentedWindows } from '../../src/accesslink/windows.ts';
import { type Documented, documentedReads } from './documentation.ts';

const RESOURCES: Readonly<Record<string, RegExp>> = {
  exercises: /^\/v3\/exercises/,
  'daily activity': /\/activities/,
  'continuous heart rate': /\/continuous-heart-rate/,
  'cardio load': /\/cardio-load/,
  sleep: /\/users\/sleep(\/|$)/,
  'nightly recharge': /\/nightly-recharge/,
  alertness: /\/alertness/,
  'circadian bedtime': /\/circadian-bedtime/,
  'body temperature': /\/bodytemperature/,
  'skin temperature': /\/skintemperature/,
  'skin contact': /\/skincontacts/,
  ECG: /\/ecg/,
  'blood oxygen': /\/spo2/,
};

const readsOf = (resource: string) => documentedReads.filter(({ path }) => RESOURCES[resource]?.test(path));

/** The most that any of the reads grants; null when one of them names no limit. */
function widest(reads: readonly Documented[]): number | null {
  const ages = reads.map(({ window }) => window?.maxAgeDays ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(Math.max(...ages)) ? Math.max(...ages) : null;
}

function only<T>(values: readonly (T | undefined)[]): T | null {
  const known = [...new Set(values.filter((value) => value !== undefined))];
  if (known.length > 1) throw new Error(`The documentation is of two minds: ${known.join()}`);
  return known[0] ?? null;
}

describe('the limits', () => {
  test.each(documentedWindows.map((window) => ({ ...window })))('of $resource are those documented', (documented) => {
    const reads = readsOf(documented.resource);
    const windows = reads.map(({ window }) => window);
    expect(reads.length).toBeGreaterThan(0);
    expect(documented).toMatchObject({
      maxAgeDays: widest(reads),
      maxRangeDays: only(windows.map((window) => window?.maxRangeDays)),
      recentDays: only(windows.map((window) => window?.defaultDays)),
      afterRegistration: reads.every(({ afterRegistration }) => afterRegistration),
    });
  });

  test.each(documentedWindows.map((window) => ({ ...window })))(
    'of $resource count from what is documented',
    (documented) => {
      const bases = new Set(readsOf(documented.resource).flatMap(({ window }) => window?.basis ?? []));
      // Lists of activities count from the upload, days and ranges of them from the day: the day reaches further back.
      expect(documented.basis).toBe(bases.has('date') ? 'date' : bases.has('upload') ? 'upload' : null);
    },
  );

  test('are there for every kind of data that has a day', () => {
    expect(documentedWindows.map(({ resource }) => resource)).toEqual(Object.keys(RESOURCES));
    const dated = documentedReads.filter(({ path }) => !/physical-info|\{user-id\}/.test(path));
    const covered = new Set(Object.keys(RESOURCES).flatMap(readsOf));
    expect(dated.filter((read) => !covered.has(read))).toEqual([]);
  });
});
