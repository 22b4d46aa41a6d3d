// Links to files, imports and erasures: what the context of an operation and the handler of files share.
import type { Upstream } from '../accesslink/upstream.ts';
import type { Clock } from '../clock.ts';
import { storedFile } from '../domain/transactions/stored-files.ts';
import type { Jobs } from '../jobs/start.ts';
import type { BackgroundWork } from '../loading/background-work.ts';
import type { ErasableMemoryTier } from '../loading/cache/memory-tier.ts';
import type { TokenOwners } from '../loading/cache/token-owners.ts';
import { createSecret, type Secret } from '../secret.ts';
import type { EncryptionKey } from '../store/crypto/encryption.ts';
import type { Store } from '../store/contract/store.ts';
import { createForgetting, type ForgetFor } from './auth/forgetting.ts';
import type { DefaultUser, Identify } from './auth/identity.ts';
import { countedAs } from './auth/proof.ts';
import { tokenHash } from './auth/tokens/random-token.ts';
import { createFileHandler } from './files/file-handler.ts';
import { createFileLinks } from './files/file-links.ts';
import { createOwnerOf } from './files/file-owner.ts';
import { createViewerServices, type ViewerServices } from './graphql/viewer-services.ts';
import type { Handler } from './http/router.ts';

export interface AppServicesOptions {
  readonly upstream: Pick<Upstream, 'send' | 'openFile'>;
  readonly store: Store | null;
  readonly keys?: readonly EncryptionKey[];
  readonly publicUrl: string | null;
  /** Null without a store. */
  readonly jobs: Pick<Jobs, 'importer' | 'eraseData'> | null;
  readonly defaultUser: DefaultUser | null;
  readonly identify: Identify;
  readonly background: BackgroundWork;
  readonly memory: ErasableMemoryTier;
  readonly tokenOwners: TokenOwners;
  readonly clock: Pick<Clock, 'now' | 'after'>;
}

export interface AppServices {
  readonly viewerServices: ViewerServices;
  readonly forgetFor: ForgetFor;
  /** Handles requests for links to files. */
  readonly files: Handler;
}

export function createAppServices(options: AppServicesOptions): AppServices {
  const { upstream, store, keys = [], publicUrl, jobs, background, identify, tokenOwners, clock } = options;
  const { openFile } = upstream;
  const links = createFileLinks(keys, clock.now);
  const importing = store && jobs && { store, importer: jobs.importer };
  return {
    viewerServices: createViewerServices({ openFile, links, importing, background, publicUrl }),
    forgetFor: createForgetting({ ...options, eraseData: jobs && jobs.eraseData }),
    files: createFileHandler({
      links,
      openFile,
      tokenOf: (polarUserId) => tokenOf(polarUserId, options),
      importedFile: async (polarUserId, { exerciseId, type }) =>
        store && storedFile(store.imports, { polarUserId, exerciseId, type }),
      ownerOf: createOwnerOf({ identify, store, publicUrl, now: clock.now }),
      countedAs: ({ owner, token }) => countedAs({ owner, tokenHash: token && tokenHash(token.reveal()) }, tokenOwners),
      clock,
    }),
  };
}

/** Of a signed-in user whose token still works, or of the default user. */
async function tokenOf(polarUserId: string, { defaultUser, store }: AppServicesOptions): Promise<Secret | null> {
  const user = (await store?.users.find(polarUserId)) ?? null;
  if (user) return user.state === 'connected' ? user.token : null;
  return defaultUser?.polarUserId === polarUserId ? createSecret(defaultUser.token) : null;
}
