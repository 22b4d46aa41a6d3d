import { describe, expect, it } from 'vitest';
import { AccessLinkError } from '../../../src/accesslink/errors.ts';
import type { ImportRequest } from '../../../src/jobs/import/importer.ts';
import { type ScheduledImportOptions, startScheduledImport } from '../../../src/jobs/import/scheduled-import.ts';
import { createScheduler } from '../../../src/jobs/scheduler.ts';
import { createSecret } from '../../../src/secret.ts';
import type { ConnectionState, StoredUser } from '../../../src/store/contract/users.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const rateLimited = { importedCount: 0, failure: new AccessLinkError('rate-limited', 'Too many') };

/** Starts the import of users with these ids; `imports` are the ids imported so far, each with the minute. */
function startWith(ids: readonly string[], change: Partial<ScheduledImportOptions> = {}) {
  const clock = createVirtualClock();
  const imports: [string, number][] = [];
  const kinds = new Set<string>();
  const failures: unknown[] = [];
  const users = new Map<string, StoredUser>(ids.map((id) => [id, userWith(id, 'connected')]));
  const report = (failure: unknown) => failures.push(failure);
  const scheduler = createScheduler({ clock, random: () => 0.5, report });
  const { importer = async () => ({ importedCount: 0, failure: null }), ...options } = change;
  startScheduledImport({
    users: {
      find: async (id) => users.get(id) ?? null,
      list: async (state) => [...users.values()].filter((user) => user.state === state),
    },
    importer: async (request, kind) => {
      imports.push([request.polarUserId, clock.now() / MINUTE]);
      kinds.add(kind);
      return importer(request, kind);
    },
    requestFor: (user) => ({ ...user, send: fail, openFile: fail }),
    notifications: null,
    scheduler,
    report,
    ...options,
  });
  return { clock, scheduler, imports, kinds, failures, users };
}

const fail: ImportRequest['send'] & ImportRequest['openFile'] = async () =>
  Promise.reject(new Error('Nothing is sent here'));

function userWith(polarUserId: string, state: ConnectionState): StoredUser {
  return { polarUserId, state, memberId: null, registeredAt: null, token: createSecret('t'), connectedAt: 0 };
}
const notificationOf = (polarUserId: string, type = 'PHYSICAL_INFORMATION') => ({ polarUserId, type });

describe('the scheduled import', () => {
  it('imports physical information of every connected user once a day, one as far from the other as from the next', async () => {
    const { clock, imports, kinds, users } = startWith(['1', '2', '3', '4']);
    await clock.advance(MINUTE);
    users.set('2', userWith('2', 'reauthentication-required'));
    await clock.advance(48 * HOUR - MINUTE);
    const hours = (count: number) => 1.5 + count * 60;
    expect(imports).toEqual([
      ['1', hours(0)],
      ['3', hours(8)],
      ['4', hours(16)],
      ['1', hours(24)],
      ['3', hours(32)],
      ['4', hours(40)],
    ]);
    expect([...kinds]).toEqual(['PHYSICAL_INFORMATION']);
  });

  it('skips a user who is not connected any more when their turn comes', async () => {
    const { clock, imports, users } = startWith(['1', '2']);
    await clock.advance(2 * MINUTE);
    users.delete('2');
    await clock.advance(13 * HOUR);
    expect(imports.map(([id]) => id)).toEqual(['1']);
  });

  it('looks a day later for users when there are none', async () => {
    const { clock, imports, users } = startWith([]);
    await clock.advance(HOUR);
    users.set('1', userWith('1', 'connected'));
    await clock.advance(24 * HOUR);
    expect(imports).toEqual([['1', 1.5 + 24 * 60]]);
  });

  it('imports at most one user a second, also when a day has fewer seconds', async () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => String(index));
    const { clock, imports } = startWith(ids);
    await clock.advance(MINUTE * 1.5 + 10_000);
    expect(imports).toHaveLength(11);
  });

  it('imports at once of whom AccessLink notifies, of this kind of data and connected, every quarter of an hour', async () => {
    const waiting = [notificationOf('2', 'EXERCISE'), ...['3', '9', '1'].map((id) => notificationOf(id))];
    const { clock, imports, users } = startWith(['1', '2', '3'], { notifications: async () => waiting });
    users.set('9', userWith('9', 'reauthentication-required'));
    await clock.advance(MINUTE);
    expect(imports).toEqual([
      ['3', 1],
      ['1', 1],
    ]);
    await clock.advance(15 * MINUTE);
    expect(imports.filter(([, minute]) => minute === 16)).toHaveLength(2);
  });

  it('stops with the notifications when the request budget is used up', async () => {
    const notifications = async () => [notificationOf('1'), notificationOf('2')];
    const { clock, imports, failures } = startWith(['1', '2'], { notifications, importer: async () => rateLimited });
    await clock.advance(MINUTE);
    expect([imports, failures]).toEqual([[['1', 1]], []]);
  });

  it('reports what fails and is not AccessLink’s, and goes on', async () => {
    const broken = { importedCount: 0, failure: new TypeError('A mistake') };
    const { clock, failures, imports } = startWith(['1', '2'], { importer: async () => broken });
    await clock.advance(13 * HOUR);
    expect(imports).toHaveLength(2);
    expect(failures).toEqual([broken.failure, broken.failure]);
  });

  it.each([
    [new AccessLinkError('unavailable', 'no'), 0],
    [new TypeError('a mistake'), 2],
  ])('asks for notifications again after %s', async (failure, reported) => {
    let requests = 0;
    const notifications = async () => {
      requests += 1;
      throw failure;
    };
    const { clock, failures } = startWith([], { notifications });
    await clock.advance(16 * MINUTE);
    expect([requests, failures.length]).toEqual([2, reported]);
  });

  it('lists the users again a quarter of an hour after the store has failed', async () => {
    let lists = 0;
    const list = async () => {
      lists += 1;
      throw new Error('locked');
    };
    const { clock, failures } = startWith([], { users: { find: async () => null, list } });
    await clock.advance(17 * MINUTE);
    expect([lists, failures.length]).toEqual([2, 2]);
  });

  it('starts no further import of those notified when the scheduler stops, which waits for the running one', async () => {
    const notifications = async () => [notificationOf('1'), notificationOf('2')];
    const finished = Promise.withResolvers<void>();
    const importer = () => finished.promise.then(() => ({ importedCount: 0, failure: null }));
    const { clock, scheduler, imports } = startWith(['1', '2'], { notifications, importer });
    await clock.advance(MINUTE);
    let isStopped = false;
    const stopped = scheduler.stop(3_000).then(() => {
      isStopped = true;
    });
    await clock.advance(1_000);
    expect(isStopped).toBe(false);
    finished.resolve();
    await stopped;
    expect([imports, clock.pending()]).toEqual([[['1', 1]], 0]);
  });
});
