// A SQLite file that another process has locked, and files that are gone: what is answered all the same.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AINO, createWebhook, startWebhookGateway, type WebhookGateway } from '../support/delivering.ts';
import { headersOf } from '../support/gateway.ts';

const QUESTION = '{ viewer { night(date: "2026-11-21") { sleepScore } } }';
const NIGHT = '/v3/users/sleep/2026-11-21';

interface Night {
  readonly viewer: { readonly night: { readonly sleepScore: number } } | null;
}

let gateway: WebhookGateway;
let authorization: string;
beforeEach(async () => {
  gateway = await startWebhookGateway({ store: { hasLimits: true } });
  await createWebhook(gateway);
  authorization = await gateway.signIn();
  gateway.taken();
});
afterEach(() => gateway.close());

const ask = async (headers: Readonly<Record<string, string>>) => {
  const { data, errors } = await gateway.ask<Night>(QUESTION, { headers });
  expect(errors).toBeUndefined();
  return data.viewer?.night.sleepScore;
};

/** The file as another process has it that writes for a long time. */
function lockFile(): () => void {
  const other = new DatabaseSync(join(gateway.dataDir, 'accesslink.db'));
  other.exec('begin immediate');
  return () => {
    other.exec('rollback');
    other.close();
  };
}

describe('while another process has locked the file', () => {
  it('people are answered, also those who signed in and were not seen before, at the price of a call', async () => {
    const unlock = lockFile();
    expect(await ask({ authorization })).toEqual(expect.any(Number));
    expect(await ask(headersOf(gateway.simulator, 1))).toEqual(expect.any(Number));
    expect(gateway.taken()).toEqual([NIGHT, NIGHT]);
    unlock();
    await gateway.store.ping();
    expect(gateway.reports).toEqual([]);
  });

  it('a delivery waits for it, and is acknowledged when it is stored', async () => {
    const unlock = lockFile();
    const delivering = gateway.simulator.deliver({ type: 'SLEEP', userId: AINO, date: '2026-11-21' });
    expect(await ask({ authorization })).toEqual(expect.any(Number));
    unlock();
    expect(await delivering).toBe(200);
    await gateway.idle();
  });
});

describe('when the file is deleted', () => {
  it('deliveries are refused with 503 and reported, people are answered, and the probe of the store fails', async () => {
    for (const ending of ['', '-wal', '-shm']) rmSync(join(gateway.dataDir, `accesslink.db${ending}`));
    expect(await gateway.simulator.deliver({ type: 'SLEEP', userId: AINO, date: '2026-11-21' })).toBe(503);
    expect(gateway.reports.map(String).join()).toMatch(/were deleted or replaced while it was open/);
    expect(await ask({ authorization })).toEqual(expect.any(Number));
    await expect(gateway.store.ping()).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
  });
});
