// Signals through Postgres: one connection listens; when it is lost it is made again, and `missed` is emitted.
import pg from 'pg';
import { type Clock, wait } from '../../clock.ts';
import type { Emitter } from './signal-emitter.ts';
import { StoreError } from '../contract/errors.ts';
import type { ReceivedSignal, Signal } from '../contract/signals.ts';

export const CHANNEL = 'accesslink_signals';
/** Postgres takes payloads below 8000 bytes. */
const MAX_BYTES = 7999;
const FIRST_PAUSE_MS = 100;
const MAX_PAUSE_MS = 5000;
/** A connection that ends silently is noticed by a query. */
const HEARTBEAT_MS = 15_000;

/** A signal as a payload. With too many keys it names whole resources: more is read again than needed, never less. */
export function payloadOf(signal: Signal): string {
  const text = JSON.stringify(signal);
  if (Buffer.byteLength(text) <= MAX_BYTES) return text;
  if (signal.type === 'invalidate' && signal.records.some(({ keys }) => keys !== null)) {
    return payloadOf({ ...signal, records: signal.records.map(({ resource }) => ({ resource, keys: null })) });
  }
  throw new StoreError('invalid', `Cannot send a signal: its ids are longer than ${MAX_BYTES} bytes`);
}

/** Starts to listen and emits each signal, until the returned function is called. Rejects when it cannot start. */
export async function startListener(
  config: pg.ClientConfig,
  emitter: Emitter,
  clock: Clock,
): Promise<() => Promise<void>> {
  const stop = new AbortController();
  const listening: Listening = { config, emitter, clock, stop: stop.signal };
  const state = { connection: await connect(listening) };
  const reconnecting = reconnect(state, listening);
  return async () => {
    stop.abort();
    await state.connection.close();
    await reconnecting;
  };
}

interface Connection {
  /** Resolves when the connection is gone, for whatever reason. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

interface Listening {
  readonly config: pg.ClientConfig;
  readonly emitter: Emitter;
  readonly clock: Clock;
  readonly stop: AbortSignal;
}

async function connect({ config, emitter, clock }: Listening): Promise<Connection> {
  const client = new pg.Client(config);
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  const close = () => client.end().catch(() => {});
  // `end` follows each error.
  client.on('error', () => {});
  client.on('notification', ({ payload = '' }) => emitter.emit(signalFrom(payload)));
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  } catch (error) {
    void close();
    throw error;
  }
  const stopHeartbeat = clock.every(HEARTBEAT_MS, () => void client.query('select 1').catch(close));
  void ended.then(stopHeartbeat);
  return { ended, close };
}

/** A payload that cannot be read may have been any signal. */
function signalFrom(payload: string): ReceivedSignal {
  try {
    return JSON.parse(payload) as ReceivedSignal;
  } catch {
    return { type: 'missed' };
  }
}

async function reconnect(state: { connection: Connection }, listening: Listening): Promise<void> {
  const { emitter, clock, stop } = listening;
  let pause = FIRST_PAUSE_MS;
  while (!stop.aborted) {
    await state.connection.ended;
    await wait(clock, pause, stop);
    if (stop.aborted) return;
    try {
      state.connection = await connect(listening);
      if (stop.aborted) return await state.connection.close();
      pause = FIRST_PAUSE_MS;
      emitter.emit({ type: 'missed' });
    } catch {
      pause = Math.min(pause * 2, MAX_PAUSE_MS);
    }
  }
}
