// `GET /metrics`: for whoever has METRICS_TOKEN. Without that variable the path does not exist: the address of a request says
// nothing behind a proxy, where all of them come from this machine.
import type { Secret } from '../../../secret.ts';
import { bearerTokenIn } from '../../auth/credentials.ts';
import { constantTimeEqual } from '../../auth/tokens/random-token.ts';
import type { Handler } from '../../http/router.ts';
import type { Metrics } from './metrics.ts';

/** The metrics in Prometheus' text format; 401 without the token. */
export function createMetricsHandler(metrics: Metrics, token: Secret): Handler {
  return async ({ headers }) => {
    const given = bearerTokenIn(headers);
    if (given === null || !constantTimeEqual(given, token.reveal())) {
      return new Response(null, {
        status: 401,
        headers: { 'www-authenticate': 'Bearer', 'cache-control': 'no-store' },
      });
    }
    const text = await metrics.render();
    return new Response(text, { headers: { 'content-type': metrics.contentType, 'cache-control': 'no-store' } });
  };
}
