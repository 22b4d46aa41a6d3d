// Imports physical information without a request: of everybody once a day, and of whom AccessLink notifies.
import type { PullNotification } from '../../accesslink/endpoints/notifications.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { StoredUser, UserStore } from '../../store/contract/users.ts';
import { budgetWait } from '../budget-wait.ts';
import type { Duties, DutyTask } from '../duties.ts';
import type { NextRun } from '../scheduler.ts';
import { type DailyTime, dueBetween } from './daily-times.ts';
import type { Importer, ImportRequest } from './importer.ts';

export interface ScheduledImportOptions {
  readonly users: Pick<UserStore, 'find' | 'page'>;
  readonly importer: Importer;
  /** With which token and through which transports the items of a user are imported. */
  readonly requestFor: (user: StoredUser) => ImportRequest;
  /** Of whom something waits; null when AccessLink cannot be asked, for want of a client. */
  readonly notifications: (() => Promise<readonly PullNotification[]>) | null;
  /** One process imports for all of them. */
  readonly duties: Duties;
  readonly now: () => number;
  /** Receives failures that are not AccessLink's. */
  readonly report: (failure: unknown) => void;
}

/** Before the first import, so that a server that restarts often does not begin with it each time. */
const FIRST_MS = 60_000;
/** Between two looks for people whose time of the day has come. */
const STEP_MS = 300_000;
/** Between two requests for notifications, and after a failure. */
const NOTIFICATIONS_MS = 900_000;
const PAGE = 500;

/** Starts both tasks. Everybody has a time of the day of their own, so that nothing happens at once. */
export function startScheduledImport(options: ScheduledImportOptions): void {
  const { duties, notifications } = options;
  duties.every({ name: 'import', firstMs: FIRST_MS, intervalMs: STEP_MS }, importDue(options));
  if (notifications)
    duties.every({ name: 'import-notified', firstMs: FIRST_MS, intervalMs: NOTIFICATIONS_MS }, (stopping) =>
      importNotified(options, notifications, stopping),
    );
}

/**
 * Imports, in order, everybody whose time has come since the last run. The progress is that time: whoever goes on, after a
 * crash or when the request budget has calls again, begins with the import that was broken off. A run after more than a day
 * has everybody once.
 */
function importDue(options: ScheduledImportOptions): DutyTask {
  return async (stopping, progress) => {
    const until = options.now();
    const since = progress.last === null ? until : Number(progress.last);
    for (const { polarUserId, at } of await findDue(options, { since, until })) {
      if (stopping.aborted) return undefined;
      const wait = await importUser(polarUserId, options);
      if (wait) return wait;
      await progress.save(String(at));
    }
    await progress.save(String(until));
    return undefined;
  };
}

/** Of the connected people, in pages: no token is decrypted for it. */
async function findDue(
  { users }: ScheduledImportOptions,
  span: { readonly since: number; readonly until: number },
): Promise<DailyTime[]> {
  const due: DailyTime[] = [];
  for (let after: string | null = null; ; ) {
    const page = await users.page({ after, before: null, limit: PAGE, end: 'first' });
    const connected = page.filter(({ state }) => state === 'connected');
    due.push(
      ...dueBetween(
        connected.map(({ polarUserId }) => polarUserId),
        span,
      ),
    );
    after = page.at(-1)?.polarUserId ?? null;
    if (page.length < PAGE) return due.toSorted((one, other) => one.at - other.at);
  }
}

/** A failure of AccessLink is no failure of the task: it is asked again after the interval, or when the budget has calls. */
async function importNotified(
  options: ScheduledImportOptions,
  notifications: NonNullable<ScheduledImportOptions['notifications']>,
  stopping: AbortSignal,
): Promise<NextRun | void> {
  try {
    for (const { polarUserId, type } of await notifications()) {
      if (stopping.aborted) return undefined;
      const wait = type === 'PHYSICAL_INFORMATION' ? await importUser(polarUserId, options) : null;
      if (wait) return wait;
    }
    return undefined;
  } catch (failure) {
    if (!(failure instanceof AccessLinkError)) throw failure;
    return budgetWait(failure) ?? undefined;
  }
}

/** The wait when the request budget is used up. A user who is not connected any more is skipped. */
async function importUser(polarUserId: string, options: ScheduledImportOptions): Promise<NextRun | null> {
  const user = await options.users.find(polarUserId);
  if (user?.state !== 'connected') return null;
  const { failure } = await options.importer(options.requestFor(user), 'PHYSICAL_INFORMATION');
  if (failure && !(failure instanceof AccessLinkError)) options.report(failure);
  return budgetWait(failure);
}
