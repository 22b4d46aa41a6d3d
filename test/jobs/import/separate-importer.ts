// An importer without a gateway, over a simulator and a store.
import { createTransport } from '../../../src/accesslink/transport.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { createImporter } from '../../../src/jobs/import/importer.ts';
import type { ImportResult } from '../../../src/domain/context.ts';
import { createSecret } from '../../../src/secret.ts';
import type { ImportKind } from '../../../src/store/contract/imports.ts';
import type { Store } from '../../../src/store/contract/store.ts';

export interface SeparateImporter {
  runImport(kind: ImportKind): Promise<ImportResult>;
  close(): Promise<void>;
}

export interface SeparateImporterOptions {
  readonly url: string;
  readonly polarUserId: string;
  readonly token: string;
  readonly store: Store;
}

/** An importer as another process would have it: it shares nothing with any other. */
export function createSeparateImporter({ url, polarUserId, token, store }: SeparateImporterOptions): SeparateImporter {
  const timeouts = { connect: 1_000, headers: 1_000, total: 2_000 };
  const { send, openFile, close } = createTransport({ origin: url, clock: systemClock, timeouts });
  const importer = createImporter({ store: store.imports, clock: systemClock });
  const request = { polarUserId, token: createSecret(token), send, openFile };
  return { runImport: (kind) => importer(request, kind), close };
}
