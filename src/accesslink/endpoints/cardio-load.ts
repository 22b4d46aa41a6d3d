// Cardio load: the last 28 days, a day, a range, the last days or months.
import type { IsoDate } from '../../calendar.ts';
import type { RecordsRequest } from '../client.ts';

const cardioLoads = (path: string): RecordsRequest<'CardioLoad'> => ({
  path: `/v3/users/cardio-load/${path}`,
  record: 'CardioLoad',
});

/** GET /v3/users/cardio-load/ with the documented slash: the last 28 days. */
export const listCardioLoads = () => cardioLoads('');

/** GET /v3/users/cardio-load/{date}: a list of one. */
export const getCardioLoad = (date: IsoDate) => cardioLoads(date);

/** GET /v3/users/cardio-load/date?from&to: an entry for every day, empty days marked by their status. */
export const listCardioLoadsInRange = (from: IsoDate, to: IsoDate) => cardioLoads(`date?from=${from}&to=${to}`);

/** GET /v3/users/cardio-load/period/days/{days}: the last `days` days, 1 to 180. */
export const listCardioLoadsForDays = (days: number) => cardioLoads(`period/days/${days}`);

/** GET /v3/users/cardio-load/period/months/{months}: the last `months` months, 1 to 6. */
export const listCardioLoadsForMonths = (months: number) => cardioLoads(`period/months/${months}`);
