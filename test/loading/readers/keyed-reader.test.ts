import { describe, expect, it } from 'vitest';
import { monthlyCardioLoadResource } from '../../../src/domain/cardio-load/loader.ts';
import { physicalInfoResource } from '../../../src/domain/physical-info/loader.ts';
import { recentActivityResource } from '../../../src/domain/activity/loader.ts';
import { userResource } from '../../../src/domain/users/loader.ts';
import type { RecordName } from '../../../src/generated/accesslink.ts';
import { idKey, SINGLE_KEY } from '../../../src/loading/cache/keys.ts';
import type { LoadContext } from '../../../src/loading/context.ts';
import type { KeyedResource } from '../../../src/loading/plan/resource.ts';
import { createKeyedReader, getCachedRecord } from '../../../src/loading/readers/keyed-reader.ts';
import { createWorld, DAY, failure, MINUTE } from '../support.ts';

const PHYSICAL_INFO = '/v3/users/physical-info';
const USER = '/v3/users/1';
const weighing = () => ({ weight: 70 });

/** The records under the only key of a resource, or what reading them failed with. */
async function readSingle<R extends RecordName>(resource: KeyedResource<R>, context: LoadContext) {
  const [found] = await createKeyedReader(resource, context)([SINGLE_KEY]);
  return found;
}

describe('a single record', () => {
  it('is read once and cached for minutes', async () => {
    const world = createWorld(weighing);
    const context = world.context();
    expect(await readSingle(physicalInfoResource, context)).toMatchObject({
      value: [{ weight: 70 }],
      fetchedAt: world.now,
      stale: false,
    });
    world.now += 3 * MINUTE;
    expect(await readSingle(physicalInfoResource, context)).toMatchObject({ value: [{ weight: 70 }] });
    expect(world.paths()).toEqual([PHYSICAL_INFO]);
    expect(context.stats.fromMemory).toBe(1);
    world.now += 3 * MINUTE;
    await readSingle(physicalInfoResource, context);
    expect(world.paths()).toHaveLength(1);
  });

  it('may be nothing, which is cached too', async () => {
    const world = createWorld(() => undefined);
    expect(await readSingle(physicalInfoResource, world.context())).toMatchObject({ value: [] });
    expect(await readSingle(physicalInfoResource, world.context())).toMatchObject({ value: [] });
    expect(world.paths()).toHaveLength(1);
  });

  it('is shared while in flight by operations of one person, and never with another', async () => {
    const world = createWorld(weighing);
    const contexts = [world.context(), world.context(), world.context({ user: '2' })];
    await Promise.all(contexts.map((context) => readSingle(physicalInfoResource, context)));
    expect(world.paths()).toHaveLength(2);
    expect(contexts.map(({ stats }) => stats.joined)).toEqual([0, 1, 0]);
  });

  it('is not taken for another resource', async () => {
    const world = createWorld(weighing);
    await Promise.all([readSingle(physicalInfoResource, world.context()), readSingle(userResource, world.context())]);
    await readSingle(userResource, world.context());
    expect(world.paths()).toEqual([PHYSICAL_INFO, USER]);
  });

  it('is old rather than none when AccessLink fails, and a denial is an error', async () => {
    const world = createWorld(weighing);
    await readSingle(physicalInfoResource, world.context());
    world.now += DAY;
    world.answers = () => failure('timeout');
    const context = world.context();
    expect(await readSingle(physicalInfoResource, context)).toMatchObject({ value: [{ weight: 70 }], stale: true });
    expect(context.stats.stale).toBe(1);
    world.answers = () => failure('unauthorized');
    expect(await readSingle(physicalInfoResource, world.context())).toMatchObject({ code: 'unauthorized' });
  });

  it('whose request cannot be made is an error, and nothing is requested', async () => {
    const world = createWorld(weighing);
    const context: LoadContext = { ...world.context(), polarUserId: null };
    expect(await readSingle(userResource, context)).toMatchObject({
      message: expect.stringContaining('Polar-User-Id'),
    });
    expect(world.paths()).toEqual([]);
  });
});

describe('the keys of a resource', () => {
  it('have a request and an entry each, and each failure is of its key alone', async () => {
    const world = createWorld((path) => (path.endsWith('/2') ? failure('unavailable') : []));
    const keys = ['1', '2', '3', '1'].map(idKey);
    const found = await createKeyedReader(monthlyCardioLoadResource, world.context())(keys);
    expect(found).toMatchObject([{ value: [] }, { code: 'unavailable' }, { value: [] }, { value: [] }]);
    expect(world.paths()).toEqual([1, 2, 3].map((months) => `/v3/users/cardio-load/period/months/${months}`));
    await createKeyedReader(monthlyCardioLoadResource, world.context())(['3', '1'].map(idKey));
    expect(world.paths()).toEqual([]);
  });

  it('are read with the flags that the operation needs, and richer records answer a request for poorer ones', async () => {
    const world = createWorld(() => []);
    const flags = { 'recent daily activity': ['steps'] };
    await readSingle(recentActivityResource, world.context());
    await readSingle(recentActivityResource, world.context({ flags }));
    await readSingle(recentActivityResource, world.context());
    expect(world.paths()).toEqual(['/v3/users/activities', '/v3/users/activities?steps=true']);
  });
});

describe('getCachedRecord', () => {
  it('finds what is cached, however old, and requests nothing', async () => {
    const world = createWorld(weighing);
    expect(await getCachedRecord(physicalInfoResource, world.context())).toBeNull();
    expect(world.paths()).toEqual([]);
    await readSingle(physicalInfoResource, world.context());
    world.paths();
    world.now += 9 * DAY;
    const context = world.context();
    expect(await getCachedRecord(physicalInfoResource, context)).toMatchObject({ weight: 70 });
    expect(world.paths()).toEqual([]);
    expect(context.stats).toMatchObject({ fromMemory: 0, stale: 0 });
  });
});
