// The files of SQLite: one gateway has them, and it notices when they are gone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readOrCreateKeyFile } from '../../../src/store/crypto/key-file.ts';
import { openStore, type StoreOptions } from '../../../src/store/open.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { delivery, event, record, user } from '../samples.ts';
import { inSqlite } from '../sqlite-database.ts';
import { keys, MINUTE, NOW } from '../test-database.ts';
import { itemsOf, transactionOf } from '../written-transactions.ts';

const open = (dataDir: string, options: Partial<StoreOptions> = {}) =>
  openStore({ databaseUrl: null, dataDir, keys, clock: systemClock, ...options });
const unavailable = { name: 'StoreError', code: 'unavailable' };
const claim = { now: NOW, leaseMs: MINUTE, limit: 10 };

const withThread = [
  ['in its own thread', { hasThread: true }],
  ['in the thread of the server', {}],
] as const;

describe.each(withThread)('a store that writes %s', (_, options) => {
  it.each<[string, (folder: string) => void]>([
    ['deleted', (folder) => rmSync(join(folder, 'accesslink.db'))],
    ['deleted with all that belongs to it', (folder) => readdirSync(folder).map((name) => rmSync(join(folder, name)))],
    ['left without its log', (folder) => rmSync(join(folder, 'accesslink.db-wal'))],
    [
      'replaced by a copy',
      (folder) => {
        copyFileSync(join(folder, 'accesslink.db'), join(folder, 'copy'));
        renameSync(join(folder, 'copy'), join(folder, 'accesslink.db'));
      },
    ],
  ])('acknowledges nothing any more when its file is %s, and says why', (__, lose) =>
    inSqlite(async (___, folder) => {
      const store = await open(folder, options);
      await store.inbox.add(delivery('a'));
      lose(folder);
      await expect(store.inbox.add(delivery('b'))).rejects.toMatchObject({
        ...unavailable,
        message: expect.stringContaining('were deleted or replaced'),
      });
      await expect(store.imports.put(transactionOf('t'), itemsOf('t'))).rejects.toMatchObject(unavailable);
      await expect(store.events.append(event('a'))).rejects.toMatchObject(unavailable);
      await expect(store.ping()).rejects.toMatchObject(unavailable);
      await store.close();
    })(),
  );

  it(
    'goes on when its files are put back',
    inSqlite(async (__, folder) => {
      const store = await open(folder, options);
      mkdirSync(join(folder, 'elsewhere'));
      const move = (from: string, to: string) => {
        for (const ending of ['', '-wal', '-shm'])
          renameSync(join(from, `accesslink.db${ending}`), join(to, `accesslink.db${ending}`));
      };
      move(folder, join(folder, 'elsewhere'));
      await expect(store.ping()).rejects.toMatchObject(unavailable);
      move(join(folder, 'elsewhere'), folder);
      await store.ping();
      await store.users.connect(user('475'));
      expect(await store.users.find('475')).not.toBeNull();
      await store.close();
    }),
  );

  it(
    'is read while another process has locked it, and writes when that is over',
    inSqlite(async (__, folder) => {
      const store = await open(folder, options);
      await store.users.connect(user('475'));
      const other = new DatabaseSync(join(folder, 'accesslink.db'));
      other.exec('begin exclusive');
      const adding = store.inbox.add(delivery('a'));
      expect((await store.users.find('475'))?.state).toBe('connected');
      expect(await store.records.read('s', 'sleep', ['2026-11-20'])).toEqual([]);
      other.exec('rollback');
      other.close();
      expect(await adding).toBe(true);
      await store.close();
    }),
  );

  it(
    'is read by another process, as a backup reads it',
    inSqlite(async (__, folder) => {
      const store = await open(folder, options);
      await store.records.write({ partition: 's', polarUserId: '475' }, [record()]);
      const other = new DatabaseSync(join(folder, 'accesslink.db'), { readOnly: true });
      other.exec(`vacuum into '${join(folder, 'backup.db')}'`);
      other.close();
      const backup = new DatabaseSync(join(folder, 'backup.db'), { readOnly: true });
      expect(backup.prepare('select count(*) as count from records').get()).toEqual({ count: 1 });
      backup.close();
      await store.ping();
      await store.close();
    }),
  );
});

describe('a folder', () => {
  const refused = { ...unavailable, message: expect.stringMatching(/another gateway has it.*DATA_DIR.*DATABASE_URL/) };

  it(
    'is refused to a second store, with what to do, and given to it when the first is closed',
    inSqlite(async (_, folder) => {
      const first = await open(folder);
      await expect(open(folder)).rejects.toMatchObject(refused);
      await first.ping();
      await first.close();
      await (await open(folder)).close();
    }),
  );

  it(
    'is refused while another process has it, and free as soon as that one is killed, as is all that it had claimed',
    inSqlite(async (_, folder) => {
      const program = fileURLToPath(new URL('../holding-process.ts', import.meta.url));
      const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      await expect(open(folder)).rejects.toMatchObject(refused);
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
      const store = await open(folder, { keys: readOrCreateKeyFile(folder) });
      expect(await store.inbox.claim(claim)).toMatchObject([{ attempts: 2 }]);
      const duty = { name: 'duty', holder: 'next', now: NOW, leaseMs: MINUTE };
      expect(await store.duties.claim(duty, MINUTE)).toEqual({ isHeld: true, progress: 'half' });
      await store.close();
    }),
  );

  it(
    'frees no delivery that waits for its next attempt',
    inSqlite(async (_, folder) => {
      const first = await open(folder);
      await first.inbox.add(delivery('a'));
      const [claimed] = await first.inbox.claim(claim);
      await first.inbox.retry(claimed?.id ?? '', NOW + MINUTE);
      await first.close();
      const second = await open(folder);
      expect(await second.inbox.claim(claim)).toEqual([]);
      expect(await second.inbox.claim({ ...claim, now: NOW + MINUTE })).toHaveLength(1);
      await second.close();
    }),
  );
});
