// Nightly Recharge: the last 28 days in one list, single nights beyond it; there is no range.
import type { IsoDate } from '../../calendar.ts';
import type { RecordsRequest } from '../client.ts';

/** GET /v3/users/nightly-recharge: the results of the last 28 days. */
export const listNightlyRecharges = (): RecordsRequest<'NightlyRecharge'> => ({
  path: '/v3/users/nightly-recharge',
  record: 'NightlyRecharge',
});

/** GET /v3/users/nightly-recharge/{date}. No age limit is documented. */
export const getNightlyRecharge = (date: IsoDate): RecordsRequest<'NightlyRecharge'> => ({
  path: `/v3/users/nightly-recharge/${date}`,
  record: 'NightlyRecharge',
  has404: true,
});
