// Claims deliveries, a few at a time, as long as there are any; one that takes long holds up no other.
import type { Delivery, InboxStore } from '../../store/contract/deliveries.ts';
import { createWakeUp } from '../wake-up.ts';

/** Something that works in the background. */
export interface Worker {
  /** There may be something to do. */
  wakeUp(): void;
  /** Claims nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  readonly inbox: Pick<InboxStore, 'claim'>;
  /** Works off one delivery. */
  readonly process: (delivery: Delivery) => Promise<void>;
  readonly now: () => number;
  readonly report: (unexpected: unknown) => void;
  /** A delivery whose process died over it is claimed again after so long. */
  readonly leaseMs?: number;
  /** How often to look for what is due: retries, and deliveries that other processes received or died over. */
  readonly pollMs?: number;
}

const LEASE_MS = 120_000;
const POLL_MS = 5_000;
const AT_ONCE = 8;

/** A worker that begins at once. */
export function startWorker(options: WorkerOptions): Worker {
  const underWay = new Set<Promise<void>>();
  let stopped = false;
  const bell = createWakeUp();
  const start = (delivery: Delivery) => {
    const work: Promise<void> = options
      .process(delivery)
      .catch(options.report)
      .finally(() => underWay.delete(work));
    underWay.add(work);
  };
  const run = async () => {
    while (!stopped) {
      bell.reset();
      const free = AT_ONCE - underWay.size;
      const claimed = free > 0 ? await claim(free, options) : [];
      for (const delivery of claimed) start(delivery);
      if (claimed.length === free) await Promise.race(underWay);
      else await bell.wait(options.pollMs ?? POLL_MS);
    }
  };
  const running = run();
  return {
    wakeUp: () => bell.notify(),
    stop: async () => {
      stopped = true;
      bell.notify();
      await running;
      await Promise.all(underWay);
    },
  };
}

/** A store that cannot be read now is asked again later. */
async function claim(limit: number, { inbox, now, leaseMs, report }: WorkerOptions): Promise<Delivery[]> {
  try {
    return await inbox.claim({ now: now(), leaseMs: leaseMs ?? LEASE_MS, limit });
  } catch (failure) {
    report(failure);
    return [];
  }
}
