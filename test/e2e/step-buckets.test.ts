import { afterEach, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { takePaths } from './dated-queries.ts';

const DAY = '2026-11-20';

interface Bucket {
  readonly startTime: string;
  readonly steps: number;
}
interface Day {
  readonly activity: {
    readonly steps: number;
    readonly stepBuckets: Bucket[];
    readonly samples: { readonly stepBuckets: Bucket[]; readonly steps: { readonly steps: number }[] };
  };
}

let gateway: Gateway;
afterEach(() => gateway.close());

const sumOf = (counts: readonly { readonly steps: number }[]) => counts.reduce((sum, { steps }) => sum + steps, 0);

describe.each(['documented', 'live'] as const)('the steps of a day in the %s dialect', (dialect) => {
  it('are in its buckets, in its samples and in its total, read with one request', async () => {
    gateway = await startGateway({ simulator: { dialect } });
    const query = `{ viewer { day(date: "${DAY}") { activity {
      steps stepBuckets { startTime steps } samples { steps { steps } stepBuckets(minutes: 15) { startTime steps } }
    } } } }`;
    const { data, errors } = await gateway.ask<{ viewer: { day: Day } }>(query);
    expect(errors).toBeUndefined();
    const { steps, stepBuckets, samples } = data.viewer.day.activity;
    expect(steps).toBeGreaterThan(1000);
    expect([stepBuckets, samples.stepBuckets, samples.steps].map(sumOf)).toEqual([steps, steps, steps]);
    expect([stepBuckets.length, samples.stepBuckets.length]).toEqual([24, 96]);
    expect(samples.stepBuckets[1]?.startTime).toBe(`${DAY}T00:15:00`);
    expect(takePaths(gateway.simulator)).toEqual([`/v3/users/activities/${DAY}?steps=true`]);
  });
});

describe('buckets that do not divide the day', () => {
  it.each([
    ['of a day', `day(date: "${DAY}") { activity { stepBuckets(minutes: 7) { steps } } }`],
    ['of its samples', `day(date: "${DAY}") { activity { samples { stepBuckets(minutes: 7) { steps } } } }`],
    ['of samples alone', `activitySamples(range: { on: "${DAY}" }) { stepBuckets(minutes: 7) { steps } }`],
  ])('%s are rejected, naming value and remedy', async (_, selection) => {
    gateway = await startGateway();
    const { errors } = await gateway.ask(`{ viewer { ${selection} } }`);
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/minutes is 7, .*; give 1, 5, 10/), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(takePaths(gateway.simulator)).toHaveLength(1);
  });
});
