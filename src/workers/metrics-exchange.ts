// Metrics of all workers, for the one that is asked for them: whoever asks reaches any.
import type { Worker } from 'node:cluster';
import type { ToPrimary, ToWorker, WorkerMetrics } from './messages.ts';

type Asked = Extract<ToPrimary, { type: 'gather' | 'metrics' }>;

interface Gathering {
  readonly asker: Worker;
  /** Its number at the asker. */
  readonly id: number;
  /** Whose are still to come. */
  readonly missing: Set<Worker>;
  readonly metrics: WorkerMetrics[];
}

/** The primary's part. One worker that does not respond is waited for by whoever asked, who has a limit. */
export function createMetricsExchange(alive: () => readonly Worker[]) {
  const gatherings = new Map<number, Gathering>();
  let last = 0;
  const gather = (asker: Worker, id: number) => {
    last += 1;
    // A worker that ended before it responded leaves its gathering behind.
    gatherings.delete(last - MAX_GATHERINGS);
    const others = alive().filter((worker) => worker !== asker);
    gatherings.set(last, { asker, id, missing: new Set(others), metrics: [] });
    for (const worker of others) say(worker, { type: 'measure', id: last });
    if (others.length === 0) finish(last);
  };
  const finish = (number: number) => {
    const done = gatherings.get(number);
    gatherings.delete(number);
    if (done) say(done.asker, { type: 'measured', id: done.id, metrics: done.metrics });
  };
  return {
    receive: (from: Worker, message: Asked) => {
      if (message.type === 'gather') return gather(from, message.id);
      const gathering = gatherings.get(message.id);
      if (!gathering?.missing.delete(from)) return;
      gathering.metrics.push(message.metrics);
      if (gathering.missing.size === 0) finish(message.id);
    },
  };
}

const MAX_GATHERINGS = 100;

function say(worker: Worker, message: ToWorker): void {
  if (worker.isConnected()) worker.send(message, () => {});
}
