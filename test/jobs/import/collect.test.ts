import { describe, expect, it } from 'vitest';
import { headersOf } from '../../support/gateway.ts';
import { inSqlite } from '../../store/sqlite-database.ts';
import { startImportingGateway, KINDS } from './importing-gateway.ts';
import { createSeparateImporter } from './separate-importer.ts';

const DIALECTS = ['documented', 'live'] as const;
const cases = KINDS.flatMap((kind) => DIALECTS.map((dialect) => [kind, dialect] as const));

/** The paths that are read of each item, in order. */
const PARTS = {
  PHYSICAL_INFORMATION: ['/physical-informations/I'],
  ACTIVITY: ['/activities/I', '/activities/I/step-samples', '/activities/I/zone-samples'],
  EXERCISE: [
    '/exercises/I',
    '/exercises/I/heart-rate-zones',
    '/exercises/I/samples',
    '/exercises/I/fit',
    '/exercises/I/tcx',
  ],
};

describe('an import', () => {
  it.each(cases)(
    'stores everything of %s in the %s dialect and commits it, so that AccessLink deletes it',
    async (kind, dialect) => {
      await inSqlite(async (place) => {
        const gateway = await startImportingGateway(place, { simulator: { dialect } });
        const waiting = await gateway.waiting(kind);
        expect(waiting.length).toBeGreaterThan(0);
        expect(await gateway.collect(kind)).toEqual({ collected: waiting.length, userErrors: [] });
        expect((await gateway.stored(kind)).toSorted()).toEqual(waiting.toSorted());
        const sent = gateway.sent();
        for (const part of PARTS[kind]) {
          expect(sent.filter((line) => line === `GET /T${part}`)).toHaveLength(waiting.length);
        }
        expect(sent.slice(0, 2)).toEqual(['POST ', 'GET /T']);
        expect(sent.slice(-3)).toEqual(['GET /T', 'PUT /T', 'POST ']);
        expect(await gateway.waiting(kind)).toEqual([]);
        expect(await gateway.store.imports.uncommitted(gateway.userId, kind)).toEqual([]);
        expect(await gateway.collect(kind)).toEqual({ collected: 0, userErrors: [] });
        await gateway.close();
      })();
    },
  );

  it(
    'goes on, fifty items in each transaction, and begins no other when its operation has sent a hundred requests',
    inSqlite(async (place) => {
      const gateway = await startImportingGateway(place);
      const { simulator, userId } = gateway;
      for (let count = 0; count < 120; count += 1) simulator.addPhysicalInfo(userId, { weightKg: 60 + count / 10 });
      const { collected } = await gateway.collect('PHYSICAL_INFORMATION');
      expect(collected).toBe(100);
      expect((await gateway.collect('PHYSICAL_INFORMATION')).collected).toBe(21);
      expect(gateway.sent().filter((line) => line.startsWith('PUT'))).toHaveLength(3);
      expect(await gateway.stored('PHYSICAL_INFORMATION')).toHaveLength(121);
      expect(await gateway.waiting('PHYSICAL_INFORMATION')).toEqual([]);
      await gateway.close();
    }),
  );

  it(
    'runs once for all requests for the same kind at the same time',
    inSqlite(async (place) => {
      const gateway = await startImportingGateway(place);
      const payloads = await Promise.all(Array.from({ length: 5 }, () => gateway.collect('ACTIVITY')));
      expect(new Set(payloads.map(({ collected }) => collected))).toHaveLength(1);
      expect(gateway.sent().filter((line) => line === 'PUT /T')).toHaveLength(1);
      await gateway.close();
    }),
  );

  it(
    'loses and halves nothing when two processes run it at the same time',
    inSqlite(async (place) => {
      const one = await startImportingGateway(place);
      const waiting = await one.waiting('ACTIVITY');
      const store = await place.open();
      const { url, people } = one.simulator;
      const other = createSeparateImporter({ url, store, polarUserId: one.userId, token: people[0]?.token ?? '' });
      await Promise.all([one.collect('ACTIVITY'), other.runImport('ACTIVITY')]);
      await other.close();
      expect((await one.stored('ACTIVITY')).toSorted()).toEqual(waiting.toSorted());
      const values = await store.imports.read({ kind: 'ACTIVITY', polarUserId: one.userId }, waiting);
      expect(values.every(({ value }) => Object.values(value as object).every((part) => part !== null))).toBe(true);
      await one.close();
    }),
  );

  it(
    'is denied without a request to a caller with a token of their own',
    inSqlite(async (place) => {
      const gateway = await startImportingGateway(place);
      const headers = headersOf(gateway.simulator, 0);
      const query = `mutation { collect(kind: PHYSICAL_INFORMATION) { collected userErrors { code } } }`;
      const { data, extensions } = await gateway.ask(query, { headers });
      expect(data).toEqual({ collect: { collected: 0, userErrors: [{ code: 'NOT_SIGNED_IN' }] } });
      expect(extensions.accesslink.calls).toBe(0);
      expect(gateway.simulator.requests).toEqual([]);
      const unknown = await gateway.ask('mutation { collect(kind: UNKNOWN) { collected } }');
      expect(unknown.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      await gateway.close();
    }),
  );

  it(
    'sends nothing for a plan, which has its first request',
    inSqlite(async (place) => {
      const gateway = await startImportingGateway(place);
      const transaction = { kind: 'ACTIVITY', polarUserId: gateway.userId, transactionId: '7' } as const;
      await gateway.store.imports.put(transaction, []);
      const { extensions } = await gateway.ask('mutation { collect(kind: ACTIVITY) { collected } }', {
        headers: { 'accesslink-plan': 'only' },
      });
      const path = `/v3/users/${gateway.userId}/activity-transactions`;
      expect(extensions.accesslink.plan).toEqual([{ method: 'POST', path }]);
      expect(gateway.simulator.requests).toEqual([]);
      expect(await gateway.store.imports.uncommitted(gateway.userId, 'ACTIVITY')).toEqual([transaction]);
      await gateway.close();
    }),
  );
});
