// Collecting without a gateway: a consumer over a simulator and a store.
import { createTransport } from '../../src/accesslink/transport.ts';
import { createCollector } from '../../src/domain/collections/collector.ts';
import type { Collected } from '../../src/domain/context.ts';
import { createSecret } from '../../src/secret.ts';
import type { CollectionKind } from '../../src/store/arrivals.ts';
import type { Store } from '../../src/store/store.ts';

export interface Consumer {
  collect(kind: CollectionKind): Promise<Collected>;
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
  const { send, openFile, close } = createTransport({ origin: url, timeouts });
  const collect = createCollector({ store: store.collections, now: Date.now });
  const errand = { polarUserId, token: createSecret(token), send, openFile };
  return { collect: (kind) => collect(errand, kind), close };
}
