// Collecting without a gateway: a consumer over a simulator and a store.
import { createTransport } from '../../../src/accesslink/transport.ts';
import { createImporter } from '../../../src/jobs/import/importer.ts';
import type { ImportResult } from '../../../src/domain/context.ts';
import { createSecret } from '../../../src/secret.ts';
import type { ImportKind } from '../../../src/store/contract/deliveries.ts';
import type { Store } from '../../../src/store/contract/store.ts';
import { systemClock } from '../../../src/system-clock.ts';

export interface Consumer {
  collect(kind: ImportKind): Promise<ImportResult>;
  close(): Promise<void>;
}

export interface ConsumerOptions {
  readonly url: string;
  readonly polarUserId: string;
  readonly token: string;
  readonly store: Store;
}

/** A consumer as a process of its own would have it: it shares nothing with any other. */
export function createConsumer({ url, polarUserId, token, store }: ConsumerOptions): Consumer {
  const timeouts = { connect: 1_000, headers: 1_000, total: 2_000 };
  const { send, openFile, close } = createTransport({ origin: url, clock: systemClock, timeouts });
  const collect = createImporter({ store: store.imports, now: Date.now });
  const errand = { polarUserId, token: createSecret(token), send, openFile };
  return { collect: (kind) => collect(errand, kind), close };
}
