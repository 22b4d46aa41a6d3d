import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../src/store/contract/errors.ts';
import { inSqlite } from '../../store/sqlite-database.ts';
import { importThrough, type Put, expectRestImported, TIMEOUTS, withPut, type Wrap } from './interrupted-import.ts';
import { type ImportingGateway, startImportingGateway, KINDS } from './importing-gateway.ts';

describe('a commit', () => {
  it.each(KINDS)('of %s is sent when the store has everything, not before', async (kind) => {
    await inSqlite(async (place) => {
      const order: string[] = [];
      const gateway = await startImportingGateway(place, {
        wrapStore: (store) =>
          withPut(store, (put) => async (transaction, items) => {
            order.push(`begins with ${commits()} commits`);
            await put(transaction, items);
            const stored = await store.imports.list(transaction);
            order.push(`stored ${items.length} of ${stored.length} with ${commits()} commits`);
          }),
      });
      const commits = () => gateway.simulator.requests.filter(({ method }) => method === 'PUT').length;
      const { collected } = await gateway.collect(kind);
      expect(order).toEqual(['begins with 0 commits', `stored ${collected} of ${collected} with 0 commits`]);
      expect(commits()).toBe(1);
      await gateway.close();
    })();
  });

  it.each(KINDS)('of %s is not sent when the store fails', async (kind) => {
    await inSqlite(async (place) => {
      const gateway = await startImportingGateway(place);
      const all = await gateway.waiting(kind);
      const full: Put = async () => Promise.reject(new StoreError('full', 'Cannot put: no space is left'));
      const { importedCount, failure } = await importThrough(gateway, kind, {
        store: withPut(gateway.store, () => full),
      });
      expect([importedCount, failure]).toEqual([0, expect.any(StoreError)]);
      expect(gateway.sent().filter((line) => line.startsWith('PUT'))).toEqual([]);
      expect(await gateway.waiting(kind)).toEqual(all);
      await expectRestImported(gateway, kind, all);
      await gateway.close();
    })();
  });

  it.each(['done', 'not done'])('whose response was lost is sent again first, whether it was %s', async (outcome) => {
    await inSqlite(async (place) => {
      const gateway = await startImportingGateway(place, {
        app: { timeouts: TIMEOUTS },
        wrapStore: (store) =>
          withPut(store, (put) => async (...args) => {
            await put(...args);
            gateway.simulator.addFault({ path: 'activity-transactions/', kind: 'hang', times: 1 });
            if (outcome === 'done') await commitPast(gateway, args[0].transactionId);
          }),
      });
      const all = await gateway.waiting('ACTIVITY');
      const { userErrors, collected } = await gateway.collect('ACTIVITY');
      expect([collected, userErrors[0]?.code]).toEqual([all.length, 'UPSTREAM_UNAVAILABLE']);
      expect(await gateway.store.imports.uncommitted(gateway.userId, 'ACTIVITY')).toHaveLength(1);
      expect(await gateway.waiting('ACTIVITY')).toEqual(outcome === 'done' ? [] : all);
      gateway.sent();
      expect(await importThrough(gateway, 'ACTIVITY', {})).toEqual({ importedCount: 0, failure: null });
      expect(gateway.sent()).toEqual(['PUT /T', 'POST ']);
      await expectRestImported(gateway, 'ACTIVITY', all);
      await gateway.close();
    })();
  });
});

describe('an item', () => {
  it(
    'that another process has committed while it is read does not replace the whole one',
    inSqlite(async (place) => {
      const gateway = await startImportingGateway(place);
      const all = await gateway.waiting('ACTIVITY');
      let isMet = false;
      const overtaken: Wrap = (send) => async (request) => {
        const reply = await send(request);
        if (request.path.endsWith('/step-samples') && !isMet) {
          isMet = true;
          await importThrough(gateway, 'ACTIVITY', {});
        }
        return reply;
      };
      expect(await importThrough(gateway, 'ACTIVITY', { wrap: overtaken })).toEqual({
        importedCount: 0,
        failure: null,
      });
      const owner = { kind: 'ACTIVITY', polarUserId: gateway.userId } as const;
      const items = await gateway.store.imports.read(owner, all);
      expect(items).toHaveLength(all.length);
      expect(items.every(({ value }) => Object.values(value as object).every((part) => part !== null))).toBe(true);
      await gateway.close();
    }),
  );

  it.each([
    ['is listed and not sent', (id: unknown) => id, /activities\/\d+$/],
    ['is another than was requested', () => '1', null],
  ])('that %s prevents the commit, so that AccessLink deletes nothing', async (_, idOf, missing) => {
    await inSqlite(async (place) => {
      const gateway = await startImportingGateway(place);
      const all = await gateway.waiting('ACTIVITY');
      const strange: Wrap = (send) => async (request) => {
        const reply = await send(request);
        if (missing?.test(request.path)) return { ...reply, status: 204, body: undefined };
        const { body } = reply as { body?: { id?: unknown } };
        return body?.id ? { ...reply, body: { ...body, id: idOf(body.id) } } : reply;
      };
      const { failure } = await importThrough(gateway, 'ACTIVITY', { wrap: strange });
      expect(failure).toMatchObject({ code: 'invalid' });
      expect(await gateway.stored('ACTIVITY')).toEqual([]);
      expect(await gateway.waiting('ACTIVITY')).toEqual(all);
      await gateway.close();
    })();
  });
});

/** Commits a transaction without the gateway, whose own commit then meets the fault. */
async function commitPast({ simulator, userId }: ImportingGateway, transactionId: string): Promise<void> {
  const [person] = simulator.people;
  const path = `${simulator.url}/v3/users/${userId}/activity-transactions/${transactionId}`;
  simulator.clearFaults();
  await fetch(path, { method: 'PUT', headers: { authorization: `Bearer ${person?.token}` } });
  simulator.addFault({ path: 'activity-transactions/', kind: 'hang', times: 1 });
}
