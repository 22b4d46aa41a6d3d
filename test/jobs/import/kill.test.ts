// Whatever AccessLink has deleted is in the store, whenever the process is killed.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { ImportKind } from '../../../src/store/contract/imports.ts';
import { readOrCreateKeyFile } from '../../../src/store/crypto/key-file.ts';
import { inSqlite } from '../../store/sqlite-database.ts';
import type { TestDatabase } from '../../store/test-database.ts';
import { KILLS } from '../../support/long.ts';
import { type ImportingGateway, startImportingGateway, KINDS } from './importing-gateway.ts';

const program = fileURLToPath(new URL('importing-process.ts', import.meta.url));

interface Kill {
  readonly kind: ImportKind;
  readonly folder: string;
  /** Whether it is time, by the requests that the process has sent. */
  readonly isTime: (requests: ImportingGateway['simulator']['requests']) => boolean;
}

/** Starts a process that imports items of a kind, and kills it when it is time or when it has imported everything. */
async function killImporting({ simulator, userId }: ImportingGateway, { kind, folder, isTime }: Kill): Promise<void> {
  const args = [program, folder, simulator.url, userId, simulator.people[0]?.token ?? '', kind];
  simulator.clearRequests();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const watch = setInterval(() => {
    if (isTime(simulator.requests)) child.kill('SIGKILL');
  }, 1);
  child.stdout.on('data', (text: Buffer) => {
    if (String(text).includes('done')) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  clearInterval(watch);
  expect(signal).toBe('SIGKILL');
}

/** At the first commit in every second group of three rounds; at any moment in the others. */
function momentOf(round: number): Kill['isTime'] {
  if (Math.floor(round / KINDS.length) % 2 === 1) return (requests) => requests.some(({ method }) => method === 'PUT');
  const count = 1 + Math.floor(Math.random() * 100);
  return (requests) => requests.length >= count;
}

function addData({ simulator, userId }: ImportingGateway, round: number): void {
  simulator.addPhysicalInfo(userId, { weightKg: 50 + round / 10 });
  simulator.syncDay(userId);
  if (round % 6 === 0) simulator.addExercise(userId);
}

it(
  `an import that is killed ${KILLS} times loses nothing that AccessLink has deleted, and stores nothing twice`,
  inSqlite(async (place, folder) => {
    const gateway = await startImportingGateway(withKeysOf(folder, place));
    const all = new Map<ImportKind, Set<string>>(KINDS.map((kind) => [kind, new Set()]));
    const kindsDeleted = new Set<ImportKind>();
    let interrupted = 0;
    for (let round = 0; round < KILLS; round += 1) {
      addData(gateway, round);
      for (const kind of KINDS) for (const id of await gateway.waiting(kind)) all.get(kind)?.add(id);
      const imported = KINDS[round % KINDS.length] ?? 'ACTIVITY';
      await killImporting(gateway, { kind: imported, folder, isTime: momentOf(round) });
      for (const kind of KINDS) {
        const waiting = new Set(await gateway.waiting(kind));
        const stored = new Set(await gateway.stored(kind));
        const deleted = [...(all.get(kind) ?? [])].filter((id) => !waiting.has(id));
        expect(deleted.filter((id) => !stored.has(id))).toEqual([]);
        if (deleted.length > 0) kindsDeleted.add(kind);
        if (waiting.size > 0) interrupted += 1;
      }
    }
    expect(kindsDeleted).toEqual(new Set(KINDS));
    expect(interrupted).toBeGreaterThan(KILLS / 4);
    for (const kind of KINDS) await gateway.collect(kind);
    for (const kind of KINDS)
      expect((await gateway.stored(kind)).toSorted()).toEqual([...(all.get(kind) ?? [])].toSorted());
    expect(await everyItemIsWhole(gateway)).toBe(true);
    await gateway.close();
  }),
  600_000,
);

async function everyItemIsWhole({ store, userId }: ImportingGateway): Promise<boolean> {
  const parts = { PHYSICAL_INFORMATION: 1, ACTIVITY: 3, EXERCISE: 4 } as const;
  for (const kind of KINDS) {
    const listed = await store.imports.list({ polarUserId: userId, kind });
    const items = await store.imports.items(userId, kind, listed.length + 1);
    const areWhole = items.every(({ value }) => {
      const whole = Object.values(value as object);
      return whole.length === parts[kind] && whole.every((part) => part !== null);
    });
    if (!areWhole || items.length !== listed.length) return false;
  }
  return true;
}

/** The processes that are killed have the key in the folder. */
function withKeysOf(folder: string, place: TestDatabase): TestDatabase {
  return { ...place, open: (options) => place.open({ keys: readOrCreateKeyFile(folder), ...options }) };
}

const hasStrace = spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0;
if (!hasStrace) console.warn('strace is not installed: that the disk is flushed before a commit is not shown');

it.skipIf(!hasStrace)(
  'an import flushes the disk between the last write to the database and the commit',
  inSqlite(async (place, folder) => {
    const gateway = await startImportingGateway(withKeysOf(folder, place));
    const { simulator, userId } = gateway;
    const trace = join(folder, 'trace.txt');
    const calls = 'trace=pwrite64,write,writev,sendto,sendmsg,fdatasync,fsync';
    const args = ['-f', '-y', '-s', '60', '-e', calls, '-o', trace, process.execPath, program];
    const child = spawn('strace', [...args, folder, simulator.url, userId, simulator.people[0]?.token ?? '', ...KINDS]);
    const [ready] = (await once(child.stdout, 'data')) as [Buffer];
    const traced = Number(/ready (\d+)/.exec(String(ready))?.[1]);
    while (
      simulator.requests.filter(({ method, status }) => method === 'PUT' && status === 200).length < KINDS.length
    ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    process.kill(traced, 'SIGKILL');
    await once(child, 'close');
    const lines = readFileSync(trace, 'utf8').split('\n');
    const commits = lines.flatMap((line, index) => (line.includes('"PUT /v3/users/') ? [index] : []));
    expect(commits).toHaveLength(KINDS.length);
    for (const [nth, commit] of commits.entries()) {
      const before = lines.slice(commits[nth - 1] ?? 0, commit);
      const written = before.findLastIndex((line) => line.includes('pwrite64') && line.includes('accesslink.db'));
      const flushed = before.findLastIndex((line) => /f(data)?sync\(.*accesslink\.db-wal/.test(line));
      expect(written).toBeGreaterThan(0);
      expect(flushed).toBeGreaterThan(written);
    }
    await gateway.close();
  }),
  600_000,
);
