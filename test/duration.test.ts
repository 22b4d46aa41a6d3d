import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationOfSeconds, secondsOfDuration } from '../src/duration.ts';

describe('secondsOfDuration', () => {
  it.each([
    ['PT2H44M', 9840],
    ['PT6917.941S', 6917.941],
    ['PT210.026S', 210.026],
    ['PT1M1.221S', 61.221],
    ['P1DT2H', 93_600],
    ['P1W', 604_800],
    ['PT1H29M13S', 5353],
    ['PT0,5S', 0.5],
    ['PT0S', 0],
  ])('reads %s as %d seconds', (text, seconds) => {
    expect(secondsOfDuration(text)).toBe(seconds);
  });

  it.each(['', 'P', 'PT', 'P1DT', 'P1M', 'P1Y', '-PT1S', 'PT1M1H', 'PT1', '1H', 'PT1.S', ' PT1S', 'PT1S\n', 'pt1s'])(
    'does not guess at %j',
    (text) => {
      expect(secondsOfDuration(text)).toBeNull();
    },
  );

  it('adds up hours, minutes and seconds', () => {
    const unit = fc.nat(5000);
    fc.assert(
      fc.property(unit, unit, unit, (h, m, s) => {
        expect(secondsOfDuration(`PT${h}H${m}M${s}S`)).toBe(h * 3600 + m * 60 + s);
      }),
    );
  });

  it('knows nothing of nothing', () => {
    expect(secondsOfDuration(null)).toBeNull();
  });
});

describe('durationOfSeconds', () => {
  it.each([
    [0, 'PT0S'],
    [5400, 'PT1H30M'],
    [6917.941, 'PT1H55M17.941S'],
    [93_600, 'PT26H'],
    [59.5, 'PT59.5S'],
    [0.000001, 'PT0.000001S'],
    [59.9999999, 'PT1M'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(durationOfSeconds(seconds)).toBe(text);
  });

  it('can be read back to the microsecond', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(999_999), (whole, micros) => {
        const seconds = (whole * 1_000_000 + micros) / 1_000_000;
        expect(secondsOfDuration(durationOfSeconds(seconds))).toBeCloseTo(seconds, 6);
      }),
    );
  });

  it.each([null, -1, Number.NaN, Infinity])('has no words for %s', (seconds) => {
    expect(durationOfSeconds(seconds)).toBeNull();
  });
});
