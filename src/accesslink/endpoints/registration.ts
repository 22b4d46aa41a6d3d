// Registration of a user with the partner's client, and its end.
import type { Records } from '../../generated/accesslink.ts';
import type { Secret } from '../../secret.ts';
import { bearer } from '../credentials.ts';
import { decodeRecords } from '../decode.ts';
import { AccessLinkError } from '../errors.ts';
import type { Transport } from '../upstream.ts';

/** A user to register or to delete, with their token. */
export interface Registrant {
  readonly polarUserId: string;
  readonly token: Secret;
}

/**
 * POST /v3/users: registers the user and returns their record; null when the response has none. Rejects with `forbidden`
 * when a mandatory consent is missing, with `conflict` when the user is registered already or the member id is somebody
 * else's, with `invalid` after a 204 or a 404: nobody was registered.
 */
export async function registerUser(send: Transport, token: Secret, memberId: string): Promise<Records['User'] | null> {
  const json = { 'member-id': memberId };
  const { status, body } = await send({ method: 'POST', path: '/v3/users', authorization: bearer(token), json });
  if (status === 204 || status === 404) throw notRegistered(status);
  return decodeRecords('User', body).records[0] ?? null;
}

function notRegistered(status: number): AccessLinkError {
  const label = 'POST /v3/users';
  const upstream = { status, errorType: null, message: null, correlationId: null };
  return new AccessLinkError('invalid', `AccessLink answered ${label} with ${status}`, {
    status,
    label,
    upstream,
    problem: 'unexpected-status',
  });
}

/** DELETE /v3/users/{user-id}: ends the registration and revokes the token. Resolves also when both have ended before. */
export async function deleteUser(send: Transport, { polarUserId, token }: Registrant): Promise<void> {
  const path = `/v3/users/${encodeURIComponent(polarUserId)}`;
  try {
    await send({ method: 'DELETE', path, authorization: bearer(token) });
  } catch (failure) {
    const isRevoked = failure instanceof AccessLinkError && failure.code === 'unauthorized';
    if (!isRevoked) throw failure;
  }
}
