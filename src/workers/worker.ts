// A worker's side of what is said between it and its primary.
import type { SignalBus } from '../store/contract/signals.ts';
import type { ToPrimary, ToWorker, WorkerMetrics } from './messages.ts';

/** The channel to the primary, which is there as long as the process is. */
export interface PrimaryChannel {
  /** What to start with. */
  readonly start: Promise<Extract<ToWorker, { type: 'start' }>>;
  /** To the other workers of this machine, and from them. */
  readonly bus: SignalBus;
  /** Calls `listener` when the primary stops. */
  onStop(listener: () => void): void;
  /** Says that this worker listens. */
  listening(url: string): void;
  /** The metrics of all other workers, which are asked for theirs. */
  othersMetrics(): Promise<readonly WorkerMetrics[]>;
  /** Says where those of this one are read. */
  measureWith(read: () => Promise<WorkerMetrics>): void;
}

type Listeners = { readonly [T in ToWorker['type']]: Set<(message: Extract<ToWorker, { type: T }>) => void> };

/** Connects to the primary. Messages that come before anybody listens are lost, so that it is done first. */
export function connectToPrimary(): PrimaryChannel {
  const listeners: Listeners = {
    start: new Set(),
    stop: new Set(),
    signal: new Set(),
    measure: new Set(),
    measured: new Set(),
  };
  const start = new Promise<Extract<ToWorker, { type: 'start' }>>((resolve) => listeners.start.add(resolve));
  process.on('message', (message: ToWorker) => {
    for (const listener of listeners[message.type]) (listener as (given: ToWorker) => void)(message);
  });
  return {
    start,
    bus: {
      send: (signal) => say({ type: 'signal', signal }),
      listen: (listener) => {
        const receive = ({ signal }: Extract<ToWorker, { type: 'signal' }>) => listener(signal);
        listeners.signal.add(receive);
        return () => void listeners.signal.delete(receive);
      },
    },
    onStop: (listener) => void listeners.stop.add(listener),
    listening: (url) => say({ type: 'listening', url }),
    measureWith: (read) =>
      void listeners.measure.add(({ id }) => void read().then((metrics) => say({ type: 'metrics', id, metrics }))),
    othersMetrics: createGatherer(listeners),
  };
}

function createGatherer({ measured }: Pick<Listeners, 'measured'>): PrimaryChannel['othersMetrics'] {
  let last = 0;
  return () =>
    new Promise((resolve) => {
      last += 1;
      const id = last;
      const receive = (message: Extract<ToWorker, { type: 'measured' }>) => {
        if (message.id !== id) return;
        measured.delete(receive);
        resolve(message.metrics);
      };
      measured.add(receive);
      say({ type: 'gather', id });
    });
}

/** A worker whose primary is gone ends by itself. */
function say(message: ToPrimary): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}
