// Pull notifications: which users have data waiting in transactions. Requested with the client's own credential.
import { type ClientTransport, wireObjectsIn } from '../client.ts';
import { isUserId } from '../user-id.ts';

/** A user has data of a type waiting. The url that is sent with it is not followed. */
export interface PullNotification {
  readonly polarUserId: string;
  /** `EXERCISE`, `ACTIVITY_SUMMARY` or `PHYSICAL_INFORMATION`. */
  readonly type: string;
}

/** GET /v3/notifications. */
export async function listNotifications(send: ClientTransport): Promise<PullNotification[]> {
  const { body } = await send({ path: '/v3/notifications' });
  return wireObjectsIn(body, 'available-user-data').flatMap((wire) => {
    const polarUserId = String(wire['user-id'] ?? wire['user_id']);
    const type = wire['data-type'] ?? wire['data_type'];
    return isUserId(polarUserId) && typeof type === 'string' ? [{ polarUserId, type }] : [];
  });
}
