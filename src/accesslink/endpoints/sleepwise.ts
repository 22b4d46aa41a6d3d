// SleepWise: alertness and circadian bedtime, of the last 28 days or of a range of at most 28.
import type { IsoDate } from '../../calendar.ts';
import type { RecordsRequest } from '../client.ts';

const ALERTNESS = '/v3/users/sleepwise/alertness';
const BEDTIME = '/v3/users/sleepwise/circadian-bedtime';

/** GET /v3/users/sleepwise/alertness. */
export const listAlertnessPeriods = (): RecordsRequest<'Alertness'> => ({ path: ALERTNESS, record: 'Alertness' });

/** GET /v3/users/sleepwise/alertness/date?from&to. */
export const listAlertnessPeriodsInRange = (from: IsoDate, to: IsoDate): RecordsRequest<'Alertness'> => ({
  path: `${ALERTNESS}/date?from=${from}&to=${to}`,
  record: 'Alertness',
});

/** GET /v3/users/sleepwise/circadian-bedtime. */
export const listCircadianBedtimes = (): RecordsRequest<'CircadianBedtime'> => ({
  path: BEDTIME,
  record: 'CircadianBedtime',
});

/** GET /v3/users/sleepwise/circadian-bedtime/date?from&to. */
export const listCircadianBedtimesInRange = (from: IsoDate, to: IsoDate): RecordsRequest<'CircadianBedtime'> => ({
  path: `${BEDTIME}/date?from=${from}&to=${to}`,
  record: 'CircadianBedtime',
});
