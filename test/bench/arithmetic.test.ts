// What the bench computes with is right: a wrong median would make every figure wrong, and nobody would notice.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesIn, cpuSecondsIn, median, medians, percentile, roundsOf } from './arithmetic.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

describe('a median', () => {
  it.each([
    [[3], 3],
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('has as many values above it as below', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const middle = median(values);
        const [below, above] = [values.filter((one) => one < middle), values.filter((one) => one > middle)];
        expect(Math.max(below.length, above.length)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  it('of results is taken of each of their numbers', () => {
    expect(
      medians([
        { a: 1, b: 9 },
        { a: 5, b: 7 },
        { a: 3, b: 8 },
      ]),
    ).toEqual({ a: 3, b: 8 });
  });
});

describe('a percentile', () => {
  it('is a value that so many of a hundred do not pass', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([50, 99, 100].map((percent) => percentile(hundred, percent))).toEqual([50, 99, 100]);
  });

  it('is the smallest such value', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const value = percentile(values, percent);
        const shareUpTo = (bound: number) => values.filter((one) => one <= bound).length / values.length;
        expect(values).toContain(value);
        expect(shareUpTo(value)).toBeGreaterThanOrEqual(percent / 100);
        const smaller = values.filter((one) => one < value);
        for (const one of smaller) expect(shareUpTo(one)).toBeLessThan(percent / 100);
      }),
    );
  });
});

describe('rounds', () => {
  it.each([
    ['no call', '', 0],
    ['calls at the same time', '0-100 1-101 2-102', 1],
    ['a call that waited for another', '0-100 1-101 100-200', 2],
    ['a call that waited for a short one, and another that waited for it', '0-300 0-50 60-90 95-99', 3],
    ['calls in no order', '100-200 0-100', 2],
  ])('of %s are counted', (_, text, rounds) => {
    const calls = text.match(/\d+-\d+/g)?.map((one) => one.split('-').map(Number)) ?? [];
    expect(roundsOf(calls.map(([begin = 0, end = 0]) => ({ begin, end })))).toBe(rounds);
  });
});

describe('what the kernel says', () => {
  it('of the CPU is read behind a name with spaces and parentheses', () => {
    const stat = '4242 (node (a) b) S 1 4242 4242 0 -1 4194560 100 0 0 0 250 75 0 0 20 0 11 0 1000 1 1';
    expect(cpuSecondsIn(stat)).toBe(3.25);
  });

  it.runIf(process.platform === 'linux')('of this process is what Node says of it', () => {
    const { user, system } = process.cpuUsage();
    const said = cpuSecondsIn(readFileSync('/proc/self/stat', 'utf8'));
    // What is read from the file is rounded down twice.
    expect(Math.abs(said - (user + system) / 1e6)).toBeLessThan(0.5);
  });

  it('of the memory is read by name, in bytes', () => {
    const status = 'Name:\tnode\nVmHWM:\t  200 kB\nVmRSS:\t  100 kB\n';
    expect([bytesIn(status, 'VmRSS'), bytesIn(status, 'VmHWM'), bytesIn(status, 'Vm')]).toEqual([
      102_400,
      204_800,
      Number.NaN,
    ]);
  });
});
