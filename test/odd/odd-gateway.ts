// A gateway for odd bodies: every question is asked by somebody new, for whom nothing is cached.
import { createSecret } from '../../src/secret.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import { sessionHash } from '../support/delivering.ts';
import { type AnsweredError, NOW, startGateway, type StoringGateway } from '../support/gateway.ts';
import { type RecordingUpstream, startRecordingUpstream } from './recording-upstream.ts';
import type { Subject } from './subjects.ts';

export interface OddAnswer {
  readonly status: number;
  /** Without what differs from user to user. */
  readonly data: unknown;
  readonly errors: readonly AnsweredError[];
  /** Why not everything was collected. */
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

interface Collected {
  readonly collect: Pick<OddAnswer, 'userErrors'> | null;
}

export interface OddGateway {
  readonly upstream: RecordingUpstream;
  newUser(): string;
  /** Asks for the viewer with this selection set, after collecting what the subject is imported from. */
  ask(userId: string, selection: string, subject: Subject): Promise<OddAnswer>;
  close(): Promise<void>;
}

/** Timers never run: no job does anything by itself, and nothing is too late. */
const NEVER = 0.001;

export async function startOddGateway(): Promise<OddGateway> {
  const now = () => NOW;
  const simulator = await createSimulator({ now, limits: { short: 1e6, long: 1e6 } });
  const upstream = await startRecordingUpstream(simulator);
  const gateway = await startGateway({ timerSpeed: NEVER, store: {}, app: { accessLinkUrl: upstream.url } });
  let users = 7_000_000_000;
  return {
    upstream,
    newUser: () => {
      users += 1;
      return String(users);
    },
    ask: (userId, selection, { collect }) => askAs(userId, selection, { collect, gateway }),
    close: async () => {
      await gateway.close();
      await upstream.close();
      await simulator.close();
    },
  };
}

interface Way {
  readonly collect: Subject['collect'] | undefined;
  readonly gateway: StoringGateway;
}

async function askAs(userId: string, selection: string, { collect, gateway }: Way): Promise<OddAnswer> {
  const headers = collect ? await sessionOf(userId, gateway) : tokenOf(userId);
  const collected = collect
    ? [
        await gateway.ask(`mutation { collect(kind: ${collect}) { collected userErrors { code message } } }`, {
          headers,
        }),
      ]
    : [];
  const asked = await gateway.ask(`{ viewer ${selection} }`, { headers });
  const all = [...collected, asked];
  return {
    status: all.find(({ status }) => status !== 200)?.status ?? 200,
    data: withoutIds(asked.data),
    errors: all.flatMap(({ errors }) => errors ?? []),
    userErrors: collected.flatMap(({ data }) => (data as Collected | null)?.collect?.userErrors ?? []),
  };
}

function tokenOf(userId: string): Record<string, string> {
  return { authorization: `Bearer ${userId}`, 'polar-user-id': userId };
}

/** Imports are for people who signed in. */
async function sessionOf(userId: string, { store }: StoringGateway): Promise<Record<string, string>> {
  const [token, session] = [createSecret(userId), `alg_${userId.padStart(43, '0')}`];
  await store.users.connect({ polarUserId: userId, memberId: null, registeredAt: NOW, token, connectedAt: NOW });
  const expiresAt = NOW + 86_400_000;
  await store.sessions.create({
    tokenHash: sessionHash(session),
    polarUserId: userId,
    kind: 'app',
    createdAt: NOW,
    expiresAt,
  });
  return { authorization: `Bearer ${session}` };
}

/** Global ids hold the user's. */
function withoutIds(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data ?? null, (key, value: unknown) => (IDS.has(key) ? undefined : value)));
}

const IDS = new Set(['id', 'polarUserId']);
