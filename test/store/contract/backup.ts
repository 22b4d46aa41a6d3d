// A backup of the data has no key: what was erased since cannot be read from it, and whoever restores it reads it anew.
import { expect, it } from 'vitest';
import type { Store } from '../../../src/store/contract/store.ts';
import { user } from '../samples.ts';
import { CANARY, claim, fill, items, NOTHING, readAll, transaction } from '../stored-people.ts';
import { type DataBackup, type InDatabase, NOW, type TestDatabase } from '../test-database.ts';

/** Backs two people up, then changes what there is, and restores the backup, of the data alone. */
async function restoreAfter(
  { open, backUp }: TestDatabase,
  change: (store: Store) => Promise<unknown>,
): Promise<{ readonly backup: DataBackup; readonly before: unknown[] }> {
  const store = await open();
  await fill(store);
  const backup = await backUp();
  const before = await readAll(store);
  expect(JSON.stringify(before)).toContain(CANARY);
  await change(store);
  await store.close();
  await backup.restore();
  return { backup, before };
}

const eraseFirst = (store: Store) => store.erasure.user('475');

export function backupContract(inDatabase: InDatabase): void {
  it(
    'shows no value, before an erasure nor after it, as no file or table does',
    inDatabase(async ({ open, backUp, contents }) => {
      const store = await open();
      await fill(store);
      const { bytes } = await backUp();
      expect([bytes, await contents()].map((each) => each.includes(CANARY))).toEqual([false, false]);
      expect(bytes.includes('475')).toBe(true);
      expect((await store.inbox.claim(claim)).map(({ body }) => body.includes(CANARY))).toEqual([true, true, true]);
      await eraseFirst(store);
      expect((await contents()).includes(CANARY)).toBe(false);
    }),
  );

  it(
    'from before an erasure counts as not stored with the keys of now and SECRET_KEY, and others read theirs',
    inDatabase(async (database) => {
      await restoreAfter(database, eraseFirst);
      const store = await database.open();
      expect(await readAll(store)).toEqual(NOTHING);
      expect(await store.records.read('q', 'sleep', ['2026-11-20'])).toMatchObject([{ value: ['of 476'] }]);
      expect((await store.users.list('connected')).map(({ memberId }) => memberId)).toEqual([null, `${CANARY}-476`]);
      // What is about the erased person is gone; what is about nobody known is not.
      expect((await store.inbox.claim(claim)).map(({ body }) => body)).toEqual([CANARY, CANARY]);
      expect(await store.inbox.pending()).toBe(2);
    }),
  );

  it(
    'from before an erasure is deleted where it cannot be read, transactions included, and once',
    inDatabase(async (database) => {
      await restoreAfter(database, eraseFirst);
      const store = await database.open();
      expect(await store.encryption.deleteUnreadable()).toBe(2);
      expect(await store.encryption.deleteUnreadable()).toBe(0);
      await database.run(
        "update imported_items set item_id = 'none is left' where 1 / (select count(*) from records) = 1",
      );
      expect(await store.records.read('q', 'sleep', ['2026-11-20'])).toMatchObject([{ value: ['of 476'] }]);
      expect(await readAll(store)).toEqual(NOTHING);
    }),
  );

  it(
    'is not mixed with what is read after it was restored: whoever comes back begins with nothing',
    inDatabase(async (database) => {
      await restoreAfter(database, eraseFirst);
      const store = await database.open();
      await store.users.connect(user('475'));
      expect(await readAll(store)).toEqual([...NOTHING.slice(0, -1), 'member-475']);
      await store.imports.put(transaction, [{ id: 'new', value: 1, importedAt: NOW }]);
      expect(await store.imports.uncommitted('475', 'ACTIVITY')).toEqual([transaction]);
      expect(await store.imports.list(items)).toEqual([{ id: 'new', importedAt: NOW }]);
    }),
  );

  it(
    'is of no use once somebody who stays connected has erased what was read of them',
    inDatabase(async (database) => {
      await restoreAfter(database, (store) => store.erasure.dataOfUser('475'));
      const store = await database.open();
      expect(await readAll(store)).toEqual(NOTHING);
      expect(await store.encryption.deleteUnreadable()).toBe(2);
      expect(await store.encryption.deleteUnreadable()).toBe(0);
      expect(await store.events.after('475', null, 5)).toEqual([]);
      expect(await store.events.after('476', null, 5)).toHaveLength(1);
    }),
  );

  it(
    'is whole with the keys of its time: an erasure reaches it when no backup of the keys is left, and not before',
    inDatabase(async (database) => {
      const { backup, before } = await restoreAfter(database, eraseFirst);
      await backup.restoreKeys();
      const store = await database.open();
      expect(await readAll(store)).toEqual(before);
      expect(await store.encryption.deleteUnreadable()).toBe(0);
      expect((await store.inbox.claim(claim)).map(({ body }) => body.includes(CANARY))).toEqual([true, true, true]);
    }),
  );
}
