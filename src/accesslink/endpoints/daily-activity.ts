// Daily activity: summaries with or without samples, and the samples alone; at most 365 days back, 28 days a range.
import type { IsoDate } from '../../calendar.ts';
import type { RecordsRequest } from '../client.ts';
import { withFlags } from './flags.ts';

/** Parts of a summary that are sent on demand only. */
export type ActivityFlag = 'steps' | 'activity_zones' | 'inactivity_stamps';

const summaries = (path: string, flags: readonly ActivityFlag[]): RecordsRequest<'ActivitySummaryWithAllSamples'> => ({
  path: withFlags(path, flags),
  record: 'ActivitySummaryWithAllSamples',
});

const samples = (path: string): RecordsRequest<'ActivityDayWithSamples'> => ({
  path,
  record: 'ActivityDayWithSamples',
});

/** GET /v3/users/activities: uploaded in the last 28 days. */
export const listActivities = (flags: readonly ActivityFlag[]) => summaries('/v3/users/activities', flags);

/** GET /v3/users/activities/?from&to, documented with the slash. */
export const listActivitiesInRange = (from: IsoDate, to: IsoDate, flags: readonly ActivityFlag[]) =>
  summaries(`/v3/users/activities/?from=${from}&to=${to}`, flags);

/** GET /v3/users/activities/{date}. */
export const getActivity = (date: IsoDate, flags: readonly ActivityFlag[]) =>
  summaries(`/v3/users/activities/${date}`, flags);

/** GET /v3/users/activities/samples: uploaded in the last 28 days. */
export const listActivitySamples = () => samples('/v3/users/activities/samples');

/** GET /v3/users/activities/samples/?from&to, documented with the slash. */
export const listActivitySamplesInRange = (from: IsoDate, to: IsoDate) =>
  samples(`/v3/users/activities/samples/?from=${from}&to=${to}`);

/** GET /v3/users/activities/samples/{date}. */
export const getActivitySamples = (date: IsoDate) => samples(`/v3/users/activities/samples/${date}`);
