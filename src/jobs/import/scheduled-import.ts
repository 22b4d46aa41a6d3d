// Imports physical information without a request: of everybody once a day, and of whom AccessLink notifies.
import type { PullNotification } from '../../accesslink/endpoints/notifications.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { ListedUser, StoredUser, UserStore } from '../../store/contract/users.ts';
import type { RepeatedTask, Scheduler } from '../scheduler.ts';
import type { Importer, ImportRequest } from './importer.ts';

export interface ScheduledImportOptions {
  readonly users: Pick<UserStore, 'find' | 'list'>;
  readonly importer: Importer;
  /** With which token and through which transports the items of a user are imported. */
  readonly requestFor: (user: StoredUser) => ImportRequest;
  /** Of whom something waits; null when AccessLink cannot be asked, for want of a client. */
  readonly notifications: (() => Promise<readonly PullNotification[]>) | null;
  readonly scheduler: Pick<Scheduler, 'every'>;
  /** Receives failures that are not AccessLink's. */
  readonly report: (failure: unknown) => void;
}

/** Before the first import, so that a server that restarts often does not begin with it each time. */
const FIRST_MS = 60_000;
/** In this time everybody is imported once. */
const CYCLE_MS = 86_400_000;
/** Between two imports of the cycle, also where there are more people than seconds. */
const MIN_STEP_MS = 1_000;
/** Between two requests for notifications, and after a failure. */
const NOTIFICATIONS_MS = 900_000;

/** Starts both tasks. Within a cycle users are as far apart as there is time, so that nothing happens at once. */
export function startScheduledImport(options: ScheduledImportOptions): void {
  const { scheduler, notifications } = options;
  const interval = { firstMs: FIRST_MS, intervalMs: NOTIFICATIONS_MS };
  scheduler.every({ name: 'import', ...interval, jitter: 1 }, createCycle(options));
  if (notifications)
    scheduler.every({ name: 'import-notified', ...interval }, (stopping) =>
      importNotified(options, notifications, stopping),
    );
}

/** A task that imports the next user at each run. */
function createCycle(options: ScheduledImportOptions): RepeatedTask {
  let queue: ListedUser[] = [];
  let stepMs = CYCLE_MS;
  return async () => {
    if (queue.length === 0) {
      queue = await options.users.list('connected');
      stepMs = Math.max(CYCLE_MS / Math.max(1, queue.length), MIN_STEP_MS);
    }
    const next = queue.shift();
    if (next) await importUser(next.polarUserId, options);
    return { inMs: stepMs };
  };
}

/** A failure of AccessLink is no failure of the task: it is asked again after the interval. */
async function importNotified(
  options: ScheduledImportOptions,
  notifications: NonNullable<ScheduledImportOptions['notifications']>,
  stopping: AbortSignal,
): Promise<void> {
  try {
    for (const { polarUserId, type } of await notifications()) {
      if (stopping.aborted) return;
      if (type === 'PHYSICAL_INFORMATION' && !(await importUser(polarUserId, options))) return;
    }
  } catch (failure) {
    if (!(failure instanceof AccessLinkError)) throw failure;
  }
}

/** False when the request budget is used up. A user who is not connected any more is skipped. */
async function importUser(polarUserId: string, options: ScheduledImportOptions): Promise<boolean> {
  const user = await options.users.find(polarUserId);
  if (user?.state !== 'connected') return true;
  const { failure } = await options.importer(options.requestFor(user), 'PHYSICAL_INFORMATION');
  if (failure && !(failure instanceof AccessLinkError)) options.report(failure);
  return !(failure instanceof AccessLinkError && failure.code === 'rate-limited');
}
