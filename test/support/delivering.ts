// A gateway on a real socket, to which a simulator delivers; people who signed in there, and the partner.
import { createHash, randomBytes } from 'node:crypto';
import { createSecret } from '../../src/secret.ts';
import type { AppOptions } from '../../src/server/app.ts';
import type { Store } from '../../src/store/contract/store.ts';
import type { GatewayStoreOptions } from './stores.ts';
import { basicOf, CLIENT } from './client.ts';
import { type Asked, type Gateway, type GatewayOptions, NOW, startGateway, type StoringGateway } from './gateway.ts';

export const AINO = '47110001';

export interface WebhookGateway extends StoringGateway {
  /** Asks as the partner. */
  partner<Data = Record<string, Payload>>(
    query: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Asked<Data>>;
  /** Links a person of the simulator and signs them in as an app; the Authorization header of the app. */
  signIn(userId?: string): Promise<string>;
  /** The paths asked of the simulator with a user's token since the last time, in order. */
  taken(): string[];
  /** Resolves when everything that was delivered has been processed. */
  idle(): Promise<void>;
}

/** What a mutation of the webhook answers. */
export interface Payload {
  readonly webhook: Readonly<Record<string, unknown>> | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string; readonly field: string[] | null }[];
}

export interface WebhookGatewayOptions {
  /** A SQLite file of its own by default. */
  readonly store?: Store | GatewayStoreOptions;
  readonly simulator?: GatewayOptions['simulator'];
  readonly app?: Partial<AppOptions>;
  readonly now?: () => number;
  readonly timerSpeed?: number;
}

export async function startWebhookGateway(options: WebhookGatewayOptions = {}): Promise<WebhookGateway> {
  const gateway = await startGateway({
    client: CLIENT,
    store: options.store ?? {},
    hasSocket: true,
    ...(options.now && { now: options.now }),
    timerSpeed: options.timerSpeed,
    simulator: options.simulator,
    app: { timing: { pollMs: 50 }, ...options.app },
  });
  const { store, url } = gateway;
  return {
    ...gateway,
    partner: (query, headers = {}) => post(url, query, { authorization: basicOf(CLIENT), ...headers }),
    signIn: (userId = AINO) => signIn(gateway, userId),
    taken: () => takePaths(gateway),
    idle: async () => {
      while ((await store.inbox.pending()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}

/** Creates the webhook; throws when that is refused. */
export async function createWebhook(gateway: WebhookGateway): Promise<void> {
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
async function signIn({ simulator, store }: StoringGateway, userId: string): Promise<string> {
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
