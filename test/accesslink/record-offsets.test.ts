// Which records show by which clock a person lived.
import { expect, it } from 'vitest';
import { decodeRecords } from '../../src/accesslink/decode.ts';
import * as offsets from '../../src/accesslink/record-offsets.ts';
import type { RecordName, Records } from '../../src/generated/accesslink.ts';

function record<R extends RecordName>(name: R, wire: object): Records[R] {
  const [first] = decodeRecords(name, [wire]).records;
  if (first === undefined) throw new Error(`Cannot decode ${JSON.stringify(wire)}`);
  return first;
}
const shown = (minutes: number, at: string) => ({ minutes, at: Date.parse(at) });

it('a sleep shows it by its end, else by its start, or not at all', () => {
  const sleep = (start: string | null, end: string | null) =>
    offsets.offsetOfSleep(record('Sleep', { date: '2026-11-22', sleep_start_time: start, sleep_end_time: end }));
  const [start, end] = ['2026-11-21T23:00:00+02:00', '2026-11-22T06:00:00+01:00'];
  expect(sleep(start, end)).toEqual(shown(60, end));
  expect(sleep(start, '2026-11-22T06:00:00')).toEqual(shown(120, start));
  expect(sleep('2026-11-21T23:00:00', null)).toBeNull();
});

it('an alertness shows it next to times in UTC', () => {
  const wire = { sleep_period_end_time: '2026-11-22T04:00:00', sleep_timezone_offset_minutes: -300 };
  expect(offsets.offsetOfAlertness(record('Alertness', wire))).toEqual(shown(-300, '2026-11-22T04:00:00Z'));
  expect(offsets.offsetOfAlertness(record('Alertness', { ...wire, sleep_timezone_offset_minutes: null }))).toBeNull();
});

it('a session shows it next to its local start', () => {
  const session = (wire: object) => offsets.offsetOfExercise(record('ExerciseHashId', { id: 'x', ...wire }));
  expect(session({ start_time: '2026-11-22T08:00:00', start_time_utc_offset: 600 })).toEqual(
    shown(600, '2026-11-21T22:00:00Z'),
  );
  expect(session({ start_time: '2026-11-22T08:00:00+10:00' })).toEqual(shown(600, '2026-11-21T22:00:00Z'));
  expect(session({ start_time: '2026-11-22T08:00:00' })).toBeNull();
  expect(session({ start_time_utc_offset: 600 })).toBeNull();
});

it('a test shows it next to its time', () => {
  const at = Date.parse('2026-11-22T04:00:00Z');
  const test = (wire: object) => offsets.offsetOfTest(record('EcgTestResult', wire));
  expect(test({ test_time: at / 1000, time_zone_offset: 330 })).toEqual({ minutes: 330, at });
  expect(test({ test_time: at, time_zone_offset: 330 })).toEqual({ minutes: 330, at });
  expect(test({ test_time: at / 1000 })).toBeNull();
  expect(test({ time_zone_offset: 330 })).toBeNull();
});
