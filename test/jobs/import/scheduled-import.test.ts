import { describe, expect, it } from 'vitest';
import { AccessLinkError } from '../../../src/accesslink/errors.ts';
import type { ImportRequest } from '../../../src/jobs/import/importer.ts';
import { type ScheduledImportOptions, startScheduledImport } from '../../../src/jobs/import/scheduled-import.ts';
import { createSecret } from '../../../src/secret.ts';
import type { ConnectionState, StoredUser } from '../../../src/store/contract/store.ts';

const never = { first: 60_000, round: 60_000, look: 60_000 };
const limited = { importedCount: 0, failure: new AccessLinkError('rate-limited', 'Too many') };

function stage(ids: readonly string[], change: Partial<ScheduledImportOptions>) {
  const visits: string[] = [];
  const failures: unknown[] = [];
  const users = new Map<string, StoredUser>(ids.map((id) => [id, userWith(id, 'linked')]));
  const rounds = startScheduledImport({
    users: {
      find: async (id) => users.get(id) ?? null,
      list: async (state) => [...users.values()].filter((user) => user.state === state),
    },
    collect: async ({ polarUserId }, kind) => {
      visits.push(`${polarUserId} ${kind}`);
      return { importedCount: 0, failure: null };
    },
    requestFor: (user) => ({ ...user, send: fail, openFile: fail }),
    notifications: null,
    report: (failure) => failures.push(failure),
    ...change,
  });
  return { rounds, visits, failures, users };
}

const fail: ImportRequest['send'] & ImportRequest['openFile'] = async () =>
  Promise.reject(new Error('Nothing is sent here'));

function userWith(polarUserId: string, state: ConnectionState): StoredUser {
  return { polarUserId, state, memberId: null, registeredAt: null, token: createSecret('t'), connectedAt: 0 };
}

describe('rounds', () => {
  it('visit every linked user one after the other, and begin again', async () => {
    const { rounds, visits, users } = stage(['1', '2', '3'], { schedule: { first: 1, round: 30, look: 60_000 } });
    users.set('2', userWith('2', 'broken'));
    await expect.poll(() => visits.length).toBeGreaterThan(4);
    await rounds.close();
    expect(visits.slice(0, 4)).toEqual([1, 3, 1, 3].map((id) => `${id} PHYSICAL_INFORMATION`));
    const after = visits.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(visits).toHaveLength(after);
  });

  it('visit at once whom a notification names, of this kind of data and linked', async () => {
    const notifications = async () => [
      { polarUserId: '2', type: 'EXERCISE' },
      { polarUserId: '3', type: 'PHYSICAL_INFORMATION' },
      { polarUserId: '9', type: 'PHYSICAL_INFORMATION' },
      { polarUserId: '1', type: 'PHYSICAL_INFORMATION' },
    ];
    const { rounds, visits } = stage(['1', '2', '3'], { notifications, schedule: { ...never, first: 10 } });
    await expect.poll(() => visits.length).toBeGreaterThan(1);
    await rounds.close();
    expect(visits.filter((visit) => !visit.startsWith('2')).slice(0, 2)).toEqual([
      '3 PHYSICAL_INFORMATION',
      '1 PHYSICAL_INFORMATION',
    ]);
  });

  it('stop looking when the budget is used up, and report what is not AccessLink’s', async () => {
    const asked: string[] = [];
    const notifications = async () => ['1', '2'].map((polarUserId) => ({ polarUserId, type: 'PHYSICAL_INFORMATION' }));
    const { rounds } = stage(['1', '2'], {
      notifications,
      collect: async ({ polarUserId }) => {
        asked.push(polarUserId);
        return limited;
      },
      schedule: { first: 5, round: 60_000, look: 60_000 },
    });
    await expect.poll(() => asked.length).toBeGreaterThan(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await rounds.close();
    expect(asked).not.toContain('2');
    const broken = { importedCount: 0, failure: new TypeError('A mistake') };
    const other = stage(['1'], { collect: async () => broken, schedule: { first: 1, round: 60_000, look: 60_000 } });
    await expect.poll(() => other.failures).toEqual([broken.failure]);
    await other.rounds.close();
  });

  it('wait, when they are closed, for the visit under way', async () => {
    let finish = () => {};
    let isOver = false;
    const { rounds } = stage(['1'], {
      schedule: { ...never, first: 1 },
      collect: () =>
        new Promise((resolve) => {
          finish = () => resolve({ importedCount: 0, failure: null });
        }),
    });
    await expect.poll(() => finish.toString()).toContain('resolve');
    const closed = rounds.close().then(() => {
      isOver = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isOver).toBe(false);
    finish();
    await closed;
    expect(isOver).toBe(true);
  });
});
