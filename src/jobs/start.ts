// Composition of the jobs: deliveries, reconciliation, imports, account deletion and cleanup on one scheduler.
import { randomUUID } from 'node:crypto';
import { filesWithOrigin, withOrigin } from '../accesslink/budget/call.ts';
import type { CallOrigin } from '../accesslink/call-origin.ts';
import { asClient } from '../accesslink/client.ts';
import { basic } from '../accesslink/credentials.ts';
import { listNotifications } from '../accesslink/endpoints/notifications.ts';
import type { Upstream } from '../accesslink/upstream.ts';
import type { Clock } from '../clock.ts';
import { detectTokenRevocation } from '../domain/account/token-revocation.ts';
import { forgetErased, forgetRecords } from '../loading/cache/erasure.ts';
import { createInvalidation, type Invalidation } from '../loading/cache/invalidation.ts';
import type { KeyedMutex } from '../keyed-mutex.ts';
import type { TokenOwners } from '../loading/cache/token-owners.ts';
import type { ErasableMemoryTier } from '../loading/cache/memory-tier.ts';
import type { Secret } from '../secret.ts';
import type { Delivery } from '../store/contract/inbox.ts';
import type { Store } from '../store/contract/store.ts';
import { type AccountDeletion, createAccountDeletion, type DataOwner } from './account-deletion.ts';
import { STARTUP_BACKOFF } from './backoff.ts';
import { type CleanupWarning, startCleanup } from './cleanup.ts';
import { createDuties, type Duties } from './duties.ts';
import { loadersFor } from './deliveries/loaders.ts';
import type { SharedLoading } from '../loading/context.ts';
import { type DeliveryWarning, processDelivery } from './deliveries/process-delivery.ts';
import { type DeliveriesTiming, startWorker } from './deliveries/worker.ts';
import { createImporter, type Importer } from './import/importer.ts';
import { startScheduledImport } from './import/scheduled-import.ts';
import { startReconciliation, type WebhookWarning } from './reconciliation.ts';
import { createScheduler, type Repetition, type Scheduler } from './scheduler.ts';

/** What whoever runs this server may want to know and is no failure of ours: a line of the log. */
export type Warning = DeliveryWarning | WebhookWarning | CleanupWarning;

export interface JobsOptions {
  readonly store: Store;
  /** Our client at Polar; null: there is no webhook, and notifications cannot be read. */
  readonly client: { readonly id: string; readonly secret: Secret } | null;
  readonly upstream: Pick<Upstream, 'send' | 'openFile'>;
  readonly shared: Omit<SharedLoading, 'send' | 'now'> & {
    readonly memory: ErasableMemoryTier;
    readonly tokenOwners: TokenOwners;
    /** Resolves when the records read so far are in the store. */
    readonly flushed: () => Promise<void>;
  };
  /** By user: a deletion and a sign-in of the same account wait for each other. */
  readonly accountMutex: KeyedMutex;
  readonly clock: Clock;
  readonly random: () => number;
  /** Days without use after which what was read with tokens of callers' own is deleted. */
  readonly unusedRecordsDays: number;
  /** Receives failures that nobody expected; those of a scheduled job with its name. */
  readonly report: (failure: unknown, job?: string) => void;
  readonly warn: (warning: Warning, failure?: unknown) => void;
  readonly timing?: DeliveriesTiming;
  /** Runs an attempt to process a delivery; false: it is attempted again later. */
  readonly aroundDelivery?: (delivery: Delivery, run: () => Promise<boolean>) => Promise<boolean>;
}

/** The jobs as the server needs them. */
export interface Jobs {
  readonly deleteAccount: AccountDeletion['deleteAccount'];
  readonly eraseData: AccountDeletion['eraseData'];
  readonly importer: Importer;
  /** A delivery was added to the inbox. */
  readonly onDelivery: () => void;
  /** Starts nothing any more, and waits a moment for what is running; the next process does the rest. */
  close(): Promise<void>;
}

