// Repairs once a day what deliveries may have missed: an inactive webhook, and data that wait in transactions.
import { isEventType, webhookBody } from '../accesslink/webhook-event.ts';
import type { ClientTransport } from '../accesslink/client.ts';
import { listNotifications } from '../accesslink/endpoints/notifications.ts';
import { activateWebhook, getWebhook } from '../accesslink/endpoints/webhooks.ts';
import { AccessLinkError } from '../accesslink/errors.ts';
import { dateOfInstant } from '../calendar.ts';
import { budgetWait } from './budget-wait.ts';
import type { Store } from '../store/contract/store.ts';
import type { NextRun, RepeatedTask, Scheduler, TaskInterval } from './scheduler.ts';

/** What whoever runs this server may want to know of the webhook: a line of the log. */
export type WebhookWarning =
  | 'webhook is gone at AccessLink'
  | 'webhook was inactive and is active again'
  | 'webhook is inactive and cannot be activated';

export interface ReconciliationOptions {
  /** Asks AccessLink with the client's credential. */
  readonly send: ClientTransport;
  readonly store: Pick<Store, 'webhooks' | 'inbox' | 'events'>;
  readonly now: () => number;
  readonly warn: (warning: WebhookWarning, failure?: unknown) => void;
}

export interface ReconciliationSchedule extends Omit<ReconciliationOptions, 'send'> {
  /** Null: without a client AccessLink cannot be asked. */
  readonly send: ClientTransport | null;
  readonly scheduler: Pick<Scheduler, 'every'>;
  /** Called when deliveries may have been added to the inbox. */
  readonly onDelivery: () => void;
}

const DAY_MS = 86_400_000;
const DAILY: TaskInterval = { firstMs: 300_000, intervalMs: DAY_MS };
/** After a failure of AccessLink: it deletes nothing meanwhile, but an inactive webhook misses deliveries. */
const RETRY: NextRun = { inMs: 3_600_000 };
/** After so long nobody repeats a delivery, and nobody resumes a subscription after an event. */
const RETENTION_MS = 30 * DAY_MS;

/** Starts the daily tasks, the first time after five minutes. Each is reported and repeated on its own. */
export function startReconciliation({ send, scheduler, onDelivery, ...options }: ReconciliationSchedule): void {
  if (send) {
    scheduler.every(
      { name: 'webhook-check', ...DAILY },
      retried(() => checkWebhook({ ...options, send })),
    );
    scheduler.every(
      { name: 'reconciliation', ...DAILY },
      retried(() => reconcile({ ...options, send }).then(onDelivery)),
    );
  }
  scheduler.every({ name: 'event-retention', ...DAILY }, () => deleteOldEvents(options));
}

/** A task that is repeated after an hour, or when the budget has calls, when AccessLink fails, which is in the log already and no failure of ours. */
function retried(task: () => Promise<void>): RepeatedTask {
  const retryOf = (failure: unknown): NextRun => {
    if (failure instanceof AccessLinkError) return budgetWait(failure) ?? RETRY;
    throw failure;
  };
  return () => task().catch(retryOf);
}

/**
 * Activates the webhook when AccessLink has deactivated it; rejects when AccessLink refuses that, with a warning. One that
 * is paused on purpose, or none, is left alone.
 */
export async function checkWebhook({ send, store, warn }: ReconciliationOptions): Promise<void> {
  const stored = await store.webhooks.find();
  if (!stored || stored.pausedAt !== null) return;
  const webhook = await getWebhook(send);
  if (webhook?.id !== stored.id) return warn('webhook is gone at AccessLink');
  if (webhook.isActive === false) await activate(send, warn);
}

async function activate(send: ClientTransport, warn: ReconciliationOptions['warn']): Promise<void> {
  try {
    if (await activateWebhook(send)) warn('webhook was inactive and is active again');
  } catch (failure) {
    warn('webhook is inactive and cannot be activated', failure);
    throw failure;
  }
}

/** Adds a delivery for what waits in transactions, of each user and type once a day: its own may have been missed. */
export async function reconcile({ send, store, now }: ReconciliationOptions): Promise<void> {
  const timestamp = `pulled ${dateOfInstant(now())}`;
  for (const { polarUserId, type } of await listNotifications(send)) {
    if (!isEventType(type)) continue;
    const body = webhookBody({ event: type, polarUserId, timestamp });
    await store.inbox.add({ key: body, polarUserId, body, receivedAt: now() });
  }
}

/** Deletes deliveries that were processed, and events that were published, more than thirty days ago. */
export async function deleteOldEvents({ store, now }: Pick<ReconciliationOptions, 'store' | 'now'>): Promise<void> {
  await store.inbox.deleteDone(now() - RETENTION_MS);
  await store.events.deleteBefore(now() - RETENTION_MS);
}
