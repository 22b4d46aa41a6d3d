// What comes by itself, put together: the receiver, the worker behind it, the daily look, and the end of freshness.
import { asClient } from '../../accesslink/client.ts';
import { basic } from '../../accesslink/credentials.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { Transport } from '../../accesslink/upstream.ts';
import type { IsoDate } from '../../calendar.ts';
import type { PolarClient } from '../../config.ts';
import { deleteOldEvents, checkWebhook, type WebhookWarning, reconcile } from '../../jobs/reconciliation.ts';
import { type DeliveryWarning, processDelivery } from '../../jobs/deliveries/process-delivery.ts';
import { startWorker } from '../../jobs/deliveries/worker.ts';
import { ALL_FLAGS, createLoaders } from '../../domain/loaders.ts';
import { createInvalidation } from '../../loading/cache/invalidation.ts';
import { partitionOfUser } from '../../loading/cache/keys.ts';
import { createOperationStats } from '../../loading/stats.ts';
import { todayOf } from '../../loading/plan/limits.ts';
import type { Store, StoredUser } from '../../store/contract/store.ts';
import { detectTokenRevocation } from '../../domain/account/token-revocation.ts';
import type { SharedServices } from '../graphql/operation.ts';
import { createReceiver, type Receiver } from './receiver.ts';

/** What is worth a line in the log beside failures that nobody expected. */
export type Warning = DeliveryWarning | WebhookWarning;

export interface DeliveriesOptions {
  readonly store: Store;
  /** Null: there is no webhook to look after. */
  readonly client: PolarClient | null;
  readonly shared: Pick<
    SharedServices,
    'send' | 'memory' | 'invalidations' | 'inFlight' | 'negativeCache' | 'storeTierFor' | 'flushed' | 'now'
  >;
  readonly report: (unexpected: unknown) => void;
  readonly notice: (notice: Warning, failure?: unknown) => void;
  readonly timing?: DeliveriesTiming;
}

/** Milliseconds; for tests. */
export interface DeliveriesTiming {
  readonly leaseMs?: number;
  readonly pollMs?: number;
}

/** Work that begins at once and goes on until it is closed. */
export interface Deliveries {
  readonly receive: Receiver;
  close(): Promise<void>;
}

const FIRST_LOOK_MS = 300_000;
const DAY_MS = 86_400_000;
/** What is under way is waited for so long; its delivery is worked off at the next start. */
const PATIENCE_MS = 3_000;

export function startDeliveries(options: DeliveriesOptions): Deliveries {
  const { store, shared, report, notice, timing = {} } = options;
  const { now } = shared;
  const invalidation = createInvalidation({ store, expiry: shared.invalidations, written: shared.flushed });
  const work = {
    store,
    loadersFor: (user: StoredUser, today: IsoDate) => loadersFor({ user, today }, options),
    end: (...records: Parameters<typeof invalidation.invalidate>) => invalidation.invalidate(...records),
    now,
    warn: notice,
  };
  const worker = startWorker({
    inbox: store.inbox,
    process: (delivery) => processDelivery(delivery, work),
    now,
    report,
    ...timing,
  });
  const wake = () => worker.wakeUp();
  const stopLooking = lookDaily(options, wake);
  return {
    receive: createReceiver({ store, now, onArrival: wake, report }),
    close: async () => {
      stopLooking();
      invalidation.close();
      await Promise.race([worker.stop(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
    },
  };
}

interface Reader {
  readonly user: StoredUser;
  readonly today: IsoDate;
}

/** The ordinary loaders, over the token that is kept; one that Polar has ended is not sent again. */
function loadersFor({ user, today }: Reader, { store, shared }: DeliveriesOptions) {
  const { polarUserId, token } = user;
  const partition = partitionOfUser(polarUserId);
  const send = user.state === 'broken' ? refuse : detectTokenRevocation(store.users, user)(shared.send);
  const session = {
    ...shared,
    partition,
    polarUserId,
    token,
    send,
    storeTier: shared.storeTierFor({ partition, polarUserId }),
    stats: createOperationStats(),
    today: todayOf(today, today),
    flags: ALL_FLAGS,
  };
  return createLoaders(session);
}

const refuse: Transport = async () => {
  throw new AccessLinkError('unauthorized', 'Nothing is asked with a token that AccessLink does not accept any more');
};

function lookDaily({ store, client, shared, report, notice }: DeliveriesOptions, wake: () => void): () => void {
  const authorization = client && basic(client.id, client.secret);
  const look = async () => {
    const send = authorization ? asClient(shared.send, authorization) : null;
    const options = { store, now: shared.now, warn: notice };
    const tasks = send ? [checkWebhook({ ...options, send }), reconcile({ ...options, send }).then(wake)] : [];
    for (const task of await Promise.allSettled([...tasks, deleteOldEvents(options)])) {
      if (task.status === 'rejected') report(task.reason);
    }
  };
  const first = setTimeout(() => void look(), FIRST_LOOK_MS).unref();
  const daily = setInterval(() => void look(), DAY_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(daily);
  };
}
