import { describe, expect, it } from 'vitest';
import { AccessLinkError } from '../../../src/accesslink/errors.ts';
import type { ImportRequest } from '../../../src/jobs/import/importer.ts';
import { type ScheduledImportOptions, startScheduledImport } from '../../../src/jobs/import/scheduled-import.ts';
import { createDuties } from '../../../src/jobs/duties.ts';
import { createScheduler } from '../../../src/jobs/scheduler.ts';
import { createSecret } from '../../../src/secret.ts';
import type { ConnectionState, StoredUser, UserPage } from '../../../src/store/contract/users.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { createMemoryDuties } from '../memory-duties.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Until the first run, which has nobody to import. */
const FIRST = MINUTE;
const failureOf = (retryAfterSeconds: number) => new AccessLinkError('rate-limited', 'No', { retryAfterSeconds });
const refused = (seconds: number) => ({ importedCount: 0, failure: failureOf(seconds) });
const rateLimited = refused(300);

/** Starts the import of users with these ids; `imports` are the ids imported so far, each with the minute. */
function startWith(ids: readonly string[], change: Partial<ScheduledImportOptions> = {}) {
  const clock = createVirtualClock(DAY * 20_000);
  const started = clock.now();
  const imports: [string, number][] = [];
  const kinds = new Set<string>();
  const failures: unknown[] = [];
  const users = new Map<string, StoredUser>(ids.map((id) => [id, userWith(id, 'connected')]));
  const report = (failure: unknown) => failures.push(failure);
  const scheduler = createScheduler({ clock, random: () => 0.5, report });
  const duties = createDuties({ duties: createMemoryDuties(), scheduler, clock, holder: 'this process' });
  const { importer = async () => ({ importedCount: 0, failure: null }), ...options } = change;
  startScheduledImport({
    users: { find: async (id) => users.get(id) ?? null, page: async (page) => pageOf(users, page) },
    importer: async (request, kind) => {
      imports.push([request.polarUserId, (clock.now() - started) / MINUTE]);
      kinds.add(kind);
      return importer(request, kind);
    },
    requestFor: (user) => ({ ...user, send: fail, openFile: fail }),
    notifications: null,
    duties,
    now: clock.now,
    report,
    ...options,
  });
  return { clock, scheduler, imports, kinds, failures, users };
}

function pageOf(users: ReadonlyMap<string, StoredUser>, { after, limit }: UserPage): StoredUser[] {
  const ids = [...users.keys()].toSorted().filter((id) => after === null || id > after);
  return ids.slice(0, limit).flatMap((id) => users.get(id) ?? []);
}

const fail: ImportRequest['send'] & ImportRequest['openFile'] = async () =>
  Promise.reject(new Error('Nothing is sent here'));

function userWith(polarUserId: string, state: ConnectionState): StoredUser {
  return { polarUserId, state, memberId: null, registeredAt: null, token: createSecret('t'), connectedAt: 0 };
}
const notificationOf = (polarUserId: string, type = 'PHYSICAL_INFORMATION') => ({ polarUserId, type });

describe('the scheduled import', () => {
  it('imports physical information of every connected user once a day, each at a time of their own', async () => {
    const ids = Array.from({ length: 700 }, (_, index) => `${index}`);
    const { clock, imports, kinds, users } = startWith(ids);
    users.set('2', userWith('2', 'reauthentication-required'));
    await clock.advance(FIRST + DAY);
    expect(imports.map(([id]) => id).toSorted()).toEqual(ids.filter((id) => id !== '2').toSorted());
    const first = new Map(imports);
    imports.length = 0;
    await clock.advance(DAY);
    expect(imports).toHaveLength(699);
    expect(imports.every(([id, minute]) => minute === (first.get(id) ?? 0) + DAY / MINUTE)).toBe(true);
    expect([...kinds]).toEqual(['PHYSICAL_INFORMATION']);
    const perHour = Map.groupBy(imports, ([, minute]) => Math.floor(minute / 60));
    expect(Math.max(...Array.from(perHour.values(), ({ length }) => length))).toBeLessThan(3 * (699 / 24));
  });

  it('imports everybody once after it was down for days, and goes on where the budget was used up', async () => {
    let isUsedUp = false;
    const importer = async () => (isUsedUp ? rateLimited : { importedCount: 0, failure: null });
    const { clock, imports } = startWith(['1', '2', '3'], { importer });
    await clock.advance(FIRST);
    isUsedUp = true;
    await clock.advance(2 * DAY);
    imports.length = 0;
    isUsedUp = false;
    await clock.advance(5 * MINUTE);
    expect(imports.map(([id]) => id).toSorted()).toEqual(['1', '2', '3']);
  });

  it('waits as long as the budget says, and goes on with the same person', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `${index}`);
    const waits = [0, 0, 7_200, 60];
    const importer = async () => {
      const wait = waits.shift() ?? 0;
      return wait > 0 ? refused(wait) : { importedCount: 0, failure: null };
    };
    const { clock, imports } = startWith(ids, { importer });
    await clock.advance(FIRST + DAY + 5 * MINUTE);
    const [third, again, onceMore, fourth] = imports.slice(2, 6);
    expect([again, onceMore]).toEqual([
      [third?.[0], (third?.[1] ?? 0) + 120],
      [third?.[0], (third?.[1] ?? 0) + 121],
    ]);
    expect(fourth?.[0]).not.toBe(third?.[0]);
    expect(new Set(imports.map(([id]) => id)).size).toBe(300);
  });

  it('waits as long as the budget says before it asks for notifications again', async () => {
    const asked: number[] = [];
    const { clock } = startWith([], {
      notifications: async () => {
        asked.push(clock.now() / MINUTE);
        throw failureOf(40 * 60);
      },
    });
    await clock.advance(FIRST + 41 * MINUTE);
    expect(asked.map((minute) => minute - (asked[0] ?? 0))).toEqual([0, 40]);
  });

  it('skips a user who is not connected any more', async () => {
    const { clock, imports, users } = startWith(['1', '2']);
    await clock.advance(FIRST);
    users.delete('2');
    await clock.advance(2 * DAY);
    expect(imports.map(([id]) => id)).toEqual(['1', '1']);
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
    imports.length = 0;
    await clock.advance(15 * MINUTE);
    expect(imports).toHaveLength(2);
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
    await clock.advance(FIRST + DAY);
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

  it('looks for users again after five minutes when the store has failed', async () => {
    let pages = 0;
    const page = async () => {
      pages += 1;
      throw new Error('locked');
    };
    const { clock, failures } = startWith([], { users: { find: async () => null, page } });
    await clock.advance(FIRST + 5 * MINUTE);
    expect([pages, failures.length]).toEqual([2, 2]);
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
