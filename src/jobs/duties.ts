// Duties: repeated tasks of which one process does each run, whatever number of processes there are and when they start.
import type { Clock } from '../clock.ts';
import type { DutyClaim, DutyStore } from '../store/contract/duties.ts';
import type { NextRun, Repetition, Scheduler, TaskInterval } from './scheduler.ts';

export interface DutiesOptions {
  readonly duties: DutyStore;
  readonly scheduler: Pick<Scheduler, 'every'>;
  readonly clock: Pick<Clock, 'now' | 'every'>;
  /** Of this process, and of no other. */
  readonly holder: string;
}

/** How far a duty is, from run to run. */
export interface DutyProgress {
  /** What was saved last, by whichever process; null before that. */
  readonly last: string | null;
  /** Saves it. Rejects when another process has the duty by now. */
  save(progress: string): Promise<void>;
}

/** One run. The signal is aborted when the scheduler stops, and when another process may have the duty. */
export type DutyTask = (stopping: AbortSignal, progress: DutyProgress) => Promise<NextRun | void>;

/** A scheduler of duties: `every` as that of a process, for one run among all of them. */
export interface Duties {
  /** Repeats a task by the name of its interval. A run that was due while nobody was there is made once, soon after a start. */
  every(interval: TaskInterval & { readonly name: string }, task: DutyTask): Repetition;
}

/** A duty whose holder died is free after this time; a holder that lives renews its lease three times in it. */
const LEASE_MS = 60_000;

/** A run that fails is made again after the interval, by whichever process comes first. */
export function createDuties({ duties, scheduler, clock, holder }: DutiesOptions): Duties {
  return {
    every: (interval, task) =>
      scheduler.every(interval, async (stopping) => {
        const { name, intervalMs } = interval;
        const claim = () => ({ name, holder, now: clock.now(), leaseMs: LEASE_MS });
        const claimed = await duties.claim(claim(), intervalMs);
        if (!claimed.isHeld) return { inMs: Math.min(intervalMs, Math.max(0, claimed.dueAt - clock.now())) };
        const lease = keepLease({ duties, clock, claim });
        let next: NextRun = { inMs: intervalMs };
        try {
          const progress = progressOf(claimed.progress, (saved) => duties.save(claim(), saved));
          next = (await task(AbortSignal.any([stopping, lease.lost]), progress)) ?? next;
          return next;
        } finally {
          lease.end();
          // A run that was broken off is due at once, for whoever is there.
          await duties.release(claim(), clock.now() + (stopping.aborted ? 0 : next.inMs));
        }
      }),
  };
}

interface Lease {
  readonly lost: AbortSignal;
  end(): void;
}

/** Renews a lease until its end. A store that fails for as long as a lease lasts has lost it. */
function keepLease({
  duties,
  clock,
  claim,
}: Pick<DutiesOptions, 'duties' | 'clock'> & { readonly claim: () => DutyClaim }): Lease {
  const lost = new AbortController();
  let failures = 0;
  const renew = async () => {
    const isHeld = await duties.renew(claim()).catch(() => null);
    failures = isHeld === null ? failures + 1 : 0;
    if (isHeld === false || failures >= 2) lost.abort();
  };
  const end = clock.every(LEASE_MS / 3, () => void renew());
  return { lost: lost.signal, end };
}

/** Thrown to end a run whose duty another process has. */
class DutyLostError extends Error {
  override readonly name = 'DutyLostError';
}

function progressOf(last: string | null, save: (progress: string) => Promise<boolean>): DutyProgress {
  return {
    last,
    save: async (progress) => {
      if (!(await save(progress))) throw new DutyLostError('Cannot go on with a duty: another process has it');
    },
  };
}
