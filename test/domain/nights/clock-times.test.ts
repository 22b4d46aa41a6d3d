// On which side of midnight, and of a change of clocks, the keys of a night lie.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millisecondsOfClock, readingOf } from '../../../src/accesslink/wire-times.ts';
import { instantsOfSleep } from '../../../src/domain/nights/clock-times.ts';
import { offsetAt, spanOf } from '../../../src/domain/nights/sleep-span.ts';
import { clockAt, MINUTE, type MeasuredNight, nights, offsetOf, spanOfNight } from './measured-nights.ts';

/** The obvious way: look at the clock minute by minute. */
function slowInstants(night: MeasuredNight, clocks: readonly number[]): number[] {
  let instant = night.startMs - MINUTE;
  return clocks.map((clock) => {
    do instant += MINUTE;
    while (clockAt(night, instant) !== clock);
    return instant;
  });
}

describe('instantsOfSleep', () => {
  it('finds the minutes that a person who watches the clock would write down', () => {
    fc.assert(
      fc.property(nights, (night) => {
        const measured = night.minutes.map((minute) => night.startMs + minute * MINUTE);
        const clocks = measured.map((instant) => clockAt(night, instant));
        const span = spanOfNight(night, (measured.at(-1) ?? 0) + 30 * MINUTE);
        const found = instantsOfSleep(clocks, span);
        expect(found).toEqual(slowInstants(night, clocks));
        expect(found.map((instant) => offsetAt(span, instant))).toEqual(found.map((at) => offsetOf(night, at)));
      }),
      { numRuns: 500 },
    );
  });

  const clocks = (text: string): number[] => text.split(' ').map((clock) => millisecondsOfClock(clock) ?? Number.NaN);
  const instants = (start: string, end: string | null, text: string): string[] => {
    const span = spanOf(readingOf(start), readingOf(end));
    return span
      ? instantsOfSleep(clocks(text), span).map((instant) => new Date(instant).toISOString().slice(0, 16))
      : [];
  };

  it('rolls over midnight', () => {
    expect(instants('2025-09-30T23:33:22.675+01:00', '2025-10-01T07:00:00+01:00', '23:33 23:59 00:00 06:10')).toEqual([
      '2025-09-30T22:33',
      '2025-09-30T22:59',
      '2025-09-30T23:00',
      '2025-10-01T05:10',
    ]);
  });

  it('tells apart the hour that autumn shows twice', () => {
    const night = ['2025-10-26T00:30:00+03:00', '2025-10-26T08:00:00+02:00'] as const;
    expect(instants(...night, '03:40 03:50 03:10 03:50 04:00')).toEqual([
      '2025-10-26T00:40',
      '2025-10-26T00:50',
      '2025-10-26T01:10',
      '2025-10-26T01:50',
      '2025-10-26T02:00',
    ]);
    expect(instants(...night, '03:50 03:50')).toEqual(['2025-10-26T00:50', '2025-10-26T01:50']);
  });

  it('takes the first minute for that of the start, though autumn shows it again', () => {
    expect(instants('2025-10-26T03:50:30+03:00', '2025-10-26T08:00:00+02:00', '03:50')).toEqual(['2025-10-26T00:50']);
  });

  it('has the new offset from the very moment of the change', () => {
    const span = spanOf(readingOf('2025-10-26T00:30:00+03:00'), readingOf('2025-10-26T08:00:00+02:00'));
    const change = Date.parse('2025-10-26T01:00:00Z');
    expect(span && [change - 1, change].map((instant) => offsetAt(span, instant))).toEqual([180, 120]);
  });

  it('reads a time that spring skips by the old offset', () => {
    expect(instants('2026-03-28T23:00:00+02:00', '2026-03-29T07:00:00+03:00', '02:55 03:30 04:40')).toEqual([
      '2026-03-29T00:55',
      '2026-03-29T01:30',
      '2026-03-29T01:40',
    ]);
  });

  it('changes clocks at 02:00 local time in America', () => {
    expect(instants('2025-11-01T23:00:00-04:00', '2025-11-02T07:00:00-05:00', '01:50 01:05 02:00')).toEqual([
      '2025-11-02T05:50',
      '2025-11-02T06:05',
      '2025-11-02T07:00',
    ]);
  });

  it('changes clocks at 02:00 standard time in Australia and New Zealand', () => {
    expect(instants('2026-04-04T23:00:00+11:00', '2026-04-05T07:00:00+10:00', '02:30 02:10 05:00')).toEqual([
      '2026-04-04T15:30',
      '2026-04-04T16:10',
      '2026-04-04T19:00',
    ]);
    expect(instants('2026-09-26T23:00:00+12:00', '2026-09-27T07:00:00+13:00', '01:50 03:10')).toEqual([
      '2026-09-26T13:50',
      '2026-09-26T14:10',
    ]);
  });

  it('takes the same minute twice for one minute when clocks stand', () => {
    expect(instants('2025-09-30T23:00:00Z', '2025-10-01T07:00:00Z', '01:00 01:00 01:05')).toEqual([
      '2025-10-01T01:00',
      '2025-10-01T01:00',
      '2025-10-01T01:05',
    ]);
  });

  it('lets the first minute lie before a start that was rounded', () => {
    expect(instants('2025-10-01T00:00:20Z', null, '23:59 00:04')).toEqual(['2025-09-30T23:59', '2025-10-01T00:04']);
    expect(instants('2025-09-30T23:59:50Z', null, '00:01')).toEqual(['2025-10-01T00:01']);
  });

  it('keeps the offset of the start when the change comes after the sleep', () => {
    expect(instants('2025-06-01T03:00:00+03:00', '2025-06-01T03:30:00+02:00', '03:10 03:50')).toEqual([
      '2025-06-01T00:10',
      '2025-06-01T00:50',
    ]);
  });

  it('puts a time outside the sleep on the side that is nearer', () => {
    const night = ['2025-09-30T23:00:00Z', '2025-10-01T07:00:00Z'] as const;
    expect(instants(...night, '22:40 23:00 07:00 07:30 14:00 16:00')).toEqual([
      '2025-09-30T22:40',
      '2025-09-30T23:00',
      '2025-10-01T07:00',
      '2025-10-01T07:30',
      '2025-10-01T14:00',
      '2025-09-30T16:00',
    ]);
  });

  it('goes back from the end when the start is unknown', () => {
    const span = spanOf(null, readingOf('2025-10-01T07:00:00+03:00'));
    expect(
      span && instantsOfSleep(clocks('23:00 01:00 07:00 08:30'), span).map((at) => new Date(at).toISOString()),
    ).toEqual([
      '2025-09-30T20:00:00.000Z',
      '2025-09-30T22:00:00.000Z',
      '2025-10-01T04:00:00.000Z',
      '2025-10-01T05:30:00.000Z',
    ]);
  });
});
