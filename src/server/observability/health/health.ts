// `/health/live` and `/health/ready`: whether this process runs, and whether requests should be sent to it. Anybody may ask,
// so the answers name no host, no version and no failure, and a probe costs next to nothing.
import type { Handler } from '../../http/router.ts';

/** `none`: there is no store; `unknown`: nothing has been sent to AccessLink yet. */
export type HealthState = 'ok' | 'failing' | 'none' | 'unknown';

export interface HealthOptions {
  readonly storeState: () => Promise<HealthState>;
  readonly upstreamState: () => HealthState;
}

export interface Health {
  /** 200 as long as the event loop turns. */
  readonly live: Handler;
  /**
   * 503 while the store fails, since sign-ins and deliveries do, and from `drain` on. While AccessLink fails the process is
   * ready: it answers from what it has, and another process would do no better.
   */
  readonly ready: Handler;
  /** The process is about to end. */
  readonly drain: () => void;
}

export function createHealth({ storeState, upstreamState }: HealthOptions): Health {
  let isDraining = false;
  return {
    live: async () => respond(200, { status: 'ok' }),
    ready: async () => {
      const [store, upstream] = [await storeState(), upstreamState()];
      const isReady = !isDraining && store !== 'failing';
      const status = isReady ? (upstream === 'failing' ? 'degraded' : 'ready') : 'not-ready';
      return respond(isReady ? 200 : 503, { status, store, upstream, draining: isDraining });
    },
    drain: () => {
      isDraining = true;
    },
  };
}

function respond(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
