// Sends a read again that has failed for a moment: once, after a pause, and not often.
import { type Clock, wait } from '../clock.ts';
import { AccessLinkError } from './errors.ts';
import type { Transport } from './upstream.ts';

export interface Retries {
  /** Wraps a transport. */
  retry(send: Transport): Transport;
  /** Counts a request that was sent again below, by the transport itself. */
  readonly countResent: () => void;
}

export interface ReadRetryOptions {
  readonly clock: Pick<Clock, 'elapsed' | 'after'>;
  /** A number from 0 to 1, for jitter. */
  readonly random: () => number;
}

/** At most this part of all requests is sent again. */
const PART = 0.1;
/** So many may be sent again at once, after many that were not. */
const MOST = 10;
/** The pause before a request is sent again, in milliseconds: half of it, up to one and a half. */
const PAUSE_MS = 200;
/** A request that took so long is not sent again: whoever waits for it has waited enough. */
const MAX_MS = 5_000;
const STATUSES = [502, 503, 504];
/** The connection broke; nobody knows whether the request was read, which is harmless for a GET. */
const BROKEN = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'];

/** Nothing was sent yet, so that nothing may be sent again: a tenth of it has to come first. */
export function createRetries({ clock, random }: ReadRetryOptions): Retries {
  let allowed = 0;
  const countSent = () => {
    allowed = Math.min(MOST, allowed + PART);
  };
  const mayRetry = (failure: unknown): failure is AccessLinkError => allowed >= 1 && isPassing(failure);
  return {
    countResent: () => {
      allowed = Math.max(-MOST, allowed - 1);
    },
    retry: (send) => async (request) => {
      const start = clock.elapsed();
      countSent();
      try {
        return await send(request);
      } catch (failure) {
        const isRead = (request.method ?? 'GET') === 'GET';
        if (!isRead || clock.elapsed() - start > MAX_MS || !mayRetry(failure)) throw failure;
        allowed -= 1;
        request.onResend?.(failure);
        await wait(clock, PAUSE_MS * (0.5 + random()));
        return send(request);
      }
    },
  };
}

/** Not after a 429, nor when AccessLink says how long to wait. */
function isPassing(failure: unknown): boolean {
  if (!(failure instanceof AccessLinkError) || !failure.isSent || failure.code !== 'unavailable') return false;
  if (failure.retryAfterSeconds !== null) return false;
  return failure.status === null ? BROKEN.includes(codeOf(failure.cause)) : STATUSES.includes(failure.status);
}

function codeOf(cause: unknown): string {
  const { code = '' } = (cause ?? {}) as { readonly code?: unknown };
  return String(code);
}
