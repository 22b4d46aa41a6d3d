// What stands beside the engine and shares its transport: files behind links, and imports.
import type { Clock } from '../clock.ts';
import type { Upstream } from '../accesslink/upstream.ts';
import type { Importer } from '../jobs/import/importer.ts';
import { storedFile } from '../domain/transactions/stored-files.ts';
import type { BackgroundWork } from '../loading/background-work.ts';
import { createSecret, type Secret } from '../secret.ts';
import type { EncryptionKey } from '../store/crypto/encryption.ts';
import type { Store } from '../store/contract/store.ts';
import type { DefaultUser, Identify } from './auth/identity.ts';
import { createOwnerOf } from './files/file-owner.ts';
import { createFileLinks } from './files/file-links.ts';
import { createFiles, type Files } from './files/files.ts';
import { createViewerServices, type ViewerServices } from './graphql/viewer-services.ts';

export interface AppServicesOptions {
  readonly upstream: Pick<Upstream, 'send' | 'openFile'>;
  readonly store?: Store | null;
  readonly keys?: readonly EncryptionKey[];
  readonly publicUrl?: string | null;
  /** Null without a store. */
  readonly importer: Importer | null;
  readonly fallback?: DefaultUser | null;
  readonly identify: Identify;
  readonly background: BackgroundWork;
  readonly now: () => number;
  readonly clock: Clock;
}

export interface AppServices {
  readonly personal: ViewerServices;
  readonly files: Files;
}

/** Put together from an app's parts. */
export function createAppServices(options: AppServicesOptions): AppServices {
  const { upstream, store = null, keys = [], publicUrl = null, background, now } = options;
  const { elapsed } = options.clock;
  const links = createFileLinks(keys, now);
  const kept = store && options.importer && { store, collect: options.importer };
  return {
    personal: createViewerServices({ openFile: upstream.openFile, elapsed, links, kept, background, publicUrl }),
    files: createFiles({
      links,
      openFile: upstream.openFile,
      tokenOf: (polarUserId) => tokenOf(polarUserId, options),
      collected: async (polarUserId, { exerciseId, type }) =>
        store && storedFile(store.imports, { polarUserId, exerciseId, type }),
      ownerOf: createOwnerOf({ identify: options.identify, store, publicUrl, now }),
    }),
  };
}

/** Of the demo user, or of somebody who signed in and whose token still works. */
async function tokenOf(polarUserId: string, { fallback, store }: AppServicesOptions): Promise<Secret | null> {
  const user = (await store?.users.find(polarUserId)) ?? null;
  if (user) return user.state === 'connected' ? user.token : null;
  return fallback?.polarUserId === polarUserId ? createSecret(fallback.token) : null;
}
