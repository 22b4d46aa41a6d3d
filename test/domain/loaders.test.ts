import { describe, expect, it } from 'vitest';
import { firstRecord } from '../../src/domain/convert/records.ts';
import { createLoaders } from '../../src/domain/loaders.ts';
import { SINGLE_KEY } from '../../src/loading/cache/keys.ts';
import { createWorld, everyActivity, TODAY } from '../loading/support.ts';

const fail = () => {
  throw new Error('Cannot convert it');
};

describe('a loader', () => {
  it('counts a record that cannot be converted, and names its resource and day', async () => {
    const context = createWorld(everyActivity).context();
    const { activity } = createLoaders(context);
    expect([await activity.load(TODAY), await activity.load(TODAY)].map((day) => firstRecord(day, fail))).toEqual([
      null,
      null,
    ]);
    expect([...context.stats.warnings.values()]).toEqual([
      { resource: 'daily activity', date: TODAY, property: null, reason: 'unconverted', count: 2 },
    ]);
  });

  it('of a record without a day names none', async () => {
    const context = createWorld((path) =>
      path.endsWith('exercises') ? [{ calories: 5 }] : { 'polar-user-id': 1 },
    ).context();
    const { user, exercises } = createLoaders(context);
    firstRecord(await user.load(SINGLE_KEY), fail);
    firstRecord(await exercises.load({ kind: 'list' }), fail);
    expect([...context.stats.warnings.values()]).toMatchObject([
      { resource: 'user', date: null, reason: 'unconverted' },
      { resource: 'exercises', date: null, reason: 'without-id' },
      { resource: 'exercises', date: null, reason: 'unconverted' },
    ]);
  });
});