/** Whoever is stored here has signed in. */
const DELIVERY: CallOrigin = { class: 'delivery', isProven: true };
const BACKGROUND: CallOrigin = { class: 'background', isProven: true };

/** How long `close` waits: deliveries, imports and deletions that are cut off are repeated. */
const CLOSE_LIMIT_MS = 3_000;

/** Starts every job. They go on until they are closed, and keep no process alive. */
export function startJobs(options: JobsOptions): Jobs {
  const { store, shared, clock } = options;
  const scheduler = createScheduler(options);
  const invalidation = createInvalidation({ store, clock: shared.invalidations, flushed: shared.flushed });
  const stopForgetting = forgetErased(store.signals, shared, clock);
  const duties = createDuties({ duties: store.duties, scheduler, clock, holder: randomUUID() });
  const worker = startDeliveries(options, { scheduler, duties, invalidation });
  const importer = createImporter({ store: store.imports, clock });
  startImports(options, duties, importer);
  startCleanup({
    store,
    scheduler: { ...scheduler, ...duties },
    now: clock.now,
    unusedRecordsDays: options.unusedRecordsDays,
    warn: options.warn,
  });
  const accountDeletion = startAccountDeletion(options, scheduler);
  return {
    deleteAccount: (user, send) => accountDeletion.deleteAccount(user, send),
    eraseData: (owner) => accountDeletion.eraseData(owner),
    importer,
    onDelivery: worker.wakeUp,
    close: async () => {
      await scheduler.stop(CLOSE_LIMIT_MS);
      invalidation.close();
      stopForgetting();
    },
  };
}

/** The worker behind the receiver, and reconciliation, which gives it work. */
function startDeliveries(
  options: JobsOptions,
  { scheduler, duties, invalidation }: { scheduler: Scheduler; duties: Duties; invalidation: Invalidation },
): Repetition {
  const { store, client, upstream, clock, random, warn, timing, aroundDelivery = (_, run) => run() } = options;
  const { now } = clock;
  const shared = { ...options.shared, send: withOrigin(upstream.send, DELIVERY), now };
  const worker = startWorker({
    inbox: store.inbox,
    process: (delivery) =>
      aroundDelivery(delivery, () =>
        processDelivery(delivery, {
          store,
          loadersFor: (user, today) => loadersFor({ user, today }, { store, shared }),
          invalidate: (polarUserId, records) => invalidation.invalidate(polarUserId, records),
          flushed: options.shared.flushed,
          now,
          random,
          warn,
        }),
      ),
    scheduler,
    now,
    ...(timing ? { timing } : {}),
  });
  const send = client && asClient(withOrigin(upstream.send, BACKGROUND), basic(client.id, client.secret));
  startReconciliation({ send, store, now, warn, scheduler: duties, onDelivery: worker.wakeUp });
  return worker;
}

function startImports(options: JobsOptions, duties: Duties, importer: Importer): void {
  const { client, report, clock } = options;
  const { users } = options.store;
  const send = withOrigin(options.upstream.send, BACKGROUND);
  const openFile = filesWithOrigin(options.upstream.openFile, BACKGROUND);
  const sendAsClient = client && asClient(send, basic(client.id, client.secret));
  startScheduledImport({
    users,
    importer,
    requestFor: (user) => ({ ...user, openFile, send: detectTokenRevocation(users, user)(send) }),
    notifications: sendAsClient ? () => listNotifications(sendAsClient) : null,
    duties,
    now: clock.now,
    report,
  });
}

function startAccountDeletion(options: JobsOptions, scheduler: Scheduler): AccountDeletion {
  const { upstream, shared } = options;
  const forget = (owner: DataOwner) => forgetRecords(owner, shared);
  const deletion = createAccountDeletion({ ...options, send: upstream.send, forget, scheduler });
  const resume = async (stopping: AbortSignal) => {
    await deletion.resume(stopping);
    return true;
  };
  scheduler.retry(resume, { name: 'account-deletion', ...STARTUP_BACKOFF });
  return deletion;
}
