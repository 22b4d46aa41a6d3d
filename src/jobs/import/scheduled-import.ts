// Physical information is collected without being asked for: of everybody once a day, and of whom AccessLink says so.
import type { PullNotification } from '../../accesslink/endpoints/notifications.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { StoredUser, UserStore } from '../../store/contract/store.ts';
import type { Importer, ImportRequest } from './importer.ts';

export interface ScheduledImportOptions {
  readonly users: Pick<UserStore, 'find' | 'list'>;
  readonly collect: Importer;
  /** With which token and through what a person's are collected. */
  readonly requestFor: (user: StoredUser) => ImportRequest;
  /** Of whom something waits; null when AccessLink cannot be asked, for want of a client. */
  readonly notifications: (() => Promise<readonly PullNotification[]>) | null;
  /** Told of failures that are not AccessLink's. */
  readonly report: (failure: unknown) => void;
  readonly schedule?: ImportSchedule;
}

/** Milliseconds: before the first person, for a round of all, and between two looks at who has something waiting. */
export interface ImportSchedule {
  readonly first: number;
  readonly round: number;
  readonly look: number;
}

/** Work that goes on until it is closed. It keeps no process alive. */
export interface ScheduledImport {
  close(): Promise<void>;
}

const PACE: ImportSchedule = { first: 60_000, round: 86_400_000, look: 900_000 };
const SHORTEST_STEP = 1_000;

/** Begins the rounds. Within one, people are as far apart as there is time, so that nothing happens at once. */
export function startScheduledImport(options: ScheduledImportOptions): ScheduledImport {
  const pace = options.schedule ?? PACE;
  let queue: StoredUser[] = [];
  let step = pace.round;
  const visitNext = async () => {
    if (queue.length === 0) {
      queue = await options.users.list('connected');
      step = Math.max(pace.round / Math.max(1, queue.length), Math.min(SHORTEST_STEP, pace.round));
    }
    const next = queue.shift();
    if (next) await visit(options, next.polarUserId);
    return step;
  };
  const look = async () => {
    for (const { polarUserId, type } of (await options.notifications?.()) ?? []) {
      if (type === 'PHYSICAL_INFORMATION' && !(await visit(options, polarUserId))) break;
    }
    return pace.look;
  };
  const walks = [walk(visitNext, pace.first * (1 + Math.random()), { report: options.report, retry: pace.look })];
  if (options.notifications) walks.push(walk(look, pace.first, { report: options.report, retry: pace.look }));
  return { close: async () => void (await Promise.all(walks.map((stop) => stop()))) };
}

/** False when AccessLink has had enough of us. Whoever is not linked any more is left alone. */
async function visit(
  { users, collect, requestFor: errandOf, report }: ScheduledImportOptions,
  polarUserId: string,
): Promise<boolean> {
  const user = await users.find(polarUserId);
  if (user?.state !== 'connected') return true;
  const { failure } = await collect(errandOf(user), 'PHYSICAL_INFORMATION');
  if (failure && !(failure instanceof AccessLinkError)) report(failure);
  return !(failure instanceof AccessLinkError && failure.code === 'rate-limited');
}

interface Care {
  readonly report: (failure: unknown) => void;
  readonly retry: number;
}

/** Does a step after `delay`, and then again after as long as each step says. The way to stop it, and wait for its last. */
function walk(step: () => Promise<number>, delay: number, { report, retry }: Care): () => Promise<void> {
  let isStopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const after = (milliseconds: number) => {
    if (isStopped) return;
    timer = setTimeout(() => {
      underWay = step()
        .catch((failure: unknown) => {
          if (!(failure instanceof AccessLinkError)) report(failure);
          return retry;
        })
        .then(after);
    }, milliseconds).unref();
  };
  after(delay);
  return () => {
    isStopped = true;
    clearTimeout(timer);
    return underWay;
  };
}
