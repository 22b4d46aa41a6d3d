// What the resolvers of each type are given: the model of a module, with the age of its record.
import type { CollectedActivity } from '../generated/graphql.ts';
import type { StoredEvent } from '../store/contract/deliveries.ts';
import type * as activity from './activity/activity.ts';
import type * as activitySamples from './activity/samples.ts';
import type * as bodyTemperature from './biosensing/body-temperature.ts';
import type * as ecg from './biosensing/ecg-test.ts';
import type * as skinContact from './biosensing/skin-contact.ts';
import type * as skinTemperature from './biosensing/skin-temperature.ts';
import type * as spo2 from './biosensing/spo2-test.ts';
import type * as cardioLoad from './cardio-load/cardio-load.ts';
import type { Edge } from './graph/connection.ts';
import type { Viewer } from './context.ts';
import type { DayModel, DayPage } from './days/day.ts';
import type { Exercise as Exercised } from './exercises/exercise.ts';
import type { ExerciseModel } from './exercises/pages.ts';
import type { SessionFiles } from './files/session-files.ts';
import type * as heartRate from './heart-rate/heart-rate.ts';
import type { Aged } from './convert/records.ts';
import type { LazyEdge, LazyConnection } from './graph/lazy-connection.ts';
import type { NightModel } from './nights/night.ts';
import type * as recharge from './nights/recharge.ts';
import type { InfoEntry } from './physical-info/history.ts';
import type * as partner from './partner/partner.ts';
import type * as physicalInfo from './physical-info/physical-info.ts';
import type { Interval } from './graph/date-range.ts';
import type * as availableNight from './recent/available-night.ts';
import type * as alertness from './sleepwise/alertness.ts';
import type * as circadianBedtime from './sleepwise/circadian-bedtime.ts';

export type ActivitySamples = activitySamples.ActivitySamples;
export type Alertness = Aged<alertness.Alertness>;
export type AvailableNight = Aged<availableNight.AvailableNight>;
/** The days whose measurements are meant. */
export type Biosensing = Interval;
export type BodyTemperaturePeriod = Aged<bodyTemperature.BodyTemperaturePeriod>;
export type CardioLoad = Aged<cardioLoad.CardioLoad>;
export type CircadianBedtime = Aged<circadianBedtime.CircadianBedtime>;
export type ContinuousHeartRate = Aged<heartRate.ContinuousHeartRate>;
export type DailyActivity = Aged<activity.DailyActivity>;
export type CollectedActivityConnection = LazyConnection<CollectedActivity>;
export type CollectedActivityEdge = LazyEdge<CollectedActivity>;
/** Without its sport and files, which other modules add; a route is not among what is handed over. */
export type CollectedExercise = Omit<Exercised, 'polarExerciseId' | 'route'> & {
  readonly polarExerciseId: string;
  readonly polarTransactionId: string | null;
  readonly collectedAt: string;
  /** Of the files that were kept. */
  readonly types: SessionFiles['types'];
};
export type CollectedExerciseConnection = LazyConnection<CollectedExercise>;
export type CollectedExerciseEdge = LazyEdge<CollectedExercise>;
export type DataAvailable = StoredEvent;
export type Day = DayModel;
export type DayConnection = DayPage;
export type DayEdge = Edge<DayModel>;
export type EcgTest = Aged<ecg.EcgTest>;
export type Exercise = ExerciseModel;
export type ExerciseConnection = LazyConnection<ExerciseModel>;
export type ExerciseEdge = LazyEdge<ExerciseModel>;
export type ExerciseFiles = SessionFiles;
export type Night = NightModel;
export type NightConnection = LazyConnection<NightModel>;
export type NightEdge = LazyEdge<NightModel>;
export type NightlyRecharge = Aged<recharge.NightlyRecharge>;
export type Partner = partner.Partner;
export type PhysicalInfo = Aged<physicalInfo.PhysicalInfo>;
/** Nothing: its fields are lists of their own. */
export type Recent = Record<never, never>;
export type PhysicalInfoConnection = LazyConnection<InfoEntry>;
export type PhysicalInfoEdge = LazyEdge<InfoEntry>;
export type SkinContactPeriod = Aged<skinContact.SkinContactPeriod>;
export type SkinTemperature = Aged<skinTemperature.SkinTemperature>;
export type Spo2Test = Aged<spo2.Spo2Test>;
export type User = Viewer;
