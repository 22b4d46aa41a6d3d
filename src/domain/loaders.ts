// Composition: the table of resources as the loaders of one operation.
import { getPhysicalInfo, getUser } from '../accesslink/endpoints/users.ts';
import { createDateLoader, createListedLoader } from '../loading/readers/loader.ts';
import type { LoadContext } from '../loading/context.ts';
import { readRecord, readAllRecords } from '../loading/readers/record-reader.ts';
import { activityResource, activitySamplesResource } from './activity/loader.ts';
import {
  bodyTemperatureResource,
  ecgResource,
  skinContactResource,
  skinTemperatureResource,
  spo2Resource,
} from './biosensing/loader.ts';
import { cardioLoadResource } from './cardio-load/loader.ts';
import type { Loaders, Viewer } from './context.ts';
import { readCoverage, USER } from './covered.ts';
import { badUserInput } from './errors.ts';
import { exerciseResource } from './exercises/loader.ts';
import { heartRateResource } from './heart-rate/loader.ts';
import { rechargeResource, sleepResource } from './nights/loader.ts';
import { cardioLoadsOfMonths, recentResources } from './recent/loader.ts';
import { alertnessResource, circadianBedtimeResource } from './sleepwise/loader.ts';

/** The loaders of one operation of one viewer. They are never shared between operations. */
export function createLoaders(session: LoadContext, viewer: Viewer): Loaders {
  return {
    activity: createDateLoader(activityResource, session),
    activitySamples: createDateLoader(activitySamplesResource, session),
    heartRate: createDateLoader(heartRateResource, session),
    cardioLoad: createDateLoader(cardioLoadResource, session),
    sleep: createDateLoader(sleepResource, session),
    recharge: createDateLoader(rechargeResource, session),
    alertness: createDateLoader(alertnessResource, session),
    circadianBedtime: createDateLoader(circadianBedtimeResource, session),
    bodyTemperature: createDateLoader(bodyTemperatureResource, session),
    skinTemperature: createDateLoader(skinTemperatureResource, session),
    skinContacts: createDateLoader(skinContactResource, session),
    ecgTests: createDateLoader(ecgResource, session),
    spo2Tests: createDateLoader(spo2Resource, session),
    exercises: createListedLoader(exerciseResource, session),
    user: once(async () => {
      const id = viewer.polarUserId;
      if (!id) throw badUserInput('Cannot read the user: the request does not say which; send "Polar-User-Id: <id>"');
      return readRecord({ name: USER, read: () => getUser(id) }, session);
    }),
    coverage: (dates) => readCoverage(dates, session),
    physicalInfo: once(() => readRecord({ name: 'physical info', read: getPhysicalInfo }, session)),
    recent: (name) => readAllRecords(recentResources[name], session),
    recentCardioLoads: (months) => readAllRecords(cardioLoadsOfMonths(months), session),
  };
}

/** Runs `load` at the first call and gives every caller the same promise. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined;
  return () => {
    promise ??= load();
    return promise;
  };
}
