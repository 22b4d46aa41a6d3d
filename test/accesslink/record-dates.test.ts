// The day of a record, around midnight and all around the world.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as dayOf from '../../src/accesslink/record-dates.ts';
import { decodeRecords } from '../../src/accesslink/decode.ts';
import { addDays, isIsoDate, isoDate } from '../../src/calendar.ts';
import type { RecordName, Records } from '../../src/generated/accesslink.ts';

const DAY = isoDate('2026-11-22');
const MINUTE = 60_000;
const MIDNIGHT = Date.parse('2026-11-22T00:00:00Z');
const offsets = fc.integer({ min: -12 * 60, max: 14 * 60 });
const dayMillis = fc.integer({ min: 0, max: 86_400_000 - 1 });

function record<R extends RecordName>(name: R, wire: object): Records[R] {
  const [first] = decodeRecords(name, [wire]).records;
  if (first === undefined) throw new Error(`Cannot decode ${JSON.stringify(wire)}`);
  return first;
}

/** An instant as AccessLink writes it without an offset, in UTC. */
const naive = (epochMs: number) => new Date(epochMs).toISOString().slice(0, -1);

const alertness = (end: string | null, offset: number | null) =>
  dayOf.dayOfAlertness(record('Alertness', { sleep_period_end_time: end, sleep_timezone_offset_minutes: offset }));
const bedtime = (end: string | null, offset: number | null) =>
  dayOf.dayOfBedtime(
    record('CircadianBedtime', { preferred_sleep_period_end_time: end, sleep_timezone_offset_minutes: offset }),
  );
const tested = (time: unknown, offset: number | null) =>
  dayOf.dayOfTest(record('EcgTestResult', { test_time: time, time_zone_offset: offset }));

describe('a text', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    ['2026-11-22T00:00', '2026-11-22'],
    ['2026-11-22T23:59:59.999+14:00', '2026-11-22'],
    ['2026-02-29', null],
    ['22.11.2026', null],
    ['', null],
    [null, null],
  ])('%j is of the day %j', (text, day) => {
    expect(dayOf.dayOfText(text)).toBe(day);
  });

  test('of any kind is of a day of the calendar or of none', () => {
    const time = fc
      .tuple(fc.date({ noInvalidDate: true }), fc.string())
      .map(([date, rest]) => date.toISOString() + rest);
    fc.assert(
      fc.property(fc.oneof(fc.string(), time), (text) => {
        const day = dayOf.dayOfText(text);
        expect(day === null || (isIsoDate(day) && text.startsWith(day))).toBe(true);
      }),
    );
  });
});

describe('an activity', () => {
  const activity = (wire: object) => dayOf.dayOfActivity(record('ActivitySummaryWithAllSamples', wire));

  test('is of the day it starts on, though that is not midnight', () => {
    expect(activity({ start_time: '2026-11-22T14:20', samples: { date: '2022-02-10' } })).toBe(DAY);
  });

  test('without a start is of the day of its samples, else of none', () => {
    expect(activity({ samples: { date: '2026-11-22' } })).toBe(DAY);
    expect(activity({ steps: 1 })).toBeNull();
  });
});

describe('a period with UTC times', () => {
  test.each([
    ['2026-11-22T23:59:59.999', '2026-11-22'],
    ['2026-11-23T01:00:00+02:00', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    [null, null],
  ])('that starts at %s is of the UTC day %s', (start, day) => {
    expect(dayOf.dayOfPeriod(record('BodyTemperaturePeriod', { source_device_id: 'x', start_time: start }))).toBe(day);
  });
});

describe('an exercise', () => {
  test('is of the day on which it starts by the clock of the device', () => {
    const late = {
      start_time: '2026-11-22T23:59:59.999',
      start_time_utc_offset: -840,
      upload_time: '2026-11-24T00:00Z',
    };
    expect(dayOf.dayOfExercise(record('ExerciseHashId', late))).toBe(DAY);
  });
});

describe('what belongs to a night', () => {
  test.each([
    ['alertness', alertness],
    ['a circadian bedtime', bedtime],
  ])('%s is of the day one wakes up by the own clock, anywhere on earth', (_, dayFor) => {
    fc.assert(
      fc.property(dayMillis, offsets, (sinceMidnight, offset) => {
        const utc = MIDNIGHT + sinceMidnight - offset * MINUTE;
        expect(dayFor(naive(utc), offset)).toBe(DAY);
        expect(dayFor(`${naive(utc)}Z`, offset)).toBe(DAY);
      }),
    );
  });

  test('is of the day in UTC when the offset is not told', () => {
    expect([alertness('2026-11-22T00:00:00', null), bedtime('2026-11-22T23:59:59.999', null)]).toEqual([DAY, DAY]);
  });

  test('keeps an offset that its time carries', () => {
    expect(alertness('2026-11-22T00:30:00+02:00', 120)).toBe(DAY);
    expect(alertness('2026-11-22T00:30:00-0230', -150)).toBe(DAY);
  });

  test('falls back to the period, its end first', () => {
    const period = { period_start_time: '2026-11-21T22:00:00', period_end_time: '2026-11-22T21:00:00' };
    expect(dayOf.dayOfAlertness(record('Alertness', period))).toBe(DAY);
    expect(dayOf.dayOfBedtime(record('CircadianBedtime', period))).toBe(DAY);
    const start = { period_start_time: '2026-11-22T05:00:00' };
    expect(dayOf.dayOfAlertness(record('Alertness', start))).toBe(DAY);
    expect(dayOf.dayOfBedtime(record('CircadianBedtime', start))).toBe(DAY);
  });

  test('is of no day without a time that can be read', () => {
    expect([alertness(null, 0), alertness('soon', 0), bedtime(null, 60), bedtime('', 60)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a test', () => {
  test('is of the day by the clock of the user, in seconds or milliseconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_399 }), offsets, (sinceMidnight, offset) => {
        const seconds = MIDNIGHT / 1000 + sinceMidnight - offset * 60;
        expect([tested(seconds, offset), tested(seconds * 1000, offset)]).toEqual([DAY, DAY]);
      }),
    );
  });

  test('changes its day at midnight', () => {
    const seconds = MIDNIGHT / 1000;
    expect([tested(seconds - 1, 0), tested(seconds, null)]).toEqual([addDays(DAY, -1), DAY]);
    expect([tested(seconds - 3601, 60), tested(seconds - 3600, 60)]).toEqual([addDays(DAY, -1), DAY]);
  });

  test('is of a day of the calendar or of none, whatever its time', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), (time, offset) => {
        const day = tested(time, offset);
        expect(day === null || isIsoDate(day)).toBe(true);
      }),
    );
    expect([tested(8.64e15, 0), tested(null, 0)]).toEqual([null, null]);
  });
});
