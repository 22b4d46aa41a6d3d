import { describe, expect, it } from 'vitest';
import { AccessLinkError } from '../../src/accesslink/errors.ts';
import { createTransport } from '../../src/accesslink/transport.ts';
import type { UpstreamRequest } from '../../src/accesslink/upstream.ts';
import { createCollector } from '../../src/domain/collections/collector.ts';
import { createSecret } from '../../src/secret.ts';
import type { CollectionKind } from '../../src/store/arrivals.ts';
import { StoreError } from '../../src/store/errors.ts';
import type { Store } from '../../src/store/store.ts';
import type { Fault } from '../../src/simulator/simulator.ts';
import type { Place } from '../store/place.ts';
import { inSqlite } from '../store/sqlite-place.ts';
import { type Keeping, keepingGateway, KINDS } from './collecting.ts';

const TIMEOUTS = { connect: 500, headers: 500, total: 800 };

/** The store with `change` in the place of its `keep`. */
function withKeep(store: Store, change: (keep: Keep) => Keep): Store {
  const { collections } = store;
  const keep: Keep = (...kept) => collections.keep(...kept);
  return { ...store, collections: { ...collections, keep: change(keep) } };
}
type Keep = Store['collections']['keep'];

async function nothingIsLost(gateway: Keeping, kind: CollectionKind, all: readonly string[]): Promise<void> {
  const there = new Set([...(await gateway.kept(kind)), ...(await gateway.waiting(kind))]);
  expect(all.filter((id) => !there.has(id))).toEqual([]);
}

async function theRestIsCollected(gateway: Keeping, kind: CollectionKind, all: readonly string[]): Promise<void> {
  gateway.simulator.clearFaults();
  expect((await gateway.collect(kind)).userErrors).toEqual([]);
  expect((await gateway.kept(kind)).toSorted()).toEqual([...all].toSorted());
  expect(await gateway.waiting(kind)).toEqual([]);
  expect(await gateway.store.collections.uncommitted(gateway.userId, kind)).toEqual([]);
}

describe('a commit', () => {
  it.each(KINDS)('of %s is sent when the store has kept everything, not before', async (kind) => {
    await inSqlite(async (place) => {
      const order: string[] = [];
      const gateway = await keepingGateway(place, {
        around: (store) =>
          withKeep(store, (keep) => async (transaction, items) => {
            order.push(`begins with ${commits()} commits`);
            await keep(transaction, items);
            const there = await store.collections.list(transaction);
            order.push(`kept ${items.length} of ${there.length} with ${commits()} commits`);
          }),
      });
      const commits = () => gateway.simulator.requests.filter(({ method }) => method === 'PUT').length;
      const { collected } = await gateway.collect(kind);
      expect(order).toEqual(['begins with 0 commits', `kept ${collected} of ${collected} with 0 commits`]);
      expect(commits()).toBe(1);
      await gateway.close();
    })();
  });

  it.each(KINDS)('of %s is not sent when the store fails', async (kind) => {
    await inSqlite(async (place) => {
      const gateway = await keepingGateway(place);
      const all = await gateway.waiting(kind);
      const full: Keep = async () => Promise.reject(new StoreError('full', 'Cannot keep: no space is left'));
      const { collected, failure } = await collectThrough(gateway, kind, {
        store: withKeep(gateway.store, () => full),
      });
      expect([collected, failure]).toEqual([0, expect.any(StoreError)]);
      expect(gateway.sent().filter((line) => line.startsWith('PUT'))).toEqual([]);
      expect(await gateway.waiting(kind)).toEqual(all);
      await theRestIsCollected(gateway, kind, all);
      await gateway.close();
    })();
  });

  it.each(['done', 'not done'])('whose answer was lost is sent again first, whether it was %s', async (outcome) => {
    await inSqlite(async (place) => {
      const gateway = await keepingGateway(place, {
        app: { timeouts: TIMEOUTS },
        around: (store) =>
          withKeep(store, (keep) => async (...kept) => {
            await keep(...kept);
            gateway.simulator.addFault({ path: 'activity-transactions/', kind: 'hang', times: 1 });
            if (outcome === 'done') await commitPast(gateway, kept[0].transactionId);
          }),
      });
      const all = await gateway.waiting('ACTIVITY');
      const { userErrors, collected } = await gateway.collect('ACTIVITY');
      expect([collected, userErrors[0]?.code]).toEqual([all.length, 'UPSTREAM_UNAVAILABLE']);
      expect(await gateway.store.collections.uncommitted(gateway.userId, 'ACTIVITY')).toHaveLength(1);
      expect(await gateway.waiting('ACTIVITY')).toEqual(outcome === 'done' ? [] : all);
      gateway.sent();
      expect((await gateway.collect('ACTIVITY')).userErrors).toEqual([]);
      expect(gateway.sent()).toEqual(['PUT /T', 'POST ']);
      await theRestIsCollected(gateway, 'ACTIVITY', all);
      await gateway.close();
    })();
  });
});

