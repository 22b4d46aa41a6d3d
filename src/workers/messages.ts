// What the primary and its workers say to each other.
import type { ReceivedSignal, Signal } from '../store/contract/signals.ts';

/** A worker ended before all were there: what it printed says why. */
export class WorkerStartError extends Error {
  override readonly name = 'WorkerStartError';
}

/** The simulator that runs in the primary, as its workers ask it. */
export interface DemoUpstream {
  readonly url: string;
  readonly demoUser: { readonly polarUserId: string; readonly token: string } | null;
  /** Of the simulator: nothing real is behind it. */
  readonly client: {
    readonly id: string;
    readonly secret: string;
    readonly authorizeUrl: string;
    readonly tokenUrl: string;
  };
}

/** Metrics of one worker, as prom-client writes them. */
export type WorkerMetrics = readonly object[];

/** From the primary. */
export type ToWorker =
  /** To be waited for before anything is opened. `worker`: its number, from 1, which its replacement has, too. */
  | { readonly type: 'start'; readonly worker: number; readonly demo: DemoUpstream | null }
  | { readonly type: 'stop' }
  | { readonly type: 'signal'; readonly signal: ReceivedSignal }
  /** Asks for its metrics. */
  | { readonly type: 'measure'; readonly id: number }
  /** The metrics of all workers, for whoever asked for them under this number. */
  | { readonly type: 'measured'; readonly id: number; readonly metrics: readonly WorkerMetrics[] };

/** From a worker. */
export type ToPrimary =
  | { readonly type: 'listening'; readonly url: string }
  | { readonly type: 'signal'; readonly signal: Signal }
  | { readonly type: 'gather'; readonly id: number }
  | { readonly type: 'metrics'; readonly id: number; readonly metrics: WorkerMetrics };
