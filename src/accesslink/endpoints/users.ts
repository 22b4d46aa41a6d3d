// Users: basic information and, newer than the documentation, physical information without a transaction.
import type { RecordsRequest } from '../client.ts';

/** GET /v3/users/{user-id}. Responds with nothing when the user is unknown or was never registered. */
export const getUser = (polarUserId: string): RecordsRequest<'User'> => ({
  path: `/v3/users/${encodeURIComponent(polarUserId)}`,
  record: 'User',
  has404: true,
});

/** GET /v3/users/physical-info. Responds with nothing when it was never filled in. */
export const getPhysicalInfo = (): RecordsRequest<'PhysicalInfo'> => ({
  path: '/v3/users/physical-info',
  record: 'PhysicalInfo',
  has404: true,
});
