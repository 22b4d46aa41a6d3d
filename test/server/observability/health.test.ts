// The health of the process: what probes see while the store, AccessLink or the process itself is in trouble.
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../src/store/contract/errors.ts';
import type { Store } from '../../../src/store/contract/store.ts';
import { createStoreProbe } from '../../../src/server/observability/health/store-probe.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

async function probe({ app }: Pick<Gateway, 'app'>, path: string, method = 'GET') {
  const response = await app.fetch(new Request(`http://gateway.test${path}`, { method }));
  const text = await response.text();
  return { status: response.status, cache: response.headers.get('cache-control'), body: text && JSON.parse(text) };
}

const READY = { status: 'ready', store: 'ok', upstream: 'unknown', draining: false };

/** A store of which only the ping works, or not. */
const pinged = (store: Store, ping: Store['ping']): Store => ({ ...store, ping });

describe('the probes', () => {
  it('say live and ready, to anybody, without a call of AccessLink and without a detail', async () => {
    const gateway = await startGateway({ store: {} });
    expect(await probe(gateway, '/health/live')).toEqual({ status: 200, cache: 'no-store', body: { status: 'ok' } });
    expect(await probe(gateway, '/health/ready')).toEqual({ status: 200, cache: 'no-store', body: READY });
    expect(await probe(gateway, '/health/ready', 'HEAD')).toMatchObject({ status: 200 });
    expect(gateway.simulator.requests).toEqual([]);
    await gateway.close();
  });

  it('are ready without a store, since there is none that could fail', async () => {
    const gateway = await startGateway();
    expect(await probe(gateway, '/health/ready')).toMatchObject({ status: 200, body: { ...READY, store: 'none' } });
    await gateway.close();
  });

  it('stay ready but degraded while AccessLink fails, and recover with its first answer', async () => {
    const gateway = await startGateway();
    const ask = (date: string) => gateway.ask(`{ viewer { day(date: "${date}") { activity { steps } } } }`);
    gateway.simulator.addFault({ kind: 'status', status: 500 });
    for (const date of ['2026-11-18', '2026-11-19', '2026-11-20']) await ask(date);
    expect(await probe(gateway, '/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'degraded', upstream: 'failing' },
    });
    gateway.simulator.clearFaults();
    const sent = gateway.simulator.requests.length;
    await ask('2026-11-17');
    expect(gateway.simulator.requests).toHaveLength(sent + 1);
    expect(await probe(gateway, '/health/ready')).toMatchObject({ body: { status: 'ready', upstream: 'ok' } });
    await gateway.close();
  });

  it('are not ready while the store cannot be written, and live all the same', async () => {
    const stored = await startGateway({ store: {} });
    const failure = new StoreError('full', 'Cannot do store.ping: no space is left for the database');
    const store = pinged(stored.store, () => Promise.reject(failure));
    const gateway = await startGateway({ store });
    expect(await probe(gateway, '/health/ready')).toMatchObject({
      status: 503,
      body: { status: 'not-ready', store: 'failing' },
    });
    expect(await probe(gateway, '/health/live')).toMatchObject({ status: 200 });
    await gateway.close();
    await stored.close();
  });

  it('are not ready any more once the process is stopping', async () => {
    const gateway = await startGateway();
    gateway.app.endSubscriptions();
    expect(await probe(gateway, '/health/ready')).toMatchObject({
      status: 503,
      body: { status: 'not-ready', draining: true },
    });
    expect(await probe(gateway, '/health/live')).toMatchObject({ status: 200 });
    await gateway.close();
  });
});

describe('the probe of the store', () => {
  it('writes once in five seconds, however often it is asked', async () => {
    const clock = createVirtualClock();
    let pings = 0;
    const state = createStoreProbe({ ping: async () => void (pings += 1) }, clock);
    const answers = await Promise.all(Array.from({ length: 1_000 }, state));
    expect([new Set(answers), pings]).toEqual([new Set(['ok']), 1]);
    await clock.advance(4_999);
    expect([await state(), pings]).toEqual(['ok', 1]);
    await clock.advance(1);
    expect([await state(), pings]).toEqual(['ok', 2]);
  });

  it('asks again after a second when the store failed', async () => {
    const clock = createVirtualClock();
    let isBroken = true;
    const ping = async () => {
      if (isBroken) throw new StoreError('unavailable', 'x');
    };
    const state = createStoreProbe({ ping }, clock);
    expect(await state()).toBe('failing');
    isBroken = false;
    await clock.advance(999);
    expect(await state()).toBe('failing');
    await clock.advance(1);
    expect(await state()).toBe('ok');
  });

  it('says failing after two seconds of a store that hangs, and puts no second question to it', async () => {
    const clock = createVirtualClock();
    const hanging = Promise.withResolvers<void>();
    let pings = 0;
    const ping = () => {
      pings += 1;
      return hanging.promise;
    };
    const state = createStoreProbe({ ping }, clock);
    for (let asked = 0; asked < 5; asked += 1) {
      const answer = state();
      await clock.advance(2_000);
      expect(await answer).toBe('failing');
      await clock.advance(1_000);
    }
    expect(pings).toBe(1);
    hanging.resolve();
    await clock.advance(0);
    expect(await state()).toBe('ok');
  });
});
