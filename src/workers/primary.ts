// The primary of several workers: starts them, replaces those that end, carries their signals, and stops them.
import cluster, { type Worker } from 'node:cluster';
import type { Clock } from '../clock.ts';
import type { Log } from '../server/observability/log/log.ts';
import { type DemoUpstream, type ToPrimary, type ToWorker, WorkerStartError } from './messages.ts';
import { createMetricsExchange } from './metrics-exchange.ts';

export interface PrimaryOptions {
  /** How many. */
  readonly count: number;
  readonly demo: DemoUpstream | null;
  readonly log: Pick<Log, 'event'>;
  readonly clock: Pick<Clock, 'after' | 'elapsed'>;
}

export interface Workers {
  /** Where they listen. */
  readonly url: string;
  /** Resolves when all have ended. */
  readonly stop: () => Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const MAX_PAUSE_MS = 5_000;
/** Whoever has worked for so long was not broken from the start. */
const STEADY_MS = 10_000;

interface Slot {
  readonly number: number;
  process: Worker;
  startedAt: number;
  pauseMs: number;
  /** Resolves with the URL; rejects when it ends before. */
  listening: Promise<string>;
}

/** Starts one worker after another, and resolves when all listen. Rejects with WorkerStartError when one does not. */
export async function startWorkers(options: PrimaryOptions): Promise<Workers> {
  const primary = new Primary(options);
  try {
    const urls = [];
    // A setting that is wrong is wrong for each of them: one says so.
    for (let number = 1; number <= options.count; number++) urls.push(await primary.add(number));
    return { url: urls[0] ?? '', stop: () => primary.stop() };
  } catch (failure) {
    await primary.stop();
    throw failure;
  }
}

class Primary {
  readonly #options: PrimaryOptions;
  readonly #slots: Slot[] = [];
  readonly #metrics = createMetricsExchange(() => this.#alive());
  #isReady = false;
  #isStopping = false;

  constructor(options: PrimaryOptions) {
    this.#options = options;
  }

  async add(number: number): Promise<string> {
    const slot = this.#start({ number, pauseMs: FIRST_PAUSE_MS });
    this.#slots.push(slot);
    const url = await slot.listening;
    this.#isReady = this.#slots.length === this.#options.count;
    return url;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    const ended = this.#alive().map((worker) => {
      send(worker, { type: 'stop' });
      return new Promise((resolve) => worker.once('exit', resolve));
    });
    await Promise.all(ended);
  }

  #alive(): Worker[] {
    return this.#slots.map(({ process }) => process).filter((worker) => !worker.isDead());
  }

  #start({ number, pauseMs }: Pick<Slot, 'number' | 'pauseMs'>): Slot {
    const worker = cluster.fork();
    const { promise: listening, resolve, reject } = Promise.withResolvers<string>();
    listening.catch(() => {});
    const slot: Slot = { number, process: worker, startedAt: this.#options.clock.elapsed(), pauseMs, listening };
    // What is sent to one that is just ending fails; its exit follows.
    worker.on('error', () => {});
    worker.on('message', (message: ToPrimary) => {
      if (message.type === 'listening') resolve(message.url);
      else this.#receive(worker, message);
    });
    worker.once('exit', (code, signal) => {
      reject(new WorkerStartError(`Cannot start: worker ${number} ended with ${signal ?? code}`));
      this.#replace(slot, signal ?? code);
    });
    send(worker, { type: 'start', worker: number, demo: this.#options.demo });
    return slot;
  }

  #receive(from: Worker, message: Exclude<ToPrimary, { type: 'listening' }>): void {
    if (message.type === 'signal') {
      for (const worker of this.#alive()) if (worker !== from) send(worker, message);
    } else this.#metrics.receive(from, message);
  }

  /** What a worker has changed and not said, as it ended: nobody knows. */
  #replace(slot: Slot, ended: number | string): void {
    if (this.#isStopping || !this.#isReady) return;
    const { log, clock } = this.#options;
    const wasSteady = clock.elapsed() - slot.startedAt >= STEADY_MS;
    const pauseMs = wasSteady ? FIRST_PAUSE_MS : slot.pauseMs;
    log.event('worker-ended', { number: slot.number, ended, seconds: pauseMs / 1000 });
    for (const worker of this.#alive()) send(worker, { type: 'signal', signal: { type: 'missed' } });
    clock.after(pauseMs, () => {
      if (this.#isStopping) return;
      const next = this.#start({ number: slot.number, pauseMs: Math.min(pauseMs * 2, MAX_PAUSE_MS) });
      this.#slots[this.#slots.indexOf(slot)] = next;
      void next.listening.then(
        () => log.event('worker-replaced', { number: slot.number }),
        () => {},
      );
    });
  }
}

/** One that ends meanwhile needs nothing any more. */
function send(worker: Worker, message: ToWorker): void {
  if (worker.isConnected()) worker.send(message, () => {});
}
