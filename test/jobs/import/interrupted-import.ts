// Imports that something interrupts: the store, or the connection to AccessLink.
import { expect } from 'vitest';
import { createTransport } from '../../../src/accesslink/transport.ts';
import type { UpstreamRequest } from '../../../src/accesslink/upstream.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { createImporter } from '../../../src/jobs/import/importer.ts';
import { createSecret } from '../../../src/secret.ts';
import type { ImportKind } from '../../../src/store/contract/imports.ts';
import type { Store } from '../../../src/store/contract/store.ts';
import type { ImportingGateway } from './importing-gateway.ts';

/** For faults that hang; all other tests have the timeouts of production. */
export const TIMEOUTS = { connect: 1_000, headers: 1_000, total: 1_500 };

/** The store with another `put` of imported items. */
export function withPut(store: Store, change: (put: Put) => Put): Store {
  const { imports } = store;
  const put: Put = (...args) => imports.put(...args);
  return { ...store, imports: { ...imports, put: change(put) } };
}
export type Put = Store['imports']['put'];

/** Every item that ever waited is stored here, or waits still. */
export async function expectNothingLost(
  gateway: ImportingGateway,
  kind: ImportKind,
  all: readonly string[],
): Promise<void> {
  gateway.simulator.clearFaults();
  const there = new Set([...(await gateway.stored(kind)), ...(await gateway.waiting(kind))]);
  expect(all.filter((id) => !there.has(id))).toEqual([]);
}

/** An undisturbed run imports everything that waits, and commits it. */
export async function expectRestImported(
  gateway: ImportingGateway,
  kind: ImportKind,
  all: readonly string[],
): Promise<void> {
  gateway.simulator.clearFaults();
  expect(await importThrough(gateway, kind, {})).toMatchObject({ failure: null });
  expect((await gateway.stored(kind)).toSorted()).toEqual([...all].toSorted());
  expect(await gateway.waiting(kind)).toEqual([]);
  expect(await gateway.store.imports.uncommitted(gateway.userId, kind)).toEqual([]);
}

/** Wraps both transports. */
export type Wrap = <T>(send: (request: UpstreamRequest) => Promise<T>) => (request: UpstreamRequest) => Promise<T>;

interface ImportThroughOptions {
  readonly wrap?: Wrap;
  readonly store?: Store;
}

/** Imports without the gateway, into its store. */
export async function importThrough(
  gateway: ImportingGateway,
  kind: ImportKind,
  { wrap = unchanged, store = gateway.store }: ImportThroughOptions,
) {
  const { simulator, userId } = gateway;
  const { send, openFile, close } = createTransport({ origin: simulator.url, clock: systemClock });
  const importer = createImporter({ store: store.imports, clock: systemClock });
  const token = createSecret(simulator.people[0]?.token ?? '');
  const result = await importer({ polarUserId: userId, token, send: wrap(send), openFile: wrap(openFile) }, kind);
  await close();
  return result;
}

const unchanged: Wrap = (send) => send;
