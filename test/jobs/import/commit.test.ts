import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../src/store/contract/errors.ts';
import { inSqlite } from '../../store/sqlite-place.ts';
import { collectThrough, type Keep, theRestIsCollected, TIMEOUTS, withKeep, type Wrap } from './broken.ts';
import { type Keeping, keepingGateway, KINDS } from './importing.ts';

describe('a commit', () => {
  it.each(KINDS)('of %s is sent when the store has kept everything, not before', async (kind) => {
    await inSqlite(async (place) => {
      const order: string[] = [];
      const gateway = await keepingGateway(place, {
        around: (store) =>
          withKeep(store, (keep) => async (transaction, items) => {
            order.push(`begins with ${commits()} commits`);
            await keep(transaction, items);
            const there = await store.imports.list(transaction);
            order.push(`kept ${items.length} of ${there.length} with ${commits()} commits`);
          }),
      });
      const commits = () => gateway.simulator.requests.filter(({ method }) => method === 'PUT').length;
      const { collected } = await gateway.collect(kind);
      expect(order).toEqual(['begins with 0 commits', `kept ${collected} of ${collected} with 0 commits`]);
      expect(commits()).toBe(1);
      await gateway.close();
    })();
  });

  it.each(KINDS)('of %s is not sent when the store fails', async (kind) => {
    await inSqlite(async (place) => {
      const gateway = await keepingGateway(place);
      const all = await gateway.waiting(kind);
      const full: Keep = async () => Promise.reject(new StoreError('full', 'Cannot put: no space is left'));
      const { importedCount: collected, failure } = await collectThrough(gateway, kind, {
        store: withKeep(gateway.store, () => full),
      });
      expect([collected, failure]).toEqual([0, expect.any(StoreError)]);
      expect(gateway.sent().filter((line) => line.startsWith('PUT'))).toEqual([]);
      expect(await gateway.waiting(kind)).toEqual(all);
      await theRestIsCollected(gateway, kind, all);
      await gateway.close();
    })();
  });

  it.each(['done', 'not done'])('whose answer was lost is sent again first, whether it was %s', async (outcome) => {
    await inSqlite(async (place) => {
      const gateway = await keepingGateway(place, {
        app: { timeouts: TIMEOUTS },
        around: (store) =>
          withKeep(store, (keep) => async (...kept) => {
            await keep(...kept);
            gateway.simulator.addFault({ path: 'activity-transactions/', kind: 'hang', times: 1 });
            if (outcome === 'done') await commitPast(gateway, kept[0].transactionId);
          }),
      });
      const all = await gateway.waiting('ACTIVITY');
      const { userErrors, collected } = await gateway.collect('ACTIVITY');
      expect([collected, userErrors[0]?.code]).toEqual([all.length, 'UPSTREAM_UNAVAILABLE']);
      expect(await gateway.store.imports.uncommitted(gateway.userId, 'ACTIVITY')).toHaveLength(1);
      expect(await gateway.waiting('ACTIVITY')).toEqual(outcome === 'done' ? [] : all);
      gateway.sent();
      expect(await collectThrough(gateway, 'ACTIVITY', {})).toEqual({ collected: 0, failure: null });
      expect(gateway.sent()).toEqual(['PUT /T', 'POST ']);
      await theRestIsCollected(gateway, 'ACTIVITY', all);
      await gateway.close();
    })();
  });
});

describe('an item', () => {
  it(
    'that another process has committed while it was read does not replace the whole one',
    inSqlite(async (place) => {
      const gateway = await keepingGateway(place);
      const all = await gateway.waiting('ACTIVITY');
      let isMet = false;
      const overtaken: Wrap = (send) => async (request) => {
        const reply = await send(request);
        if (request.path.endsWith('/step-samples') && !isMet) {
          isMet = true;
          await collectThrough(gateway, 'ACTIVITY', {});
        }
        return reply;
      };
      expect(await collectThrough(gateway, 'ACTIVITY', { wrap: overtaken })).toEqual({ collected: 0, failure: null });
      const owner = { kind: 'ACTIVITY', polarUserId: gateway.userId } as const;
      const items = await gateway.store.imports.read(owner, all);
      expect(items).toHaveLength(all.length);
      expect(items.every(({ value }) => Object.values(value as object).every((part) => part !== null))).toBe(true);
      await gateway.close();
    }),
  );

  it.each([
    ['is listed and not handed over', (id: unknown) => id, /activities\/\d+$/],
    ['is another than was asked for', () => '1', null],
  ])('that %s keeps AccessLink from being told to delete anything', async (_, idOf, missing) => {
    await inSqlite(async (place) => {
      const gateway = await keepingGateway(place);
      const all = await gateway.waiting('ACTIVITY');
      const strange: Wrap = (send) => async (request) => {
        const reply = await send(request);
        if (missing?.test(request.path)) return { ...reply, status: 204, body: undefined };
        const { body } = reply as { body?: { id?: unknown } };
        return body?.id ? { ...reply, body: { ...body, id: idOf(body.id) } } : reply;
      };
      const { failure } = await collectThrough(gateway, 'ACTIVITY', { wrap: strange });
      expect(failure).toMatchObject({ code: 'invalid' });
      expect(await gateway.kept('ACTIVITY')).toEqual([]);
      expect(await gateway.waiting('ACTIVITY')).toEqual(all);
      await gateway.close();
    })();
  });
});

/** Commits a transaction past the gateway; what is planted for it is met before. */
async function commitPast({ simulator, userId }: Keeping, transactionId: string): Promise<void> {
  const [person] = simulator.people;
  const path = `${simulator.url}/v3/users/${userId}/activity-transactions/${transactionId}`;
  simulator.clearFaults();
  await fetch(path, { method: 'PUT', headers: { authorization: `Bearer ${person?.token}` } });
  simulator.addFault({ path: 'activity-transactions/', kind: 'hang', times: 1 });
}
