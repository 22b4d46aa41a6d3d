// Pull notifications: of whom something waits in transactions. One request for all people of the client.
import type { Secret } from '../../secret.ts';
import { decodeRecords } from '../decode.ts';
import type { Transport } from '../upstream.ts';

/** Kinds of data that can wait, as AccessLink names them. */
export type Waiting = 'EXERCISE' | 'ACTIVITY_SUMMARY' | 'PHYSICAL_INFORMATION';

/** GET /v3/notifications with the client's credential: the users of whom something of a kind waits. */
export async function listUsersWithWaiting(send: Transport, authorization: Secret, kind: Waiting): Promise<string[]> {
  const { body } = await send({ path: '/v3/notifications', authorization });
  const { records } = decodeRecords('AvailableUserData', body, 'available-user-data');
  const users = records.filter((record) => record['data-type'] === kind).map((record) => record['user-id']);
  return [...new Set(users.filter((id) => id !== null))];
}
