// Continuous heart rate: one day, or a range, whose response is one day's object, a list, or an object with a list.
import type { IsoDate } from '../../calendar.ts';
import type { RecordsRequest } from '../client.ts';

/** GET /v3/users/continuous-heart-rate/{date}. No age limit is documented. */
export const getContinuousHeartRate = (date: IsoDate): RecordsRequest<'ContinuousHeartrate'> => ({
  path: `/v3/users/continuous-heart-rate/${date}`,
  record: 'ContinuousHeartrate',
  has404: true,
});

/** GET /v3/users/continuous-heart-rate?from&to. Neither width nor age is documented; 28 days are safe. */
export const listContinuousHeartRatesInRange = (from: IsoDate, to: IsoDate): RecordsRequest<'ContinuousHeartrate'> => ({
  path: `/v3/users/continuous-heart-rate?from=${from}&to=${to}`,
  record: 'ContinuousHeartrate',
});
