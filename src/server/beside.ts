// What stands beside the engine and shares its transport: files behind links, and collecting.
import type { Upstream } from '../accesslink/upstream.ts';
import { createCollector } from '../domain/collections/collector.ts';
import { collectedFile } from '../domain/collections/kept-files.ts';
import type { Background } from '../loading/archive.ts';
import { createSecret, type Secret } from '../secret.ts';
import type { SealKey } from '../store/seal.ts';
import type { Store } from '../store/store.ts';
import type { Credential } from './caller.ts';
import { createFileLinks } from './file-links.ts';
import { createFiles, type Files, type FilesOptions } from './files.ts';
import { createPersonal, type Personal } from './personal.ts';

export interface BesideOptions {
  readonly upstream: Pick<Upstream, 'send' | 'openFile'>;
  readonly store: Store | null;
  readonly keys: readonly SealKey[];
  readonly publicUrl: string | null;
  readonly fallback: Credential | null;
  readonly ownerOf: FilesOptions['ownerOf'];
  readonly background: Background;
  readonly now: () => number;
}

export interface Beside {
  readonly personal: Personal;
  readonly files: Files;
}

/** Put together from an app's parts. */
export function createBeside(options: BesideOptions): Beside {
  const { upstream, store, keys, publicUrl, background, now } = options;
  const links = createFileLinks(keys, now);
  const kept = store && { store, collect: createCollector({ store: store.collections, now }) };
  return {
    personal: createPersonal({ upstream, links, kept, background, publicUrl }),
    files: createFiles({
      links,
      openFile: upstream.openFile,
      tokenOf: (polarUserId) => tokenOf(polarUserId, options),
      collected: async (polarUserId, { exerciseId, type }) =>
        store && collectedFile(store.collections, { polarUserId, exerciseId, type }),
      ownerOf: options.ownerOf,
    }),
  };
}

/** Of the demo user, or of somebody who signed in and whose token still works. */
async function tokenOf(polarUserId: string, { fallback, store }: BesideOptions): Promise<Secret | null> {
  const user = (await store?.users.find(polarUserId)) ?? null;
  if (user) return user.state === 'linked' ? user.token : null;
  return fallback?.polarUserId === polarUserId ? createSecret(fallback.token) : null;
}
