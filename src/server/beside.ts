// What stands beside the engine and shares its transport: files behind links, and collecting.
import { basic } from '../accesslink/credentials.ts';
import { asClient } from '../accesslink/client.ts';
import { listNotifications } from '../accesslink/endpoints/notifications.ts';
import type { Upstream } from '../accesslink/upstream.ts';
import { type Collector, createCollector } from '../domain/collections/collector.ts';
import { collectedFile } from '../domain/collections/kept-files.ts';
import { type Rounds, startRounds } from '../domain/collections/rounds.ts';
import type { Background } from '../loading/archive.ts';
import type { PolarClient } from '../config.ts';
import { createSecret, type Secret } from '../secret.ts';
import type { SealKey } from '../store/seal.ts';
import type { Store } from '../store/store.ts';
import type { Credential, Identify } from './auth/identity.ts';
import { linkWatch } from './auth/link-watch.ts';
import { createOwnerOf } from './file-owner.ts';
import { createFileLinks } from './file-links.ts';
import { createFiles, type Files } from './files.ts';
import { createPersonal, type Personal } from './personal.ts';

const PATIENCE_MS = 3_000;

export interface BesideOptions {
  readonly upstream: Pick<Upstream, 'send' | 'openFile'>;
  readonly store?: Store | null;
  readonly keys?: readonly SealKey[];
  readonly publicUrl?: string | null;
  readonly client?: PolarClient | null;
  readonly fallback?: Credential | null;
  readonly identify: Identify;
  readonly background: Background;
  readonly report: (failure: unknown) => void;
  readonly now: () => number;
}

export interface Beside {
  readonly personal: Personal;
  readonly files: Files;
  /** Begins nothing new, and waits for what is being collected. */
  close(): Promise<void>;
}

/** Put together from an app's parts. */
export function createBeside(options: BesideOptions): Beside {
  const { upstream, store = null, keys = [], publicUrl = null, background, now } = options;
  const links = createFileLinks(keys, now);
  const kept = store && { store, collect: createCollector({ store: store.collections, now }) };
  const rounds = kept && roundsOf(options, kept.store, kept.collect);
  return {
    personal: createPersonal({ openFile: upstream.openFile, links, kept, background, publicUrl }),
    files: createFiles({
      links,
      openFile: upstream.openFile,
      tokenOf: (polarUserId) => tokenOf(polarUserId, options),
      collected: async (polarUserId, { exerciseId, type }) =>
        store && collectedFile(store.collections, { polarUserId, exerciseId, type }),
      ownerOf: createOwnerOf({ identify: options.identify, store, publicUrl, now }),
    }),
    close: async () => void (await Promise.race([rounds?.close(), patience()])),
  };
}

/** What is under way is handed over again, should it be cut off. */
function patience(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
}

function roundsOf({ upstream, client, report }: BesideOptions, { users }: Store, collect: Collector): Rounds {
  const { send, openFile } = upstream;
  const asOurselves = client && asClient(send, basic(client.id, client.secret));
  return startRounds({
    users,
    collect,
    errandOf: (user) => ({ ...user, openFile, send: linkWatch(users, user)(send) }),
    notifications: asOurselves ? () => listNotifications(asOurselves) : null,
    report,
  });
}

/** Of the demo user, or of somebody who signed in and whose token still works. */
async function tokenOf(polarUserId: string, { fallback, store }: BesideOptions): Promise<Secret | null> {
  const user = (await store?.users.find(polarUserId)) ?? null;
  if (user) return user.state === 'linked' ? user.token : null;
  return fallback?.polarUserId === polarUserId ? createSecret(fallback.token) : null;
}
