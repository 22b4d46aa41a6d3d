// A gateway over a simulator with a store for what it imports.
import type { AppOptions } from '../../../src/server/app.ts';
import type { ImportKind } from '../../../src/store/contract/imports.ts';
import type { Store } from '../../../src/store/contract/store.ts';
import { type Gateway, type GatewayOptions, startGateway } from '../../support/gateway.ts';
import type { TestDatabase } from '../../store/test-database.ts';

export const KINDS: readonly ImportKind[] = ['PHYSICAL_INFORMATION', 'ACTIVITY', 'EXERCISE'];
/** Segments of paths. */
const SEGMENTS = {
  PHYSICAL_INFORMATION: 'physical-information',
  ACTIVITY: 'activity',
  EXERCISE: 'exercise',
} as const satisfies Record<ImportKind, string>;

export interface Payload {
  readonly collected: number;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

export interface ImportingGateway extends Gateway {
  readonly store: Store;
  readonly userId: string;
  collect(kind: ImportKind): Promise<Payload>;
  /** Ids of the stored items of the demo user. */
  stored(kind: ImportKind): Promise<string[]>;
  /** Ids of the first 50 items that wait at AccessLink, read without the gateway and not committed. */
  waiting(kind: ImportKind): Promise<string[]>;
  /** Methods and paths of the requests for transactions since the last call, with letters in the place of numbers. */
  sent(): string[];
}

export interface ImportingGatewayOptions extends Omit<GatewayOptions, 'app'> {
  readonly app?: Partial<AppOptions>;
  readonly wrapStore?: (store: Store) => Store;
}

/** Starts a gateway over a database; `wrapStore` may break its store. */
export async function startImportingGateway(
  place: TestDatabase,
  { wrapStore, app, ...options }: ImportingGatewayOptions = {},
): Promise<ImportingGateway> {
  const store = await place.open();
  const gateway = await startGateway({ ...options, app: { ...app, store: wrapStore?.(store) ?? store } });
  const { simulator } = gateway;
  const userId = simulator.people[0]?.userId ?? '';
  return {
    ...gateway,
    store,
    userId,
    collect: async (kind) => {
      const query =
        'mutation ($kind: CollectionKind!) { collect(kind: $kind) { collected userErrors { code message } } }';
      const { data } = await gateway.ask<{ collect: Payload }>(query, { variables: { kind } });
      return data.collect;
    },
    stored: async (kind) => (await store.imports.list({ polarUserId: userId, kind })).map(({ id }) => id),
    waiting: (kind) => waitingAt(gateway, kind),
    sent: () => {
      const lines = simulator.requests.filter(({ path }) => path.includes('-transactions')).map(line);
      simulator.clearRequests();
      return lines;
    },
  };
}

function line({ method, path }: { readonly method: string; readonly path: string }): string {
  const below = path.replace(/^.*-transactions/, '').replace(/^\/\d+/, '/T');
  return `${method} ${below.replace(/(activities|exercises|physical-informations)\/\d+/, '$1/I')}`;
}

async function waitingAt({ simulator }: Gateway, kind: ImportKind): Promise<string[]> {
  const [person] = simulator.people;
  const headers = { authorization: `Bearer ${person?.token}`, accept: 'application/json' };
  const path = `${simulator.url}/v3/users/${person?.userId}/${SEGMENTS[kind]}-transactions`;
  const opened = await fetch(path, { method: 'POST', headers });
  if (opened.status === 204) return [];
  const { 'transaction-id': id } = (await opened.json()) as { 'transaction-id': number };
  const listed = await (await fetch(`${path}/${id}`, { headers })).json();
  simulator.clearRequests();
  const links = Object.values(listed as Record<string, string[]>).flat();
  return links.map((link) => link.split('/').at(-1) ?? '');
}
