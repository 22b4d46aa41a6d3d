// Composition: every resource of AccessLink that a user can read, one a line. The loaders and their types, coverage,
// the documented windows and what an event of the webhook invalidates follow from it.
export {
  activityResource as activity,
  activitySamplesResource as activitySamples,
  recentActivityResource as recentActivities,
  recentActivitySamplesResource as recentActivitySamples,
} from './activity/loader.ts';
export {
  bodyTemperatureResource as bodyTemperature,
  ecgResource as ecgTests,
  skinContactResource as skinContacts,
  skinTemperatureResource as skinTemperature,
  spo2Resource as spo2Tests,
} from './biosensing/loader.ts';
export {
  cardioLoadResource as cardioLoad,
  monthlyCardioLoadResource as monthlyCardioLoads,
  recentCardioLoadResource as recentCardioLoads,
} from './cardio-load/loader.ts';
export { exerciseResource as exercises } from './exercises/loader.ts';
export { heartRateResource as heartRate } from './heart-rate/loader.ts';
export {
  availableNightsResource as availableNights,
  rechargeResource as recharge,
  sleepResource as sleep,
} from './nights/loader.ts';
export { physicalInfoResource as physicalInfo } from './physical-info/loader.ts';
export {
  alertnessResource as alertness,
  circadianBedtimeResource as circadianBedtime,
  recentAlertnessResource as recentAlertness,
  recentCircadianBedtimeResource as recentCircadianBedtimes,
} from './sleepwise/loader.ts';
export { userResource as user } from './users/loader.ts';
