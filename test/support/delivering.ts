// A gateway on a real socket, to which a simulator delivers; people who signed in there, and the partner.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecret } from '../../src/secret.ts';
import type { AppOptions } from '../../src/server/app.ts';
import { listen } from '../../src/server/listen.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../../src/store/crypto/encryption.ts';
import type { Store } from '../../src/store/contract/store.ts';
import { basicOf, CLIENT } from './client.ts';
import { type Asked, type Gateway, type GatewayOptions, NOW, startGateway } from './gateway.ts';
import { openTestStore } from './stores.ts';
import { clockAt } from './clocks.ts';

export const AINO = '47110001';
const keys = parseEncryptionKeys(generateEncryptionKey());

export interface ArrivingGateway extends Gateway {
  /** Of the gateway, without a slash at its end. */
  readonly url: string;
  readonly store: Store;
  readonly reports: unknown[];
  readonly notices: string[];
  /** Asks as the partner. */
  partner<Data = Record<string, Payload>>(
    query: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Asked<Data>>;
  /** Links a person of the simulator and signs them in as an app; the Authorization header of the app. */
  signIn(userId?: string): Promise<string>;
  /** The paths asked of the simulator with a user's token since the last time, in order. */
  taken(): string[];
  /** Resolves when everything that was delivered has been worked off. */
  idle(): Promise<void>;
}

/** What a mutation of the webhook answers. */
export interface Payload {
  readonly webhook: Readonly<Record<string, unknown>> | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string; readonly field: string[] | null }[];
}

export interface ArrivingOptions {
  /** A SQLite file of its own by default. */
  readonly store?: Store;
  readonly simulator?: GatewayOptions['simulator'];
  readonly app?: Partial<AppOptions>;
}

export async function startArriving(options: ArrivingOptions = {}): Promise<ArrivingGateway> {
  const dataDir = mkdtempSync(join(tmpdir(), 'arriving-'));
  const store = options.store ?? (await openTestStore({ dataDir, keys, clock: clockAt(() => NOW) }));
  const [reports, notices]: [unknown[], string[]] = [[], []];
  const gateway = await startGateway({
    simulator: { client: CLIENT, ...options.simulator },
    app: ({ url }) => ({
      store,
      fallback: null,
      client: {
        id: CLIENT.id,
        secret: createSecret(CLIENT.secret),
        authorizeUrl: `${url}/oauth2/authorization`,
        tokenUrl: `${url}/v2/oauth2/token`,
      },
      report: (failure) => reports.push(failure),
      notice: (notice) => notices.push(notice),
      timing: { pollMs: 50 },
      ...options.app,
    }),
  });
  const listening = await listen(gateway.app, { host: '127.0.0.1', port: 0 });
  return {
    ...gateway,
    url: listening.url,
    store,
    reports,
    notices,
    partner: (query, headers = {}) => post(listening.url, query, { authorization: basicOf(CLIENT), ...headers }),
    signIn: (userId = AINO) => signIn(gateway, store, userId),
    taken: () => takePaths(gateway),
    idle: async () => {
      while ((await store.inbox.pending()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    close: async () => {
      await listening.close();
      await gateway.close();
      if (!options.store) await store.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** Creates the webhook; throws when that is refused. */
export async function createWebhook(gateway: ArrivingGateway): Promise<void> {
  const { data } = await gateway.partner('mutation { made: createWebhook(input: {}) { userErrors { code } } }');
  if (data['made']?.userErrors.length !== 0) throw new Error(`Cannot create the webhook: ${JSON.stringify(data)}`);
}

async function post<Data>(url: string, query: string, headers: Readonly<Record<string, string>>): Promise<Asked<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, ...((await response.json()) as Omit<Asked<Data>, 'status'>) };
}

/** As the sign-in would, without its pages. */
async function signIn({ simulator }: Gateway, store: Store, userId: string): Promise<string> {
  const person = simulator.people.find((one) => one.userId === userId);
  const token = createSecret(person?.token ?? 'nobody');
  await store.users.connect({ polarUserId: userId, memberId: null, registeredAt: NOW, token, connectedAt: NOW });
  const session = `alg_${randomBytes(32).toString('base64url')}`;
  await store.sessions.create({
    tokenHash: sessionHash(session),
    polarUserId: userId,
    kind: 'app',
    createdAt: NOW,
    expiresAt: NOW + 86_400_000,
  });
  return `Bearer ${session}`;
}

export function sessionHash(session: string): string {
  return createHash('sha256').update(session).digest('base64url');
}

function takePaths({ simulator }: Gateway): string[] {
  const paths = simulator.requests.filter(({ credential }) => credential === 'bearer').map(({ path }) => path);
  simulator.clearRequests();
  return paths;
}
