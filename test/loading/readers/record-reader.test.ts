import { describe, expect, it } from 'vitest';
import { getPhysicalInfo, getUser } from '../../../src/accesslink/endpoints/users.ts';
import { readRecord } from '../../../src/loading/readers/record-reader.ts';
import { createWorld, DAY, failure, MINUTE } from '../support.ts';

const physicalInfo = { name: 'physical info', read: getPhysicalInfo };
const user = { name: 'user', read: () => getUser('1') };

describe('a single record', () => {
  it('is read once and remembered for minutes', async () => {
    const world = createWorld(() => ({ weight: 70 }));
    const session = world.session();
    expect(await readRecord(physicalInfo, session)).toMatchObject({
      value: { weight: 70 },
      fetchedAt: world.now,
      stale: false,
    });
    world.now += 3 * MINUTE;
    expect(await readRecord(physicalInfo, session)).toMatchObject({ value: { weight: 70 } });
    expect(world.paths()).toEqual([physicalInfo.read().path]);
    expect(session.stats.fromMemory).toBe(1);
    world.now += 3 * MINUTE;
    await readRecord(physicalInfo, session);
    expect(world.paths()).toHaveLength(1);
  });

  it('may be nothing, which is remembered too', async () => {
    const world = createWorld(() => undefined);
    expect(await readRecord(physicalInfo, world.session())).toMatchObject({ value: null });
    expect(await readRecord(physicalInfo, world.session())).toMatchObject({ value: null });
    expect(world.paths()).toHaveLength(1);
  });

  it('is shared while under way by operations of one person, and never with another', async () => {
    const world = createWorld(() => ({ weight: 70 }));
    const sessions = [world.session(), world.session(), world.session({ user: '2' })];
    await Promise.all(sessions.map((session) => readRecord(physicalInfo, session)));
    expect(world.paths()).toHaveLength(2);
    expect(sessions.map(({ stats: ledger }) => ledger.joined)).toEqual([0, 1, 0]);
  });

  it('is not taken for another resource', async () => {
    const world = createWorld(() => ({ weight: 70 }));
    await Promise.all([readRecord(physicalInfo, world.session()), readRecord(user, world.session())]);
    await readRecord(user, world.session());
    expect(world.paths()).toEqual([physicalInfo.read().path, user.read().path]);
  });

  it('is old rather than none when AccessLink fails, and a refusal is told', async () => {
    const world = createWorld(() => ({ weight: 70 }));
    await readRecord(physicalInfo, world.session());
    world.now += DAY;
    world.answers = () => failure('timeout');
    expect(await readRecord(physicalInfo, world.session())).toMatchObject({ value: { weight: 70 }, stale: true });
    world.answers = () => failure('unauthorized');
    await expect(readRecord(physicalInfo, world.session())).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('weighs what it weighed', async () => {
    const weights: number[] = [];
    const memory = {
      get: () => undefined,
      set: (_key: string, _entry: object, bytes: number) => void weights.push(bytes),
    };
    await readRecord(physicalInfo, createWorld(() => ({ weight: 70 }), memory).session());
    expect(weights).toEqual(['{"weight":70}'.length]);
  });
});
