// The same on Postgres, where two processes really share one store.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createConsumer } from './import-run.ts';
import { keepingGateway, KINDS } from './importing.ts';
import { collectThrough, theRestIsCollected, type Wrap } from './broken.ts';
import { inPostgres } from '../../store/postgres-place.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';

let server: TestPostgres;
let url: string;
beforeAll(async () => {
  server = await startPostgres();
  url = await server.createDatabase();
}, 60_000);
afterAll(() => server.stop());
const database = () => ({ server, url });

it.each(KINDS)('two processes collect %s at a time, and everything is there once and whole', async (kind) => {
  await inPostgres(database, async (place) => {
    const gateway = await keepingGateway(place);
    const all = await gateway.waiting(kind);
    const store = await place.open();
    const { simulator, userId } = gateway;
    const token = simulator.people[0]?.token ?? '';
    const other = createConsumer({ url: simulator.url, store, polarUserId: userId, token });
    await Promise.all([collectThrough(gateway, kind, {}), other.collect(kind)]);
    await other.close();
    await theRestIsCollected(gateway, kind, all);
    const items = await store.imports.read({ kind, polarUserId: userId }, all);
    expect(items.every(({ value }) => Object.values(value as object).every((part) => part !== null))).toBe(true);
    await gateway.close();
  })();
});

it('a commit whose answer was lost is sent again by the next run', async () => {
  await inPostgres(database, async (place) => {
    const gateway = await keepingGateway(place);
    const all = await gateway.waiting('ACTIVITY');
    const losing: Wrap = (send) => async (request) => {
      const reply = await send(request);
      if (request.method === 'PUT') throw new Error('The answer was lost');
      return reply;
    };
    expect(await collectThrough(gateway, 'ACTIVITY', { wrap: losing })).toMatchObject({ collected: all.length });
    expect(await gateway.store.imports.uncommitted(gateway.userId, 'ACTIVITY')).toHaveLength(1);
    await theRestIsCollected(gateway, 'ACTIVITY', all);
    await gateway.close();
  })();
});
