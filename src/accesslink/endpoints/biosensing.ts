// Biosensing: five kinds of measurement, each over a range of at most 28 days.
import type { IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import type { RecordsRequest } from '../client.ts';

/** Builds the request for a range. */
type ListInRange<R extends RecordName> = (from: IsoDate, to: IsoDate) => RecordsRequest<R>;

const inRange =
  <R extends RecordName>(resource: string, record: R): ListInRange<R> =>
  (from, to) => ({ path: `/v3/users/biosensing/${resource}?from=${from}&to=${to}`, record });

/** GET /v3/users/biosensing/bodytemperature. */
export const listBodyTemperatures = inRange('bodytemperature', 'BodyTemperaturePeriod');

/** GET /v3/users/biosensing/skintemperature. */
export const listSkinTemperatures = inRange('skintemperature', 'SkinTemperature');

/** GET /v3/users/biosensing/skincontacts. */
export const listSkinContacts = inRange('skincontacts', 'SkinContactPeriod');

/** GET /v3/users/biosensing/ecg. */
export const listEcgTestResults = inRange('ecg', 'EcgTestResult');

/** GET /v3/users/biosensing/spo2. */
export const listSpo2TestResults = inRange('spo2', 'Spo2TestResult');
