// The bench's side of the stand-in upstream: starts it, sets it, and reads what it counted.
import { fileURLToPath } from 'node:url';
import type { TimedCall } from '../arithmetic.ts';
import { CORES, startServer } from '../processes.ts';
import type { Settings } from './bodies.ts';

/** A call that the upstream received: path with query, and milliseconds of its own clock. */
export interface RecordedCall extends TimedCall {
  readonly path: string;
}

export interface Counted {
  readonly count: number;
  /** Empty unless it was recording. */
  readonly calls: readonly RecordedCall[];
}

export interface Upstream {
  readonly origin: string;
  /** Changes settings, and forgets the calls so far. */
  set(settings: Partial<Settings>): Promise<void>;
  /** The calls since the last time. */
  take(): Promise<Counted>;
  stop(): Promise<void>;
}

/** Starts it on the core of the load. */
export async function startUpstream(): Promise<Upstream> {
  const script = fileURLToPath(new URL('main.ts', import.meta.url));
  const { origin, stop } = await startServer({ args: [script], core: CORES.load });
  const post = async (path: string, body: object): Promise<Counted> => {
    const response = await fetch(`${origin}${path}`, { method: 'POST', body: JSON.stringify(body) });
    return (await response.json()) as Counted;
  };
  return {
    origin,
    set: async (settings) => void (await post('/bench/settings', settings)),
    take: () => post('/bench/calls', {}),
    stop,
  };
}
