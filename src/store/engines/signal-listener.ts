// Signals through Postgres: a connection that listens, comes back when it is lost, and then says that it was away.
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Emitter } from './signal-emitter.ts';
import { StoreError } from '../contract/errors.ts';
import type { ReceivedSignal, Signal } from '../contract/signals.ts';

export const CHANNEL = 'accesslink_signals';
/** Postgres takes payloads below 8000 bytes. */
const MAX_BYTES = 7999;
const FIRST_PAUSE_MS = 100;
const MAX_PAUSE_MS = 5000;
/** A connection that ends without a word is noticed by asking it something. */
const PULSE_MS = 15_000;

/** A signal as a payload. A list too long becomes "everything": more is read again than needed, never less. */
export function payloadOf(signal: Signal): string {
  const text = JSON.stringify(signal);
  if (Buffer.byteLength(text) <= MAX_BYTES) return text;
  if (signal.type === 'expire' && signal.whats !== null) return payloadOf({ ...signal, whats: null });
  throw new StoreError('invalid', `Cannot send a signal: its ids are longer than ${MAX_BYTES} bytes`);
}

/** Starts to listen, emitting what is heard, until the returned function is called. Rejects when it cannot start. */
export async function startListener(config: pg.ClientConfig, emitter: Emitter): Promise<() => Promise<void>> {
  const stop = new AbortController();
  const state = { connection: await connect(config, emitter) };
  const following = follow(state, { config, emitter, stop: stop.signal });
  return async () => {
    stop.abort();
    await state.connection.close();
    await following;
  };
}

interface Connection {
  /** Resolves when the connection is gone, for whatever reason. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

interface Following {
  readonly config: pg.ClientConfig;
  readonly emitter: Emitter;
  readonly stop: AbortSignal;
}

async function connect(config: pg.ClientConfig, emitter: Emitter): Promise<Connection> {
  const client = new pg.Client(config);
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  const close = () => client.end().catch(() => {});
  // `end` follows each error.
  client.on('error', () => {});
  client.on('notification', ({ payload = '' }) => emitter.emit(heardFrom(payload)));
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  } catch (error) {
    void close();
    throw error;
  }
  const pulse = setInterval(() => void client.query('select 1').catch(close), PULSE_MS);
  void ended.then(() => clearInterval(pulse));
  return { ended, close };
}

/** Whatever cannot be read may have been anything. */
function heardFrom(payload: string): ReceivedSignal {
  try {
    return JSON.parse(payload) as ReceivedSignal;
  } catch {
    return { type: 'missed' };
  }
}

async function follow(state: { connection: Connection }, { config, emitter, stop }: Following): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!stop.aborted) {
    await state.connection.ended;
    await setTimeout(pause, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted) return;
    try {
      state.connection = await connect(config, emitter);
      if (stop.aborted) return await state.connection.close();
      pause = FIRST_PAUSE_MS;
      emitter.emit({ type: 'missed' });
    } catch {
      pause = Math.min(pause * 2, MAX_PAUSE_MS);
    }
  }
}
