import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src/calendar.ts';
import { createModelCache } from '../../../src/domain/convert/model-cache.ts';
import type { Context } from '../../../src/domain/context.ts';
import { readRecharge } from '../../../src/domain/nights/night-recharge.ts';
import type { NightPart } from '../../../src/domain/nights/night-parts.ts';
import { recordOf } from '../documented.ts';

const DAY = isoDate('2026-11-21');
const SLEEP = recordOf('Sleep', { sleep_start_time: `${DAY}T23:30`, sleep_end_time: '2026-11-22T06:00' });

/** The times of the recharge with these keys, and whether the sleep was read for them. */
async function timesOf(keys: readonly string[], parts: readonly NightPart[], sleep: unknown = SLEEP) {
  const wire = recordOf('NightlyRecharge', {
    date: DAY,
    hrv_samples: Object.fromEntries(keys.map((key) => [key, 40])),
  });
  const asked: string[] = [];
  const load = (name: string, found: unknown) => async () => {
    asked.push(name);
    if (found instanceof Error) throw found;
    return { value: [found], fetchedAt: 0, stale: false };
  };
  const loaders = { recharge: { load: load('recharge', wire) }, sleep: { load: load('sleep', sleep) } };
  const context = { loaders, nightParts: parts, models: createModelCache() } as unknown as Context;
  const recharge = await readRecharge(DAY, context);
  return { times: recharge?.heartRateVariability({})?.map(({ time }) => time.slice(8, 16)), asked };
}

describe('the recharge of a night', () => {
  it('has the hours of its sleep where the operation reads the sleep', async () => {
    expect(await timesOf(['23:50', '00:10'], ['sleep', 'recharge'])).toEqual({
      times: ['21T23:50', '22T00:10'],
      asked: ['recharge', 'sleep'],
    });
  });

  it('has its own hours where it does not, and asks for no sleep', async () => {
    expect(await timesOf(['23:50', '00:10'], ['recharge'])).toEqual({
      times: ['20T23:50', '21T00:10'],
      asked: ['recharge'],
    });
  });

  it('is there when the sleep fails', async () => {
    const failure = new Error('unavailable');
    expect((await timesOf(['23:50', '00:10'], ['sleep', 'recharge'], failure)).times).toEqual(['20T23:50', '21T00:10']);
    expect((await timesOf(['18:46'], ['recharge'], failure)).times).toEqual(['20T18:46']);
  });
});
