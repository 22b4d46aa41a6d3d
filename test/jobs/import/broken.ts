// Collecting with something broken: the store, or the way to AccessLink.
import { expect } from 'vitest';
import { createTransport } from '../../../src/accesslink/transport.ts';
import type { UpstreamRequest } from '../../../src/accesslink/upstream.ts';
import { createImporter } from '../../../src/jobs/import/importer.ts';
import { createSecret } from '../../../src/secret.ts';
import type { ImportKind } from '../../../src/store/contract/deliveries.ts';
import type { Store } from '../../../src/store/contract/store.ts';
import { systemClock } from '../../../src/system-clock.ts';
import type { Keeping } from './importing.ts';

/** For faults that hang; all else has as long as in production. */
export const TIMEOUTS = { connect: 1_000, headers: 1_000, total: 1_500 };

/** The store with `change` in the place of its `keep`. */
export function withKeep(store: Store, change: (put: Keep) => Keep): Store {
  const { imports: collections } = store;
  const put: Keep = (...kept) => collections.put(...kept);
  return { ...store, imports: { ...collections, put: change(put) } };
}
export type Keep = Store['imports']['put'];

/** All that ever waited is kept here, or waits still. */
export async function nothingIsLost(gateway: Keeping, kind: ImportKind, all: readonly string[]): Promise<void> {
  gateway.simulator.clearFaults();
  const there = new Set([...(await gateway.kept(kind)), ...(await gateway.waiting(kind))]);
  expect(all.filter((id) => !there.has(id))).toEqual([]);
}

/** An undisturbed run brings everything to its end. */
export async function theRestIsCollected(gateway: Keeping, kind: ImportKind, all: readonly string[]): Promise<void> {
  gateway.simulator.clearFaults();
  expect(await collectThrough(gateway, kind, {})).toMatchObject({ failure: null });
  expect((await gateway.kept(kind)).toSorted()).toEqual([...all].toSorted());
  expect(await gateway.waiting(kind)).toEqual([]);
  expect(await gateway.store.imports.uncommitted(gateway.userId, kind)).toEqual([]);
}

/** What is put around both ways of asking. */
export type Wrap = <T>(send: (request: UpstreamRequest) => Promise<T>) => (request: UpstreamRequest) => Promise<T>;

interface Through {
  readonly wrap?: Wrap;
  readonly store?: Store;
}

/** Collects without the gateway. */
export async function collectThrough(
  gateway: Keeping,
  kind: ImportKind,
  { wrap = same, store = gateway.store }: Through,
) {
  const { simulator, userId } = gateway;
  const { send, openFile, close } = createTransport({ origin: simulator.url, clock: systemClock });
  const collect = createImporter({ store: store.imports, now: Date.now });
  const token = createSecret(simulator.people[0]?.token ?? '');
  const collected = await collect({ polarUserId: userId, token, send: wrap(send), openFile: wrap(openFile) }, kind);
  await close();
  return collected;
}

const same: Wrap = (send) => send;
