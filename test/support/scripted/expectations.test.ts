// The operators of cases: each with what it accepts and what it does not.
import { describe, expect, it } from 'vitest';
import type { Expectation } from './case.ts';
import { failing } from './expectations.ts';

const got = {
  data: { viewer: { nights: [{ score: 80 }, { score: 75 }], name: null, empty: [] } },
  errors: [{ message: 'AccessLink failed', path: ['viewer', 'name'], extensions: { code: 'RATE_LIMITED', wait: 840 } }],
};

const ACCEPTED: readonly Expectation[] = [
  ['data.viewer.nights.0.score', 'is', 80],
  ['data.viewer.nights.*.score', 'is', [80, 75]],
  ['data.viewer.nights.0.score', 'not', 75],
  ['data.viewer.nights', 'some'],
  ['data.viewer.name', 'none'],
  ['data.viewer.empty', 'none'],
  ['data.viewer.absent.deeper', 'none'],
  ['data.viewer.nights.*.score', 'has', 75],
  ['data.viewer.nights.*.score', 'hasNot', 76],
  ['data.viewer.nights.0.score', 'oneOf', [79, 80]],
  ['data.viewer.nights.length', 'atLeast', 2],
  ['data.viewer.nights.length', 'atMost', 2],
  ['data.viewer.nights.*.score', 'sum', 155],
  ['', 'matches', '"score":7\\d'],
  ['', 'matches', '^(?!.*INTERNAL)'],
  ['viewer.name', 'error', { code: 'RATE_LIMITED', message: '"wait":8\\d\\d' }],
  ['viewer.name', 'error', { code: 'RATE_.*' }],
];

const REJECTED: readonly Expectation[] = [
  ['data.viewer.nights.0.score', 'is', 75],
  ['data.viewer.nights.0.score', 'not', 80],
  ['data.viewer.empty', 'some'],
  ['data.viewer.nights', 'none'],
  ['data.viewer.nights.*.score', 'has', 76],
  ['data.viewer.nights.*.score', 'hasNot', 75],
  ['data.viewer.nights.0.score', 'oneOf', [79]],
  ['data.viewer.name', 'atLeast', 0],
  ['data.viewer.name', 'atMost', 0],
  ['data.viewer.nights.*.score', 'sum', 154],
  ['data.viewer.name', 'matches', 'null'],
  ['viewer.name', 'error', { code: 'RATE' }],
  ['viewer', 'error', { code: 'RATE_LIMITED' }],
];

const labelled = (expectation: Expectation) => [JSON.stringify(expectation), expectation] as const;

describe('an expectation', () => {
  it.each(ACCEPTED.map(labelled))('holds: %s', (_, expectation) => {
    expect(failing([expectation], got)).toEqual([]);
  });

  it.each(REJECTED.map(labelled))('does not hold: %s', (_, expectation) => {
    expect(failing([expectation], got)).toHaveLength(1);
  });

  it('with an unknown operator is a mistake', () => {
    expect(() => failing([['data', 'equals', 1]], got)).toThrow('equals is no operator');
  });
});