const PARTS: Readonly<Record<CollectionKind, readonly string[]>> = {
  PHYSICAL_INFORMATION: ['-transactions', '-transactions/', '/physical-informations/'],
  ACTIVITY: ['-transactions', '-transactions/', '/activities/', '/step-samples', '/zone-samples'],
  EXERCISE: [
    '-transactions',
    '-transactions/',
    '/exercises/',
    '/heart-rate-zones',
    '/samples',
    '/samples/1',
    '/fit',
    '/tcx',
    '/gpx',
  ],
};
const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 403 },
  { kind: 'hang' },
  { kind: 'cut' },
  { kind: 'garbage' },
  { kind: 'html', status: 200 },
];
const disturbed = KINDS.flatMap((kind) =>
  PARTS[kind].flatMap((path) => FAULTS.map((fault) => ({ of: kind, at: path, ...fault, path }))),
);

describe('a fault', () => {
  it.each(disturbed)(
    '($kind $status) at $at of $of keeps nothing half and commits nothing',
    async ({ of, ...fault }) => {
      await inSqlite(async (place) => {
        const gateway = await keepingGateway(place, { app: { timeouts: TIMEOUTS } });
        const all = await gateway.waiting(of);
        // A file may be anything: garbage and pages are kept as they came.
        const isFile = /fit|tcx|gpx/.test(fault.at) && ['garbage', 'html'].includes(fault.kind);
        gateway.simulator.addFault(fault);
        const { collected, userErrors } = await gateway.collect(of);
        if (!isFile) {
          expect([collected, userErrors.length]).toEqual([0, 1]);
          expect(gateway.sent().filter((line) => line.startsWith('PUT'))).toEqual([]);
          expect(await gateway.kept(of)).toEqual([]);
          expect(await gateway.store.collections.uncommitted(gateway.userId, of)).toEqual([]);
        }
        gateway.simulator.clearFaults();
        await nothingIsLost(gateway, of, all);
        await theRestIsCollected(gateway, of, all);
        await gateway.close();
      })();
    },
  );

  it.each(KINDS)(
    'at any single request of %s, before or after it was sent, loses nothing',
    async (kind) => {
      const count = await requestsFor(kind);
      const step = kind === 'EXERCISE' ? 9 : 1;
      for (let broken = 1; broken <= count; broken += step) {
        for (const when of ['before', 'after'] as const) {
          await inSqlite((place) => breakAt(place, kind, { broken, when }))();
        }
      }
    },
    120_000,
  );
});

interface Break {
  readonly broken: number;
  readonly when: 'before' | 'after';
}

async function breakAt(place: Place, kind: CollectionKind, { broken, when }: Break): Promise<void> {
  const gateway = await keepingGateway(place);
  const all = await gateway.waiting(kind);
  let count = 0;
  const failing = <T>(send: (request: UpstreamRequest) => Promise<T>) => {
    return async (request: UpstreamRequest): Promise<T> => {
      count += 1;
      if (count !== broken) return send(request);
      if (when === 'after') await send(request);
      throw new AccessLinkError('unavailable', 'The connection broke');
    };
  };
  const { failure } = await collectThrough(gateway, kind, { wrap: failing });
  expect(failure).toBeInstanceOf(AccessLinkError);
  await nothingIsLost(gateway, kind, all);
  await theRestIsCollected(gateway, kind, all);
  await gateway.close();
}

type Wrap = <T>(send: (request: UpstreamRequest) => Promise<T>) => (request: UpstreamRequest) => Promise<T>;

interface Through {
  readonly wrap?: Wrap;
  readonly store?: Store;
}

async function collectThrough(gateway: Keeping, kind: CollectionKind, { wrap = same, store = gateway.store }: Through) {
  const { simulator, userId } = gateway;
  const { send, openFile, close } = createTransport({ origin: simulator.url });
  const collect = createCollector({ store: store.collections, now: Date.now });
  const token = createSecret(simulator.people[0]?.token ?? '');
  const collected = await collect({ polarUserId: userId, token, send: wrap(send), openFile: wrap(openFile) }, kind);
  await close();
  return collected;
}

const same: Wrap = (send) => send;

/** How many requests it takes to collect a kind. */
async function requestsFor(kind: CollectionKind): Promise<number> {
  let count = 0;
  await inSqlite(async (place) => {
    const gateway = await keepingGateway(place);
    await gateway.collect(kind);
    count = gateway.simulator.requests.length;
    await gateway.close();
  })();
  return count;
}

/** Commits a transaction past the gateway; what is planted for it is met before. */
async function commitPast({ simulator, userId }: Keeping, transactionId: string): Promise<void> {
  const [person] = simulator.people;
  const path = `${simulator.url}/v3/users/${userId}/activity-transactions/${transactionId}`;
  simulator.clearFaults();
  await fetch(path, { method: 'PUT', headers: { authorization: `Bearer ${person?.token}` } });
  simulator.addFault({ path: 'activity-transactions/', kind: 'hang', times: 1 });
}
