// The documented windows of the table of resources say what the description of AccessLink says.
import { describe, expect, test } from 'vitest';
import { documentedWindows } from '../../src/domain/documented-windows.ts';
import { type Documented, documentedReads } from '../accesslink/documentation.ts';

const RESOURCES: Readonly<Record<string, RegExp>> = {
  alertness: /\/alertness/,
  'blood oxygen': /\/spo2/,
  'body temperature': /\/bodytemperature/,
  'cardio load': /\/cardio-load/,
  'circadian bedtime': /\/circadian-bedtime/,
  'continuous heart rate': /\/continuous-heart-rate/,
  'daily activity': /\/activities/,
  ECG: /\/ecg/,
  exercises: /^\/v3\/exercises/,
  'nightly recharge': /\/nightly-recharge/,
  'skin contact': /\/skincontacts/,
  'skin temperature': /\/skintemperature/,
  sleep: /\/users\/sleep(\/|$)/,
};

const readsOf = (resource: string) => documentedReads.filter(({ path }) => RESOURCES[resource]?.test(path));

/** The most that any of the reads grants; null when one of them names no limit. */
function widest(reads: readonly Documented[]): number | null {
  const ages = reads.map(({ window }) => window?.maxAgeDays ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(Math.max(...ages)) ? Math.max(...ages) : null;
}

function only<T>(values: readonly (T | undefined)[]): T | null {
  const known = [...new Set(values.filter((value) => value !== undefined))];
  if (known.length > 1) throw new Error(`The documentation is ambiguous: ${known.join()}`);
  return known[0] ?? null;
}

describe('the documented windows', () => {
  test.each(documentedWindows.map((window) => ({ ...window })))('of $resource are those documented', (window) => {
    const reads = readsOf(window.resource);
    const windows = reads.map((read) => read.window);
    expect(reads.length).toBeGreaterThan(0);
    expect(window).toMatchObject({
      maxAgeDays: widest(reads),
      maxRangeDays: only(windows.map((one) => one?.maxRangeDays)),
      recentDays: only(windows.map((one) => one?.defaultDays)),
      afterRegistration: reads.every(({ afterRegistration }) => afterRegistration),
    });
  });

  test.each(documentedWindows.map((window) => ({ ...window })))(
    'of $resource count from what is documented',
    (window) => {
      const bases = new Set(readsOf(window.resource).flatMap((read) => read.window?.basis ?? []));
      // Lists of activities count from the upload, days and ranges of them from the day: the day reaches further back.
      expect(window.basis).toBe(bases.has('date') ? 'date' : bases.has('upload') ? 'upload' : null);
    },
  );

  test('are there for every kind of data that has a day, in the order of their names', () => {
    expect(documentedWindows.map(({ resource }) => resource)).toEqual(Object.keys(RESOURCES));
    const dated = documentedReads.filter(({ path }) => !/physical-info|\{user-id\}/.test(path));
    const covered = new Set(Object.keys(RESOURCES).flatMap(readsOf));
    expect(dated.filter((read) => !covered.has(read))).toEqual([]);
  });
});
