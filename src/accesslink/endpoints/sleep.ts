// Sleep: the last 28 days in one list, single nights beyond it; there is no range.
import type { IsoDate } from '../../calendar.ts';
import type { RecordsRequest } from '../client.ts';

/** GET /v3/users/sleep: the nights of the last 28 days. */
export const listNights = (): RecordsRequest<'Sleep'> => ({ path: '/v3/users/sleep', record: 'Sleep' });

/** GET /v3/users/sleep/{date}. No age limit is documented. */
export const getSleep = (date: IsoDate): RecordsRequest<'Sleep'> => ({
  path: `/v3/users/sleep/${date}`,
  record: 'Sleep',
  has404: true,
});

/** GET /v3/users/sleep/available: begin and end of the nights of the last 28 days. */
export const listAvailableSleeps = (): RecordsRequest<'AvailableSleep'> => ({
  path: '/v3/users/sleep/available',
  record: 'AvailableSleep',
});
