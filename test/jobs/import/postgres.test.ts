// Imports on Postgres, where two processes share one store.
import { expect, it } from 'vitest';
import { createSeparateImporter } from './separate-importer.ts';
import { startImportingGateway, KINDS } from './importing-gateway.ts';
import { importThrough, expectRestImported, type Wrap } from './interrupted-import.ts';
import { databaseForTests, inPostgres } from '../../store/postgres-database.ts';

const database = databaseForTests();

it.each(KINDS)('two processes import %s at the same time, and every item is stored once and whole', async (kind) => {
  await inPostgres(database, async (place) => {
    const gateway = await startImportingGateway(place);
    const all = await gateway.waiting(kind);
    const store = await place.open();
    const { simulator, userId } = gateway;
    const token = simulator.people[0]?.token ?? '';
    const other = createSeparateImporter({ url: simulator.url, store, polarUserId: userId, token });
    await Promise.all([importThrough(gateway, kind, {}), other.runImport(kind)]);
    await other.close();
    await expectRestImported(gateway, kind, all);
    const items = await store.imports.read({ kind, polarUserId: userId }, all);
    expect(items.every(({ value }) => Object.values(value as object).every((part) => part !== null))).toBe(true);
    await gateway.close();
  })();
});

it('a commit whose response was lost is sent again by the next run', async () => {
  await inPostgres(database, async (place) => {
    const gateway = await startImportingGateway(place);
    const all = await gateway.waiting('ACTIVITY');
    const losing: Wrap = (send) => async (request) => {
      const reply = await send(request);
      if (request.method === 'PUT') throw new Error('The answer was lost');
      return reply;
    };
    expect(await importThrough(gateway, 'ACTIVITY', { wrap: losing })).toMatchObject({ importedCount: all.length });
    expect(await gateway.store.imports.uncommitted(gateway.userId, 'ACTIVITY')).toHaveLength(1);
    await expectRestImported(gateway, 'ACTIVITY', all);
    await gateway.close();
  })();
});
