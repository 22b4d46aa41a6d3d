// Values of the Authorization header: a user's token, or the client's id and secret.
import { createSecret, type Secret } from '../secret.ts';

/** For everything about one user. */
export function bearer(token: Secret): Secret {
  return createSecret(`Bearer ${token.reveal()}`);
}

/** For what belongs to the client: webhook, notifications, the token endpoint. RFC 7617. */
export function basic(clientId: string, clientSecret: Secret): Secret {
  return createSecret(`Basic ${Buffer.from(`${clientId}:${clientSecret.reveal()}`).toString('base64')}`);
}
