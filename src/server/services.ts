// The services that the context of an operation and the handler of files share: links, imports, stored tokens.
import { basic } from '../accesslink/credentials.ts';
import { asClient } from '../accesslink/client.ts';
import { listNotifications } from '../accesslink/endpoints/notifications.ts';
import type { Upstream } from '../accesslink/upstream.ts';
import { type Importer, createImporter } from '../jobs/import/importer.ts';
import { storedFile } from '../domain/transactions/stored-files.ts';
import { type ScheduledImport, startScheduledImport } from '../jobs/import/scheduled-import.ts';
import type { BackgroundWork } from '../loading/background-work.ts';
import type { Clock } from '../clock.ts';
import type { PolarClient } from '../config.ts';
import { createSecret, type Secret } from '../secret.ts';
import type { EncryptionKey } from '../store/crypto/encryption.ts';
import type { Store } from '../store/contract/store.ts';
import type { DefaultUser, Identify } from './auth/identity.ts';
import { detectTokenRevocation } from '../domain/account/token-revocation.ts';
import { createOwnerOf } from './files/file-owner.ts';
import { createFileLinks } from './files/file-links.ts';
import { createFileHandler } from './files/file-handler.ts';
import type { Handler } from './http/router.ts';
import { createViewerServices, type ViewerServices } from './graphql/viewer-services.ts';

const PATIENCE_MS = 3_000;

export interface AppServicesOptions {
  readonly upstream: Pick<Upstream, 'send' | 'openFile'>;
  readonly store?: Store | null;
  readonly keys?: readonly EncryptionKey[];
  readonly publicUrl?: string | null;
  readonly client?: PolarClient | null;
  readonly fallback?: DefaultUser | null;
  readonly identify: Identify;
  readonly background: BackgroundWork;
  readonly report: (failure: unknown) => void;
  readonly now: () => number;
  readonly clock: Pick<Clock, 'after'>;
}

export interface AppServices {
  readonly viewerServices: ViewerServices;
  /** Handles requests for links to files. */
  readonly files: Handler;
  /** Begins nothing new, and waits for what is being collected. */
  close(): Promise<void>;
}

export function createAppServices(options: AppServicesOptions): AppServices {
  const { upstream, store = null, keys = [], publicUrl = null, background, now } = options;
  const links = createFileLinks(keys, now);
  const importing = store && { store, importer: createImporter({ store: store.imports, now }) };
  const rounds = importing && roundsOf(options, importing.store, importing.importer);
  return {
    viewerServices: createViewerServices({ openFile: upstream.openFile, links, importing, background, publicUrl }),
    files: createFileHandler({
      links,
      openFile: upstream.openFile,
      tokenOf: (polarUserId) => tokenOf(polarUserId, options),
      importedFile: async (polarUserId, { exerciseId, type }) =>
        store && storedFile(store.imports, { polarUserId, exerciseId, type }),
      ownerOf: createOwnerOf({ identify: options.identify, store, publicUrl, now }),
      clock: options.clock,
    }),
    close: async () => void (await Promise.race([rounds?.close(), patience()])),
  };
}

/** What is under way is handed over again, should it be cut off. */
function patience(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
}

function roundsOf(
  { upstream, client, report }: AppServicesOptions,
  { users }: Store,
  collect: Importer,
): ScheduledImport {
  const { send, openFile } = upstream;
  const asOurselves = client && asClient(send, basic(client.id, client.secret));
  return startScheduledImport({
    users,
    collect,
    requestFor: (user) => ({ ...user, openFile, send: detectTokenRevocation(users, user)(send) }),
    notifications: asOurselves ? () => listNotifications(asOurselves) : null,
    report,
  });
}

/** Of a signed-in user whose token still works, or of the default user. */
async function tokenOf(polarUserId: string, { fallback, store }: AppServicesOptions): Promise<Secret | null> {
  const user = (await store?.users.find(polarUserId)) ?? null;
  if (user) return user.state === 'linked' ? user.token : null;
  return fallback?.polarUserId === polarUserId ? createSecret(fallback.token) : null;
}
