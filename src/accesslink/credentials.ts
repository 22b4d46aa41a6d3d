// Values of the Authorization header: a user's token, or the client's id and secret.
import { createSecret, type Secret } from '../secret.ts';

/** For requests about one user. RFC 6750. */
export function bearer(token: Secret): Secret {
  return createSecret(`Bearer ${token.reveal()}`);
}

/** For requests of the client itself: webhook, notifications, the token endpoint. RFC 7617. */
export function basic(clientId: string, clientSecret: Secret): Secret {
  return createSecret(`Basic ${Buffer.from(`${clientId}:${clientSecret.reveal()}`).toString('base64')}`);
}
