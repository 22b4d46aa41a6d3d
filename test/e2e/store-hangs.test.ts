// A Postgres that does not answer: connections are open, and nothing comes over them.
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../../src/store/crypto/encryption.ts';
import type { Store } from '../../src/store/contract/store.ts';
import { AINO, startWebhookGateway, type WebhookGateway } from '../support/delivering.ts';
import { type Asked, headersOf, NOW } from '../support/gateway.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import { clockAt } from '../support/clocks.ts';

const keys = parseEncryptionKeys(generateEncryptionKey());
const QUESTION = '{ viewer { night(date: "2026-11-21") { sleepScore } } }';
const NIGHT = '/v3/users/sleep/2026-11-21';
/** Before there were time limits an answer took from eight to twenty seconds. */
const LONG_MS = 6_000;

interface Night {
  readonly viewer: { readonly night: { readonly sleepScore: number } } | null;
}

let postgres: TestPostgres;
let proxy: TcpProxy;
let store: Store;
let gateway: WebhookGateway;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  const url = new URL(await postgres.createDatabase());
  proxy = await startTcpProxy(Number(url.port));
  url.port = String(proxy.port);
  store = await openStore({ databaseUrl: url.href, dataDir: '/nowhere', keys, clock: clockAt(() => NOW) });
  gateway = await startWebhookGateway({ store });
});
afterEach(async () => {
  await gateway.close();
  await store.close();
  await proxy.close();
});

const ask = (headers: Readonly<Record<string, string>>): Promise<Asked<Night>> =>
  gateway.ask<Night>(QUESTION, { headers });

/** How long some work takes, in milliseconds. */
async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now();
  return [await work(), performance.now() - start];
}

describe('while Postgres does not answer', () => {
  it('a person with a token of their own is answered by AccessLink, and after two reads nobody waits for the store', async () => {
    proxy.hang();
    const [answer, took] = await timed(() => ask(headersOf(gateway.simulator, 0)));
    expect(answer.errors).toBeUndefined();
    expect(answer.data.viewer?.night.sleepScore).toEqual(expect.any(Number));
    expect(gateway.taken()).toEqual([NIGHT]);
    expect(took).toBeLessThan(LONG_MS);
    const reads = gateway.reports.length;
    await ask(headersOf(gateway.simulator, 1));
    expect(gateway.taken()).toEqual([NIGHT]);
    expect(gateway.reports).toHaveLength(reads);
    proxy.resume();
  });

  it('a person who signed in and was seen a moment ago is answered, and another gets an error with a code', async () => {
    const [known, other] = [await gateway.signIn(AINO), await gateway.signIn('47110002')];
    expect((await ask({ authorization: known })).errors).toBeUndefined();
    expect(gateway.taken()).toEqual([NIGHT]);
    proxy.hang();
    const [answer, took] = await timed(() => ask({ authorization: known }));
    expect(answer.errors).toBeUndefined();
    expect(answer.data.viewer?.night.sleepScore).toEqual(expect.any(Number));
    const refused = await ask({ authorization: other });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    expect(refused.errors?.[0]?.message).toMatch(/database of this server/);
    expect(took).toBeLessThan(LONG_MS);
    expect(gateway.taken()).toEqual([]);
    proxy.resume();
    await expect.poll(async () => (await ask({ authorization: other })).errors).toBeUndefined();
  });

  it('the store can be closed', async () => {
    proxy.hang();
    const ping = store.ping().catch((failure: unknown) => failure);
    expect(await ping).toMatchObject({ name: 'StoreError', code: 'unavailable' });
    await store.close();
    proxy.resume();
  });
});
