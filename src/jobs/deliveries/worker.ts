// Claims deliveries and processes them, several at a time: one that takes long delays no other.
import type { Delivery, InboxStore } from '../../store/contract/inbox.ts';
import type { Repetition, Scheduler } from '../scheduler.ts';

export interface WorkerOptions {
  readonly inbox: Pick<InboxStore, 'claim' | 'renew'>;
  /** False: it was given back, to be attempted again later. */
  readonly process: (delivery: Delivery) => Promise<boolean>;
  readonly scheduler: Pick<Scheduler, 'every' | 'track'>;
  readonly now: () => number;
  readonly timing?: DeliveriesTiming;
}

/** Milliseconds; half a minute and five seconds by default. */
export interface DeliveriesTiming {
  /**
   * A delivery that is not done, because its process died, is claimed again after this time; on SQLite at the next start. It is
   * renewed while a delivery is worked on.
   */
  readonly leaseMs?: number;
  /** Between two claims: of retries that are due, and of deliveries that other processes received or died over. */
  readonly pollMs?: number;
}

const LEASE_MS = 30_000;
const POLL_MS = 5_000;
const MAX_CONCURRENT = 8;
/** After so many in a row that were given back AccessLink is taken to be down: one at a time, at each poll, finds out. */
const MAX_FAILURES = 8;

/** Starts claiming at once. Whoever adds a delivery to the inbox wakes the worker up. */
export function startWorker({ inbox, process, scheduler, now, timing = {} }: WorkerOptions): Repetition {
  const { leaseMs = LEASE_MS, pollMs = POLL_MS } = timing;
  const running = new Set<string>();
  let mayBeMore = false;
  let failures = 0;
  const isDown = () => failures >= MAX_FAILURES;
  const wakeUp = () => {
    if (!isDown()) worker.wakeUp();
  };
  const attempt = async (delivery: Delivery) => {
    let isDone = false;
    try {
      isDone = await process(delivery);
    } finally {
      failures = isDone ? 0 : failures + 1;
    }
  };
  const start = (delivery: Delivery) => {
    running.add(delivery.id);
    void scheduler.track(attempt(delivery)).then(() => {
      running.delete(delivery.id);
      if (mayBeMore) wakeUp();
    });
  };
  const claim = async () => {
    const limit = (isDown() ? 1 : MAX_CONCURRENT) - running.size;
    const claimed = limit > 0 ? await inbox.claim({ now: now(), leaseMs, limit }) : [];
    // A lease that a clock has ended which was set back is that of a delivery at work.
    for (const delivery of claimed) if (!running.has(delivery.id)) start(delivery);
    mayBeMore = claimed.length === limit;
    return { inMs: mayBeMore && !isDown() && running.size < MAX_CONCURRENT ? 0 : pollMs };
  };
  const worker = scheduler.every({ name: 'deliveries', firstMs: 0, intervalMs: pollMs }, claim);
  scheduler.every({ name: 'delivery-leases', intervalMs: leaseMs / 3 }, () =>
    inbox.renew([...running], now() + leaseMs),
  );
  return { wakeUp };
}
