// Composition: every resource with days, for what is known of them.
import type { IsoDate } from '../calendar.ts';
import { factsOfDated, factsOfListed } from '../loading/readers/coverage.ts';
import type { LoadContext } from '../loading/context.ts';
import { getCachedRecord } from '../loading/readers/record-reader.ts';
import { activityResource, activitySamplesResource } from './activity/loader.ts';
import {
  bodyTemperatureResource,
  ecgResource,
  skinContactResource,
  skinTemperatureResource,
  spo2Resource,
} from './biosensing/loader.ts';
import { cardioLoadResource } from './cardio-load/loader.ts';
import type { Coverage } from './context.ts';
import { exerciseResource } from './exercises/loader.ts';
import { heartRateResource } from './heart-rate/loader.ts';
import { rechargeResource, sleepResource } from './nights/loader.ts';
import { alertnessResource, circadianBedtimeResource } from './sleepwise/loader.ts';

/** What the user's own record is remembered as. */
export const USER = 'user';

const dated = [
  activityResource,
  activitySamplesResource,
  heartRateResource,
  cardioLoadResource,
  sleepResource,
  rechargeResource,
  alertnessResource,
  circadianBedtimeResource,
  bodyTemperatureResource,
  skinTemperatureResource,
  skinContactResource,
  ecgResource,
  spo2Resource,
];

/** What a session remembers of these days, oldest first. */
export async function readCoverage(dates: readonly IsoDate[], session: LoadContext): Promise<Coverage> {
  const exercises = factsOfListed(exerciseResource, dates, session);
  const others = dated.map((resource) => factsOfDated(resource, dates, session));
  const user = await getCachedRecord<'User'>(USER, session);
  return { resources: await Promise.all([exercises, ...others]), registeredAt: user?.['registration-date'] ?? null };
}
