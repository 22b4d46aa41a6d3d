// Runs what runs without a request: again and again, or until it succeeds, and nothing any more once stopped.
import { type Clock, wait, waitAtMost } from '../clock.ts';
import { createBackgroundWork } from '../loading/background-work.ts';
import { type Backoff, backoffMs } from './backoff.ts';
import { createWakeUp, type WakeUp } from './wake-up.ts';

export interface SchedulerOptions {
  readonly clock: Pick<Clock, 'after'>;
  /** Numbers from 0 to below 1: spreads what would run at the same moment. */
  readonly random: () => number;
  /** Receives each failure of a task, with the task's name; the task goes on as if it had not failed. */
  readonly report: (failure: unknown, job: string) => void;
}

/** When a repeated task runs, in milliseconds. */
export interface TaskInterval {
  /** What the task is called in reports; `job` by default. */
  readonly name?: string;
  /** From the end of a run to the next one. */
  readonly intervalMs: number;
  /** Before the first run; the interval by default. */
  readonly firstMs?: number;
  /** The share of the first delay that chance may add to it; none by default. */
  readonly jitter?: number;
}

/** When a task wants to run next. An object: a function of type `void` may well return a number. */
export interface NextRun {
  readonly inMs: number;
}

/**
 * One run of a repeated task, with the next run where it wants another time than the interval. The signal is aborted when
 * the scheduler stops: a long run should end early then.
 */
export type RepeatedTask = (stopping: AbortSignal) => Promise<NextRun | void>;

/** One attempt of a task; false: it failed. */
export type RetriedTask = (stopping: AbortSignal) => Promise<boolean>;

export interface RetryOptions extends Backoff {
  /** What the task is called in reports; `job` by default. */
  readonly name?: string;
  /** Failures so far: none by default, and then the first attempt is made at once. */
  readonly failures?: number;
}

/** A repeated task, as whoever started it sees it. */
export interface Repetition {
  /** Runs the task now; when it is running, once more after that. */
  readonly wakeUp: () => void;
}

export interface Scheduler {
  /** Repeats a task. Its runs never overlap. */
  every(interval: TaskInterval, task: RepeatedTask): Repetition;
  /** Attempts a task until it succeeds. A rejection is reported and counts as a failure. */
  retry(task: RetriedTask, options: RetryOptions): void;
  /** Has `stop` wait for work that a task has started, and reports its failure. Resolves when it is settled. */
  track(work: Promise<unknown>): Promise<void>;
  /** Starts no run any more and waits for what is running, but not longer than the limit. */
  stop(limitMs: number): Promise<void>;
}

/** A scheduler without tasks. It keeps no process alive. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const stopping = new AbortController();
  const work = createBackgroundWork((failure) => options.report(failure, 'background'));
  const context: RunContext = { ...options, stopping: stopping.signal };
  return {
    every: (interval, task) => {
      const wakeUp = createWakeUp(options.clock);
      void work.track(repeat(task, interval, { ...context, wakeUp }));
      return { wakeUp: () => wakeUp.notify() };
    },
    retry: (task, retryOptions) => void work.track(retry(task, retryOptions, context)),
    track: (promise) => work.track(promise),
    stop: async (limitMs) => {
      stopping.abort();
      await waitAtMost(options.clock, limitMs, work.settled());
    },
  };
}

interface RunContext extends SchedulerOptions {
  readonly stopping: AbortSignal;
}

/** Resolves when the scheduler stops and the last run is over. */
async function repeat(
  task: RepeatedTask,
  { name, intervalMs, firstMs = intervalMs, jitter = 0 }: TaskInterval,
  context: RunContext & { readonly wakeUp: WakeUp },
): Promise<void> {
  const { stopping, wakeUp, random } = context;
  stopping.addEventListener('abort', () => wakeUp.notify());
  let waitMs = firstMs * (1 + jitter * random());
  while (!stopping.aborted) {
    await wakeUp.wait(waitMs);
    wakeUp.reset();
    if (stopping.aborted) return;
    const next = await attempt(task, name, context);
    waitMs = typeof next === 'object' ? next.inMs : intervalMs;
  }
}

/** Resolves when the task has succeeded, or the scheduler stops and the last attempt is over. */
async function retry(task: RetriedTask, options: RetryOptions, context: RunContext): Promise<void> {
  const { clock, random, stopping } = context;
  for (let failures = options.failures ?? 0; ; failures += 1) {
    if (failures > 0) await wait(clock, backoffMs(failures, options, random), stopping);
    if (stopping.aborted || (await attempt(task, options.name, context))) return;
  }
}

/** Undefined when the task rejects, which is reported. */
async function attempt<R>(
  task: (stopping: AbortSignal) => Promise<R>,
  name: string | undefined,
  { stopping, report }: RunContext,
): Promise<R | undefined> {
  try {
    return await task(stopping);
  } catch (failure) {
    report(failure, name ?? 'job');
    return undefined;
  }
}
