import type { IsoDate } from '../calendar.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from '../domain/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A civil date, `YYYY-MM-DD`, such as `2026-11-22`. Days follow the clock of the person's device, not UTC. */
  Date: { input: IsoDate; output: IsoDate; }
  /** An instant as RFC 3339, always with an offset or `Z`, such as `2026-11-22T06:31:00+02:00`. */
  DateTime: { input: string; output: string; }
  /**
   * A length of time as ISO 8601, such as `PT7H32M` or `PT6917.941S`. The field beside it whose name ends in `Seconds`
   * holds the same as a number.
   */
  Duration: { input: string; output: string; }
  /**
   * A reading of the device's own clock, without an offset, such as `2026-11-22T06:31:00`. It is no instant: the
   * offset from UTC was not recorded.
   */
  LocalDateTime: { input: string; output: string; }
  /** A month of the calendar, `YYYY-MM`, such as `2026-11`. */
  YearMonth: { input: string; output: string; }
};

/** The course of one day. */
export type ActivitySamples = {
  /** The day as told with the samples. */
  date: Maybe<Scalars['Date']['output']>;
  /** When the device asked the person to move, by its clock; null when not recorded. */
  inactivityStamps: Maybe<Array<Scalars['LocalDateTime']['output']>>;
  /** Length of the segment that one step sample stands for, in milliseconds; null when not known. */
  intervalMs: Maybe<Scalars['Int']['output']>;
  /** Steps per segment, as parallel lists; null when none were recorded. */
  stepColumns: Maybe<LocalTimeColumns>;
  /** Summary of the steps per segment, over the segments that were sent; null when none were recorded. */
  stepStatistics: Maybe<SeriesStatistics>;
  /**
   * Steps per segment, exactly as sent. Segments are left out: documented is that equal neighbours are, in practice those
   * without steps are. null when none were recorded.
   */
  steps: Maybe<Array<StepSample>>;
  /** Steps of the whole day as told with the samples. */
  totalSteps: Maybe<Scalars['Int']['output']>;
  /** The activity zones one after the other; each holds until the next. null when none were recorded. */
  zones: Maybe<Array<ActivityZoneChange>>;
};


/** The course of one day. */
export type ActivitySamplesStepColumnsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** The course of one day. */
export type ActivitySamplesStepsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};

/** How intense an activity is. */
export type ActivityZone =
  /** Standing work, light housework. */
  | 'LIGHT'
  /** Walking, dancing, playing outdoors. */
  | 'MODERATE'
  /** The device was not worn. */
  | 'NON_WEAR'
  /** Sitting and similar. */
  | 'SEDENTARY'
  /** Sleep or rest while lying. */
  | 'SLEEP'
  /** A value that this service does not know. */
  | 'UNKNOWN'
  /** Jogging, ball games. */
  | 'VIGOROUS';

/** The moment from which an activity zone holds. */
export type ActivityZoneChange = {
  /** When, by the clock of the device. */
  time: Scalars['LocalDateTime']['output'];
  /** The zone from then on. */
  zone: ActivityZone;
};

/** How alert a person was or will be after one sleep. At least 5 days of sleep data are needed. */
export type Alertness = Remembered & {
  /** End of the period, in UTC. */
  endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  fetchedAt: Scalars['DateTime']['output'];
  /** Grade of the alertness; the scale is not documented. */
  grade: Maybe<Scalars['Float']['output']>;
  /** The grade in words. */
  gradeClassification: Maybe<AlertnessClassification>;
  /** Kind of grade. */
  gradeType: Maybe<AlertnessGradeType>;
  /** How long the grade holds. */
  gradeValidity: Maybe<Scalars['Duration']['output']>;
  /** How long the grade holds, in seconds. */
  gradeValiditySeconds: Maybe<Scalars['Int']['output']>;
  /** Expected alertness hour by hour; null when not known. */
  hours: Maybe<Array<AlertnessHour>>;
  /** Whether this is a prediction. */
  resultType: Maybe<SleepWiseResultType>;
  /** End of the sleep, in UTC. */
  sleepEndTime: Maybe<Scalars['DateTime']['output']>;
  /** Grogginess after waking up. */
  sleepInertia: Maybe<SleepInertia>;
  /** Start of the sleep, in UTC. */
  sleepStartTime: Maybe<Scalars['DateTime']['output']>;
  /** Kind of sleep. */
  sleepType: Maybe<SleepType>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Scalars['Boolean']['output'];
  /** Start of the period, in UTC. */
  startTime: Maybe<Scalars['DateTime']['output']>;
  /** Minutes that the sleeper's clock was ahead of UTC. */
  utcOffsetMinutes: Maybe<Scalars['Int']['output']>;
  /** How far the result can be trusted. */
  validity: Maybe<SleepWiseValidity>;
};

/** An alertness grade in words. */
export type AlertnessClassification =
  /** Excellent. */
  | 'EXCELLENT'
  /** Fair. */
  | 'FAIR'
  /** Strong. */
  | 'STRONG'
  /** Not known, or a value that this service does not know. */
  | 'UNKNOWN'
  /** Weak. */
  | 'WEAK';

/** Kind of an alertness grade. */
export type AlertnessGradeType =
  /** A further grade of the same day. */
  | 'ADDITIONAL'
  /** The main grade of the day. */
  | 'PRIMARY'
  /** Not known, or a value that this service does not know. */
  | 'UNKNOWN';

/** Expected alertness of one hour. */
export type AlertnessHour = {
  /** End of the hour, in UTC. */
  endTime: Maybe<Scalars['DateTime']['output']>;
  /** Expected alertness. */
  level: Maybe<AlertnessLevel>;
  /** Start of the hour, in UTC. The first can begin later than the full hour. */
  startTime: Maybe<Scalars['DateTime']['output']>;
  /** How far the result can be trusted. */
  validity: Maybe<SleepWiseValidity>;
};

/** Expected alertness. */
export type AlertnessLevel =
  /** High. */
  | 'HIGH'
  /** Low. */
  | 'LOW'
  /** Minimal. */
  | 'MINIMAL'
  /** Not known, or a value that this service does not know. */
  | 'UNKNOWN'
  /** Very high. */
  | 'VERY_HIGH'
  /** Very low. */
  | 'VERY_LOW';

/** A result against the person's own baseline. */
export type BaselineDeviation =
  /** Above the usual. */
  | 'ABOVE_USUAL'
  /** Below the usual. */
  | 'BELOW_USUAL'
  /** No baseline is known yet. */
  | 'NO_BASELINE'
  /** A value that this service does not know. */
  | 'UNKNOWN'
  /** As usual. */
  | 'USUAL';

/** What the sensors of the skin measured. Each list is empty when nothing was measured and null when it could not be read. */
export type Biosensing = {
  /** Body temperature over time, by start. */
  bodyTemperature: Maybe<Array<BodyTemperaturePeriod>>;
  /** Wrist ECG tests, by time. */
  ecgTests: Maybe<Array<EcgTest>>;
  /** When a sensor touched the skin, by start. */
  skinContacts: Maybe<Array<SkinContactPeriod>>;
  /** Skin temperature during sleep, one entry a night. */
  skinTemperature: Maybe<Array<SkinTemperature>>;
  /** Blood oxygen tests, by time. */
  spo2Tests: Maybe<Array<Spo2Test>>;
};

/** Blood oxygen in words. */
export type BloodOxygenClass =
  /** Low. */
  | 'LOW'
  /** Normal. */
  | 'NORMAL'
  /** Not known, or a value that this service does not know. */
  | 'UNKNOWN'
  /** Very low. */
  | 'VERY_LOW';

/** Body temperature over one stretch of time. */
export type BodyTemperaturePeriod = Remembered & {
  /** The temperatures in degrees Celsius, as parallel lists; null when none were sent. */
  columns: Maybe<OffsetColumns>;
  /** The device that measured. */
  deviceId: Maybe<Scalars['String']['output']>;
  /** End of the measurement, in UTC. */
  endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  fetchedAt: Scalars['DateTime']['output'];
  /** Skin or core temperature. */
  measurementType: Maybe<TemperatureMeasurementType>;
  /** Last change of the measurement, in UTC. */
  modifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** The temperatures in order; null when none were sent. */
  samples: Maybe<Array<BodyTemperatureSample>>;
  /** Where the sensor sat. */
  sensorLocation: Maybe<SensorLocation>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Scalars['Boolean']['output'];
  /** Start of the measurement, in UTC. */
  startTime: Maybe<Scalars['DateTime']['output']>;
  /** Summary of the temperatures in degrees Celsius; null when none were sent. */
  statistics: Maybe<SeriesStatistics>;
};


/** Body temperature over one stretch of time. */
export type BodyTemperaturePeriodColumnsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** Body temperature over one stretch of time. */
export type BodyTemperaturePeriodSamplesArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};

/** Body temperature at one moment. */
export type BodyTemperatureSample = {
  /** Seconds from the start of the measurement. */
  offsetSeconds: Scalars['Float']['output'];
  /** Temperature in degrees Celsius; null is a gap. */
  temperatureCelsius: Maybe<Scalars['Float']['output']>;
  /** When, in UTC; null when the start of the measurement is unknown. */
  time: Maybe<Scalars['DateTime']['output']>;
};

/** How much training strains the heart, for one day. */
export type CardioLoad = Remembered & {
  /** The day. */
  date: Maybe<Scalars['Date']['output']>;
  /** When AccessLink sent this. */
  fetchedAt: Scalars['DateTime']['output'];
  /** What counts as a low or a high load for this person; null when not available. */
  level: Maybe<CardioLoadLevels>;
  /** Load of the day (training impulse, TRIMP), without unit; null when not available. */
  load: Maybe<Scalars['Float']['output']>;
  /** Strain divided by tolerance; null when not available. */
  ratio: Maybe<Scalars['Float']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Scalars['Boolean']['output'];
  /** What the load does to the person's form. */
  status: Maybe<CardioLoadStatus>;
  /** Average daily load of the past 7 days; null when not available. */
  strain: Maybe<Scalars['Float']['output']>;
  /** Average daily load of the past 28 days; null when not available. */
  tolerance: Maybe<Scalars['Float']['output']>;
};

/** One value per level, from the person's sessions of the past 90 days. What the numbers measure is not documented. */
export type CardioLoadLevels = {
  /** Value of the level high; null when not available. */
  high: Maybe<Scalars['Float']['output']>;
  /** Value of the level low; null when not available. */
  low: Maybe<Scalars['Float']['output']>;
  /** Value of the level medium; null when not available. */
  medium: Maybe<Scalars['Float']['output']>;
  /** Value of the level very high; null when not available. */
  veryHigh: Maybe<Scalars['Float']['output']>;
  /** Value of the level very low; null when not available. */
  veryLow: Maybe<Scalars['Float']['output']>;
};

/** What the load of the last weeks does to the person's form. */
export type CardioLoadStatus =
  /** Training less than usual; form is being lost. */
  | 'DETRAINING'
  /** Training as usual or a little less; form is being kept. */
  | 'MAINTAINING'
  /** Nothing could be calculated for the day. */
  | 'NOT_AVAILABLE'
  /** Training much more than usual. */
  | 'OVERREACHING'
  /** Training more than usual, at a good pace; form is being built. */
  | 'PRODUCTIVE'
  /** Productive, close to overreaching. */
  | 'PRODUCTIVE_ALMOST_OVERREACHING'
  /** Productive again after overreaching. */
  | 'PRODUCTIVE_DROPPED_FROM_OVERREACHING'
  /** Recovering after overreaching. */
  | 'RECOVERY_AFTER_OVERREACHING'
  /** Not recognised, or a value that this service does not know. */
  | 'UNKNOWN';

/** The best time to go to bed, from the rhythm of the past nights. At least 5 days of sleep data are needed. */
export type CircadianBedtime = Remembered & {
  /** End of the period, in UTC. */
  endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  fetchedAt: Scalars['DateTime']['output'];
  /** End of the preferred sleep, in UTC. */
  preferredSleepEndTime: Maybe<Scalars['DateTime']['output']>;
  /** Start of the preferred sleep, in UTC. */
  preferredSleepStartTime: Maybe<Scalars['DateTime']['output']>;
  /** How clear the rhythm is. */
  quality: Maybe<CircadianBedtimeQuality>;
  /** Whether this is a prediction. */
  resultType: Maybe<SleepWiseResultType>;
  /** End of the sleep gate, in UTC. */
  sleepGateEndTime: Maybe<Scalars['DateTime']['output']>;
  /** Start of the sleep gate, the stretch in which falling asleep is easiest, in UTC. */
  sleepGateStartTime: Maybe<Scalars['DateTime']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Scalars['Boolean']['output'];
  /** Start of the period, in UTC. */
  startTime: Maybe<Scalars['DateTime']['output']>;
  /** Minutes that the sleeper's clock was ahead of UTC. */
  utcOffsetMinutes: Maybe<Scalars['Int']['output']>;
  /** How far the result can be trusted. */
  validity: Maybe<SleepWiseValidity>;
};

/** How clear the rhythm of sleep is. */
export type CircadianBedtimeQuality =
  /** Clearly recognizable. */
  | 'CLEARLY_RECOGNIZABLE'
  /** Compromised. */
  | 'COMPROMISED'
  /** Not known, or a value that this service does not know. */
  | 'UNKNOWN'
  /** Weak. */
  | 'WEAK';

/** How unbroken the sleep was. */
export type ContinuityClass =
  /** 4: continuous. */
  | 'CONTINUOUS'
  /** 3: fairly continuous. */
  | 'FAIRLY_CONTINUOUS'
  /** 2: fairly fragmented. */
  | 'FAIRLY_FRAGMENTED'
  /** 1: fragmented. */
  | 'FRAGMENTED'
  /** A value that this service does not know. */
  | 'UNKNOWN'
  /** 5: very continuous. */
  | 'VERY_CONTINUOUS';

/** Heart rate of one day outside training sessions. */
export type ContinuousHeartRate = Remembered & {
  /** Heart rate in beats per minute, as parallel lists. */
  columns: Maybe<LocalTimeColumns>;
  /** The day. */
  date: Maybe<Scalars['Date']['output']>;
  /** When AccessLink sent this. */
  fetchedAt: Scalars['DateTime']['output'];
  /** Heart rate, about every 5 minutes at rest and up to every second in motion, with gaps of hours. */
  samples: Maybe<Array<HeartRateSample>>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Scalars['Boolean']['output'];
  /** Summary of the heart rate in beats per minute. */
  statistics: Maybe<SeriesStatistics>;
};


/** Heart rate of one day outside training sessions. */
export type ContinuousHeartRateColumnsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** Heart rate of one day outside training sessions. */
export type ContinuousHeartRateSamplesArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};

/** What a person did on one day. */
export type DailyActivity = Remembered & {
  /** Time active. */
  activeDuration: Maybe<Scalars['Duration']['output']>;
  /** Time active, in seconds. */
  activeDurationSeconds: Maybe<Scalars['Float']['output']>;
  /** Energy of the day in kilocalories, without the basal metabolic rate. */
  activeEnergyKcal: Maybe<Scalars['Int']['output']>;
  /** Score of the day's activity in percent; can exceed 100. */
  activityPercent: Maybe<Scalars['Float']['output']>;
  /** The day. */
  date: Maybe<Scalars['Date']['output']>;
  /** Distance in metres, computed from the steps. */
  distanceMeters: Maybe<Scalars['Float']['output']>;
  /** Where the recording ends, by the clock of the device. Today ends with the last synchronization. */
  endTime: Maybe<Scalars['LocalDateTime']['output']>;
  /** Energy of the day in kilocalories, with the basal metabolic rate. */
  energyKcal: Maybe<Scalars['Int']['output']>;
  /** When AccessLink sent this. */
  fetchedAt: Scalars['DateTime']['output'];
  /** Time inactive. */
  inactiveDuration: Maybe<Scalars['Duration']['output']>;
  /** Time inactive, in seconds. */
  inactiveDurationSeconds: Maybe<Scalars['Float']['output']>;
  /** How often the device asked the person to move. */
  inactivityAlertCount: Maybe<Scalars['Int']['output']>;
  /** The course of the day; null when none was recorded. */
  samples: Maybe<ActivitySamples>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Scalars['Boolean']['output'];
  /** Where the recording begins, by the clock of the device. The first day with a device can begin at any hour. */
  startTime: Maybe<Scalars['LocalDateTime']['output']>;
  /** Steps of the day. */
  steps: Maybe<Scalars['Int']['output']>;
};

/** The documented limits of one kind of data. */
export type DataWindow = {
  /** true when only data counts that was uploaded after the person had been registered with this client. */
  afterRegistration: Scalars['Boolean']['output'];
  /** What the age is counted from. */
  basis: DataWindowBasis;
  /** The limits in words. */
  description: Scalars['String']['output'];
  /** How many days old the oldest data within reach is; null when no limit is documented. */
  maxAgeDays: Maybe<Scalars['Int']['output']>;
  /** How many days one request may span, first and last included; null when there are no ranges or no limit is documented. */
  maxRangeDays: Maybe<Scalars['Int']['output']>;
  /** How many days a request without a range answers with; null when there is no such request. */
  recentDays: Maybe<Scalars['Int']['output']>;
  /** A stable name of the kind of data. */
  resource: Scalars['String']['output'];
};

/** What a data window's age is counted from. */
export type DataWindowBasis =
  /** From the day that the data describes. */
  | 'DATE'
  /** The documentation does not say. */
  | 'UNKNOWN'
  /** From the moment the device sent the data to Polar. */
  | 'UPLOAD';

/** A first and a last day, both included. */
export type DateInterval = {
  /** The first day. */
  from: Scalars['Date']['input'];
  /** The last day; not before `from`. */
  to: Scalars['Date']['input'];
};

/** Which days are meant: give exactly one field. */
export type DateRange =
  /** From one date to another, both included. */
  { between: DateInterval; lastDays?: never; month?: never; on?: never; }
  |  /** So many days up to and including today; 1 is today alone. */
  { between?: never; lastDays: Scalars['Int']['input']; month?: never; on?: never; }
  |  /** Every day of a month. */
  { between?: never; lastDays?: never; month: Scalars['YearMonth']['input']; on?: never; }
  |  /** One day. */
  { between?: never; lastDays?: never; month?: never; on: Scalars['Date']['input']; };

/**
 * One civil day of a person's life, by the clock of the device. A day always exists; its parts are null when nothing
 * was recorded.
 */
export type Day = Node & {
  /** Steps, energy and activity; null when nothing was recorded. */
  activity: Maybe<DailyActivity>;
  /** How alert the person was or will be after the night of this day; null when nothing is known. */
  alertness: Maybe<Alertness>;
  /** Temperatures, skin contact, ECG and blood oxygen of this day. */
  biosensing: Biosensing;
  /** How much training strains the heart; null when nothing was recorded. */
  cardioLoad: Maybe<CardioLoad>;
  /** The best time to go to bed for the night of this day; null when nothing is known. */
  circadianBedtime: Maybe<CircadianBedtime>;
  /** The day. */
  date: Scalars['Date']['output'];
  /** Training sessions that started on this day, by start; empty when there were none, null when they could not be read. */
  exercises: Maybe<Array<Exercise>>;
  /** Heart rate outside training sessions; null when nothing was recorded. */
  heartRate: Maybe<ContinuousHeartRate>;
  /** Opaque and stable. */
  id: Scalars['ID']['output'];
  /** The day after. */
  next: Day;
  /**
   * The night that AccessLink dates with this day, as a rule the one from which the person woke on it; null when no
   * sleep was recorded.
   */
  night: Maybe<Night>;
  /** The day before. */
  previous: Day;
};

/** A page of days, oldest first. */
export type DayConnection = {
  /** The days with their cursors. */
  edges: Array<DayEdge>;
  /** The days without cursors. */
  nodes: Array<Day>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A day in a page of days. */
export type DayEdge = {
  /** For `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The day. */
  node: Day;
};

/** Quality of an ECG signal. */
export type EcgQuality =
  /** High. */
  | 'HIGH'
  /** Low. */
  | 'LOW'
  /** The skin was not touched. */
  | 'NO_CONTACT'
  /** Not known, or a value that this service does not know. */
  | 'UNKNOWN';

/** Quality of the ECG signal from one moment on. */
export type EcgQualityMeasurement = {
  /** Seconds from the start of the measurement. */
  offsetSeconds: Scalars['Float']['output'];
  /** The quality. */
  quality: Maybe<EcgQuality>;
};

/** The ECG at one moment. */
export type EcgSample = {
  /** Amplitude in millivolts; null is a gap. */
  amplitudeMv: Maybe<Scalars['Float']['output']>;
  /** Seconds from the start of the measurement. */
  offsetSeconds: Scalars['Float']['output'];
};

/** One wrist ECG test. */
export type EcgTest = Remembered & {
  /** Average heart rate in beats per minute. */
  averageHeartRate: Maybe<Scalars['Int']['output']>;
  /** The ECG in millivolts, as parallel lists; null when none was sent. */
  columns: Maybe<OffsetColumns>;
  /** The device that measured. */
  deviceId: Maybe<Scalars['String']['output']>;
  /** When AccessLink sent this. */
  fetchedAt: Scalars['DateTime']['output'];
  /** Heart rate variability against the usual level. */
  heartRateVariabilityLevel: Maybe<BaselineDeviation>;
  /** Heart rate variability in milliseconds. */
  heartRateVariabilityMs: Maybe<Scalars['Float']['output']>;
  /** Diastolic pulse transit time in milliseconds. */
  pulseTransitTimeDiastolicMs: Maybe<Scalars['Float']['output']>;
  /** Quality of the pulse transit time; the scale is not documented. */
  pulseTransitTimeQualityIndex: Maybe<Scalars['Float']['output']>;
  /** Systolic pulse transit time in milliseconds. */
  pulseTransitTimeSystolicMs: Maybe<Scalars['Float']['output']>;
  /** Quality of the signal during the test; null when not sent. */
  qualityMeasurements: Maybe<Array<EcgQualityMeasurement>>;
  /** Time between two heart beats, in milliseconds. */
  rrIntervalMs: Maybe<Scalars['Float']['output']>;
  /** The ECG in order; null when none was sent. */
  samples: Maybe<Array<EcgSample>>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Scalars['Boolean']['output'];
  /** Summary of the ECG in millivolts; null when none was sent. */
  statistics: Maybe<SeriesStatistics>;
  /** When the test was taken, with the person's offset; in UTC when that is unknown. */
  testTime: Maybe<Scalars['DateTime']['output']>;
  /** Minutes that the person's clock was ahead of UTC; null when unknown. */
  utcOffsetMinutes: Maybe<Scalars['Int']['output']>;
};


/** One wrist ECG test. */
export type EcgTestColumnsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** One wrist ECG test. */
export type EcgTestSamplesArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};

/** A training session. */
export type Exercise = Node & Remembered & {
  /** Average heart rate in beats per minute; null when not measured. */
  averageHeartRate: Maybe<Scalars['Int']['output']>;
  /** Share of carbohydrate in the energy spent, in percent; null when the device does not tell energy sources apart. */
  carbohydratePercent: Maybe<Scalars['Int']['output']>;
  /** Club of a Flow for Club session; null for any other session and when the club could not be found. */
  clubId: Maybe<Scalars['ID']['output']>;
  /** Name of that club; null for any other session and when the club could not be found. */
  clubName: Maybe<Scalars['String']['output']>;
  /** The day the session started on, by the clock of the device; null when the start is unknown. */
  date: Maybe<Scalars['Date']['output']>;
  /** The day the session started on; null when the start is unknown. */
  day: Maybe<Day>;
  /** The Polar product that recorded the session. */
  device: Maybe<Scalars['String']['output']>;
  /** The device that recorded the session. */
  deviceId: Maybe<Scalars['String']['output']>;
  /** Distance in metres; null when not measured. */
  distanceMeters: Maybe<Scalars['Float']['output']>;
  /** How long the session was. */
  duration: Maybe<Scalars['Duration']['output']>;
  /** How long the session was, in seconds. */
  durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Energy spent, in kilocalories. */
  energyKcal: Maybe<Scalars['Int']['output']>;
  /** Share of fat in the energy spent, in percent; null when the device does not tell energy sources apart. */
  fatPercent: Maybe<Scalars['Int']['output']>;
  /** When AccessLink sent this. */
  fetchedAt: Scalars['DateTime']['output'];
  /** Whether there is a route. */
  hasRoute: Maybe<Scalars['Boolean']['output']>;
  /** Time in each heart rate zone, lowest first; null when not measured. */
  heartRateZones: Maybe<Array<HeartRateZone>>;
  /** Opaque and stable. */
  id: Scalars['ID']['output'];
  /** Highest heart rate in beats per minute; null when not measured. */
  maximumHeartRate: Maybe<Scalars['Int']['output']>;
  /** The id that AccessLink uses. */
  polarExerciseId: Maybe<Scalars['ID']['output']>;
  /** Share of protein in the energy spent, in percent; null when the device does not tell energy sources apart. */
  proteinPercent: Maybe<Scalars['Int']['output']>;
  /** Where the session went; null when there is no route. */
  route: Maybe<Route>;
  /** Running index, a score of a run from heart rate and speed; null when not a run or not measured. */
  runningIndex: Maybe<Scalars['Int']['output']>;
  /** What was measured during the session, one series for each type; null when nothing was. */
  samples: Maybe<Array<SampleSeries>>;
  /** The sport, in the finest grain that is known; null when none was sent. */
  sport: Maybe<Sport>;
  /** The coarse sport as AccessLink names it, such as `RUNNING` or `OTHER`; no list is documented. */
  sportGroup: Maybe<Scalars['String']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Scalars['Boolean']['output'];
  /** The start as an instant, from the clock of the device and its offset; null when the offset is unknown. */
  startTime: Maybe<Scalars['DateTime']['output']>;
  /** The start by the clock of the device. */
  startTimeLocal: Maybe<Scalars['LocalDateTime']['output']>;
  /** How hard the session was on the body; null when not known. */
  trainingLoad: Maybe<TrainingLoad>;
  /** When the session was sent from the device to Polar. */
  uploadedAt: Maybe<Scalars['DateTime']['output']>;
  /** Minutes that the clock of the device was ahead of UTC at the start. */
  utcOffsetMinutes: Maybe<Scalars['Int']['output']>;
};


/** A training session. */
export type ExerciseSamplesArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
  types: InputMaybe<Array<SampleType>>;
};

/** A page of training sessions, oldest first. */
export type ExerciseConnection = {
  /** The sessions with their cursors; null when they could not be read. */
  edges: Maybe<Array<ExerciseEdge>>;
  /** The sessions without cursors; null in the place of one that could not be read. */
  nodes: Maybe<Array<Maybe<Exercise>>>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A training session in a page of sessions. */
export type ExerciseEdge = {
  /** For `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The session; null when it could not be read. */
  node: Maybe<Exercise>;
};

/** A sport in the terms of the FIT file format. */
export type FitSport = {
  /** The FIT sport, such as `RUNNING`. */
  sport: Scalars['String']['output'];
  /** The FIT sub-sport, such as `TRAIL`; null when there is none. */
  subSport: Maybe<Scalars['String']['output']>;
};

/** Sex as Polar records it. */
export type Gender =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** A value that this service does not know. */
  | 'UNKNOWN';

/** Heart rate at one moment of a day. */
export type HeartRateSample = {
  /** Beats per minute; null when there was no signal. */
  beatsPerMinute: Maybe<Scalars['Int']['output']>;
  /** When, by the clock of the device. */
  time: Scalars['LocalDateTime']['output'];
};

/** The time spent in one heart rate zone. */
export type HeartRateZone = {
  /** Time spent in the zone. */
  inZone: Maybe<Scalars['Duration']['output']>;
  /** Time spent in the zone, in seconds. */
  inZoneSeconds: Maybe<Scalars['Float']['output']>;
  /** Position of the zone. Whether the lowest is 0 or 1 depends on the device. */
  index: Maybe<Scalars['Int']['output']>;
  /** Lower limit of the zone in beats per minute. */
  lowerLimit: Maybe<Scalars['Int']['output']>;
  /** Upper limit of the zone in beats per minute. */
  upperLimit: Maybe<Scalars['Int']['output']>;
};

/** A stretch of one sleep stage. */
export type HypnogramStage = {
  /** How long it lasted: until the next stage, the last one until the end of the sleep; null when that end is unknown. */
  duration: Maybe<Scalars['Duration']['output']>;
  /** How long it lasted, in seconds; null when the end of the sleep is unknown. */
  durationSeconds: Maybe<Scalars['Float']['output']>;
  /** The stage. */
  stage: SleepStage;
  /** The number that AccessLink sent: 0 wake, 1 REM, 2 lighter and 3 light non-REM, 4 deep non-REM, 5 unknown. */
  stageNumber: Scalars['Int']['output'];
  /** When the stage began, with the offset of that moment. */
  time: Scalars['DateTime']['output'];
};

/** A load in words. */
export type LoadLevel =
  /** High. */
  | 'HIGH'
  /** Low. */
  | 'LOW'
  /** Medium. */
  | 'MEDIUM'
  /** There is no such load for this session. */
  | 'NOT_AVAILABLE'
  /** Not known, or a value that this service does not know. */
  | 'UNKNOWN'
  /** Very high. */
  | 'VERY_HIGH'
  /** Very low. */
  | 'VERY_LOW';

/** A series as two parallel lists, much smaller than a list of points. Times are readings of the device's clock. */
export type LocalTimeColumns = {
  /** The time of each value, by the clock of the device. */
  times: Array<Scalars['LocalDateTime']['output']>;
  /** The values, in the unit of the field that this stands beside; null is a gap. */
  values: Array<Maybe<Scalars['Float']['output']>>;
};

/** The sleep of one night and the recovery during it. */
export type Night = Node & {
  /** How alert the person was or will be after this night; null when nothing is known. */
  alertness: Maybe<Alertness>;
  /** The best time to go to bed for this night; null when nothing is known. */
  circadianBedtime: Maybe<CircadianBedtime>;
  /** How unbroken the sleep was, 1.0 (fragmented) to 5.0 (unbroken); null when not measured. */
  continuity: Maybe<Scalars['Float']['output']>;
  /** Continuity in words; null when not measured. */
  continuityClass: Maybe<ContinuityClass>;
  /** Continuity as a whole number, 1 (fragmented) to 5 (very continuous); null when not measured. */
  continuityClassNumber: Maybe<Scalars['Int']['output']>;
  /** The day to which AccessLink counts the night, as a rule the day of waking up. */
  date: Scalars['Date']['output'];
  /** The day with the same date. */
  day: Day;
  /** Time in deep sleep, stage N3. */
  deepSleep: Maybe<Scalars['Duration']['output']>;
  /** Time in deep sleep, in seconds. */
  deepSleepSeconds: Maybe<Scalars['Int']['output']>;
  /** The device that measured the sleep. */
  deviceId: Maybe<Scalars['String']['output']>;
  /** Score of the theme sleep duration, 1.0 to 100.0, against the preferred and the recommended time. */
  durationScore: Maybe<Scalars['Float']['output']>;
  /** When the person woke up, with the offset of that moment. */
  endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  fetchedAt: Maybe<Scalars['DateTime']['output']>;
  /** Heart rate during the night in beats per minute, as parallel lists; null when not measured. */
  heartRateColumns: Maybe<TimeColumns>;
  /** Heart rate during the night, averages of 5 minutes and now and then closer; null when not measured. */
  heartRateSamples: Maybe<Array<NightHeartRateSample>>;
  /** Summary of the heart rate during the night in beats per minute; null when not measured. */
  heartRateStatistics: Maybe<SeriesStatistics>;
  /** The sleep stages one after the other; null when not measured. */
  hypnogram: Maybe<Array<HypnogramStage>>;
  /** Opaque and stable. */
  id: Scalars['ID']['output'];
  /** Time in light sleep, stages N1 and N2. */
  lightSleep: Maybe<Scalars['Duration']['output']>;
  /** Time in light sleep, in seconds. */
  lightSleepSeconds: Maybe<Scalars['Int']['output']>;
  /** Sum of the interruptions of 90 seconds or more. */
  longInterruption: Maybe<Scalars['Duration']['output']>;
  /** Sum of the interruptions of 90 seconds or more, in seconds. */
  longInterruptionSeconds: Maybe<Scalars['Int']['output']>;
  /** How the body recovered during the night; null when not measured. */
  recharge: Maybe<NightlyRecharge>;
  /** Score of the theme regeneration, 1.0 to 100.0: mean of REM and deep sleep. */
  regenerationScore: Maybe<Scalars['Float']['output']>;
  /** Time in REM sleep. */
  remSleep: Maybe<Scalars['Duration']['output']>;
  /** Time in REM sleep, in seconds. */
  remSleepSeconds: Maybe<Scalars['Int']['output']>;
  /** Sum of the interruptions shorter than 90 seconds. */
  shortInterruption: Maybe<Scalars['Duration']['output']>;
  /** Sum of the interruptions shorter than 90 seconds, in seconds. */
  shortInterruptionSeconds: Maybe<Scalars['Int']['output']>;
  /** Skin temperature during the sleep; null when not measured. */
  skinTemperature: Maybe<SkinTemperature>;
  /**
   * The sleep score against the person's usual level of the past 28 days, 1 (much below) to 5 (much above); null when
   * no usual level is known yet.
   */
  sleepCharge: Maybe<Scalars['Int']['output']>;
  /** The sleep charge in words; null when no usual level is known yet. */
  sleepChargeLevel: Maybe<UsualLevel>;
  /** Number of sleep cycles. */
  sleepCycles: Maybe<Scalars['Int']['output']>;
  /** How long the person wants to sleep; the default follows from the age. */
  sleepGoal: Maybe<Scalars['Duration']['output']>;
  /** How long the person wants to sleep, in seconds. */
  sleepGoalSeconds: Maybe<Scalars['Int']['output']>;
  /** How the person rated the sleep; null when not rated. */
  sleepRating: Maybe<SleepRating>;
  /** The person's rating as a number, 1 (very poorly) to 5 (very well); null when not rated. */
  sleepRatingNumber: Maybe<Scalars['Int']['output']>;
  /** Sleep score, 1 to 100, from sleep time, long interruptions, continuity, actual sleep, REM and deep sleep. */
  sleepScore: Maybe<Scalars['Int']['output']>;
  /** Score of the theme solidity, 1.0 to 100.0: mean of long interruptions, continuity and actual sleep. */
  solidityScore: Maybe<Scalars['Float']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Maybe<Scalars['Boolean']['output']>;
  /** When the person fell asleep, with the offset of that moment. */
  startTime: Maybe<Scalars['DateTime']['output']>;
  /** Time awake between falling asleep and waking up. */
  totalInterruption: Maybe<Scalars['Duration']['output']>;
  /** Time awake between falling asleep and waking up, in seconds. */
  totalInterruptionSeconds: Maybe<Scalars['Int']['output']>;
  /** Time in which no stage was recognised. */
  unrecognizedSleep: Maybe<Scalars['Duration']['output']>;
  /** Time in which no stage was recognised, in seconds. */
  unrecognizedSleepSeconds: Maybe<Scalars['Int']['output']>;
};


/** The sleep of one night and the recovery during it. */
export type NightHeartRateColumnsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** The sleep of one night and the recovery during it. */
export type NightHeartRateSamplesArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};

/** A page of nights, oldest first. */
export type NightConnection = {
  /** The nights with their cursors; null when they could not be read. */
  edges: Maybe<Array<NightEdge>>;
  /** The nights without cursors; null in the place of one that could not be read. */
  nodes: Maybe<Array<Maybe<Night>>>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A night in a page of nights. */
export type NightEdge = {
  /** For `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The night; null when it could not be read. */
  node: Maybe<Night>;
};

/** Heart rate at one moment of the night. */
export type NightHeartRateSample = {
  /** Beats per minute; null when there was no signal. */
  beatsPerMinute: Maybe<Scalars['Int']['output']>;
  /** When, with the offset of that moment. */
  time: Scalars['DateTime']['output'];
};

/** How the body recovered during one night. */
export type NightlyRecharge = Remembered & {
  /** Charge of the autonomic nervous system against the usual level of the past 28 days, -10.0 to 10.0; about 0 is usual. */
  ansCharge: Maybe<Scalars['Float']['output']>;
  /** ANS charge in words; null when not known. */
  ansChargeStatus: Maybe<UsualLevel>;
  /** ANS charge as a whole number, 1 (much below usual) to 5 (much above usual); null when not known. */
  ansChargeStatusNumber: Maybe<Scalars['Int']['output']>;
  /** Average time between two heart beats in milliseconds, over the same 4 hours; null when not measured. */
  averageBeatToBeatMs: Maybe<Scalars['Int']['output']>;
  /** Average breathing rate in breaths per minute, over the same 4 hours. */
  averageBreathingRate: Maybe<Scalars['Float']['output']>;
  /** Average heart rate in beats per minute, over 4 hours that begin 30 minutes after falling asleep. */
  averageHeartRate: Maybe<Scalars['Int']['output']>;
  /** Average heart rate variability (RMSSD) in milliseconds, over the same 4 hours. */
  averageHeartRateVariabilityMs: Maybe<Scalars['Int']['output']>;
  /** Breathing rate in breaths per minute, averages of 5 minutes; null when not measured. */
  breathingRate: Maybe<Array<RechargeSample>>;
  /** Breathing rate in breaths per minute, as parallel lists; null when not measured. */
  breathingRateColumns: Maybe<LocalTimeColumns>;
  /** Summary of the breathing rate in breaths per minute; null when not measured. */
  breathingRateStatistics: Maybe<SeriesStatistics>;
  /** The day to which the result counts, as a rule the day of waking up. */
  date: Maybe<Scalars['Date']['output']>;
  /** When AccessLink sent this. */
  fetchedAt: Scalars['DateTime']['output'];
  /** Heart rate variability (RMSSD) in milliseconds, averages of 5 minutes; null when not measured. */
  heartRateVariability: Maybe<Array<RechargeSample>>;
  /** Heart rate variability in milliseconds, as parallel lists; null when not measured. */
  heartRateVariabilityColumns: Maybe<LocalTimeColumns>;
  /** Summary of the heart rate variability in milliseconds; null when not measured. */
  heartRateVariabilityStatistics: Maybe<SeriesStatistics>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Scalars['Boolean']['output'];
  /** Recovery in words, from ANS charge and sleep charge; null when not known. */
  status: Maybe<RechargeStatus>;
  /** Recovery as a number, 1 (very poor) to 6 (very good); null when not known. */
  statusNumber: Maybe<Scalars['Int']['output']>;
};


/** How the body recovered during one night. */
export type NightlyRechargeBreathingRateArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** How the body recovered during one night. */
export type NightlyRechargeBreathingRateColumnsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** How the body recovered during one night. */
export type NightlyRechargeHeartRateVariabilityArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** How the body recovered during one night. */
export type NightlyRechargeHeartRateVariabilityColumnsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};

/** Something with an id of its own, which `Query.node` can read again. */
export type Node = {
  /** Opaque and stable. The same thing has the same id in every answer. */
  id: Scalars['ID']['output'];
};

/** A series as two parallel lists, much smaller than a list of points. Times are seconds from the start. */
export type OffsetColumns = {
  /** Seconds from the start of the recording to each value. */
  offsetSeconds: Array<Scalars['Float']['output']>;
  /** The values, in the unit of the field that this stands beside; null is a gap. */
  values: Array<Maybe<Scalars['Float']['output']>>;
};

/** Where a page of a connection lies, as the Relay specification describes it. */
export type PageInfo = {
  /** Cursor of the last item; null when the page is empty. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether more follows after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item; null when the page is empty. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/** How hard the person rated a session, easiest first. */
export type PerceivedExertion =
  /** Brisk. */
  | 'BRISK'
  /** Easy. */
  | 'EASY'
  /** Exhausting. */
  | 'EXHAUSTING'
  /** Extreme. */
  | 'EXTREME'
  /** Fairly brisk. */
  | 'FAIRLY_BRISK'
  /** Fairly hard. */
  | 'FAIRLY_HARD'
  /** Hard. */
  | 'HARD'
  /** Light. */
  | 'LIGHT'
  /** Moderate. */
  | 'MODERATE'
  /** None. */
  | 'NONE'
  /** Not known, or a value that this service does not know. */
  | 'UNKNOWN';

/** Weight, height and physical limits of a person, as last saved. */
export type PhysicalInfo = Remembered & {
  /** Heart rate at the aerobic threshold, in beats per minute. */
  aerobicThreshold: Maybe<Scalars['Int']['output']>;
  /** Heart rate at the anaerobic threshold, in beats per minute. */
  anaerobicThreshold: Maybe<Scalars['Int']['output']>;
  /** Day of birth; null when not given. */
  birthdate: Maybe<Scalars['Date']['output']>;
  /** When it was first saved. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  fetchedAt: Scalars['DateTime']['output'];
  /** Sex; null when not given. */
  gender: Maybe<Gender>;
  /** Height in centimetres; null when not given. */
  heightCm: Maybe<Scalars['Float']['output']>;
  /** Highest heart rate in beats per minute. */
  maximumHeartRate: Maybe<Scalars['Int']['output']>;
  /** When it was last changed. */
  modifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** Heart rate at rest in beats per minute. */
  restingHeartRate: Maybe<Scalars['Int']['output']>;
  /** How long the person wants to sleep. */
  sleepGoal: Maybe<Scalars['Duration']['output']>;
  /** How long the person wants to sleep, in seconds. */
  sleepGoalSeconds: Maybe<Scalars['Float']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Scalars['Boolean']['output'];
  /** How much the person has trained so far, as AccessLink words it; no list is documented. */
  trainingBackground: Maybe<Scalars['String']['output']>;
  /** How much the person moves on a usual day. */
  typicalDay: Maybe<TypicalDay>;
  /** Maximal oxygen uptake in millilitres per kilogram and minute. */
  vo2Max: Maybe<Scalars['Int']['output']>;
  /** Weight in kilograms; null when not given. */
  weightKg: Maybe<Scalars['Float']['output']>;
  /** Where the weight comes from. */
  weightSource: Maybe<WeightSource>;
};

/** Everything that can be asked. */
export type Query = {
  /** How far back AccessLink answers for each kind of data, as documented. */
  dataWindows: Array<DataWindow>;
  /** One thing by its global id; null when it does not exist or does not belong to the viewer. */
  node: Maybe<Node>;
  /**
   * Several things by their global ids, in the order asked; null in the place of each that does not exist or does not
   * belong to the viewer.
   */
  nodes: Array<Maybe<Node>>;
  /** How many requests to AccessLink are used up, counted over all people who share this gateway's client. */
  rateLimit: RateLimit;
  /** Every sport of Polar Flow. */
  sports: Array<Sport>;
  /** The person whose access token or session the request carries. */
  viewer: User;
};


/** Everything that can be asked. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};

/** The two request budgets of AccessLink. They are shared by all people who use the same AccessLink client. */
export type RateLimit = {
  /** The window of 24 hours; null until AccessLink has answered once. */
  long: Maybe<RateWindow>;
  /** The window of 15 minutes; null until AccessLink has answered once. */
  short: Maybe<RateWindow>;
};

/** One request budget, as AccessLink last told it. */
export type RateWindow = {
  /** Requests allowed in this window. */
  limit: Scalars['Int']['output'];
  /** When the window ends and counting starts again. */
  resetsAt: Scalars['DateTime']['output'];
  /** Requests used in this window. */
  used: Scalars['Int']['output'];
};

/** One value of a night, by the clock of the device. */
export type RechargeSample = {
  /** When, by the clock of the device. */
  time: Scalars['LocalDateTime']['output'];
  /** The value, in the unit of the field that holds this; null is a gap. */
  value: Maybe<Scalars['Float']['output']>;
};

/** Recovery during a night. */
export type RechargeStatus =
  /** 3: compromised. */
  | 'COMPROMISED'
  /** 5: good. */
  | 'GOOD'
  /** 4: OK. */
  | 'OK'
  /** 2: poor. */
  | 'POOR'
  /** A value that this service does not know. */
  | 'UNKNOWN'
  /** 6: very good. */
  | 'VERY_GOOD'
  /** 1: very poor. */
  | 'VERY_POOR';

/** A record that was read from Polar AccessLink, now or earlier. */
export type Remembered = {
  /** When AccessLink sent this. */
  fetchedAt: Scalars['DateTime']['output'];
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Scalars['Boolean']['output'];
};

/** The way a session took. */
export type Route = {
  /** The same as parallel lists. */
  columns: RouteColumns;
  /** How many points there are before thinning. */
  pointCount: Scalars['Int']['output'];
  /** The points in order. */
  points: Array<RoutePoint>;
};


/** The way a session took. */
export type RouteColumnsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** The way a session took. */
export type RoutePointsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};

/** A route as parallel lists, much smaller than a list of points. */
export type RouteColumns = {
  /** Latitude of each point in degrees, north positive; null when it was not sent. */
  latitudes: Array<Maybe<Scalars['Float']['output']>>;
  /** Longitude of each point in degrees, east positive; null when it was not sent. */
  longitudes: Array<Maybe<Scalars['Float']['output']>>;
  /** Seconds from the start of the session to each point; null when not sent. */
  offsetSeconds: Array<Maybe<Scalars['Float']['output']>>;
};

/** One point of a route. */
export type RoutePoint = {
  /** Quality of the position fix, 0 to 3; the meaning of the numbers is not documented. */
  fix: Maybe<Scalars['Int']['output']>;
  /** Latitude in degrees, north positive; null when it was not sent. */
  latitude: Maybe<Scalars['Float']['output']>;
  /** Longitude in degrees, east positive; null when it was not sent. */
  longitude: Maybe<Scalars['Float']['output']>;
  /** Time from the start of the session; null when it was not sent. */
  offset: Maybe<Scalars['Duration']['output']>;
  /** Seconds from the start of the session; null when not sent. */
  offsetSeconds: Maybe<Scalars['Float']['output']>;
  /** Satellites in use, at most 63. */
  satellites: Maybe<Scalars['Int']['output']>;
};

/** One value of a series. */
export type SamplePoint = {
  /** Seconds from the start of the session. */
  offsetSeconds: Scalars['Float']['output'];
  /** The value, in the unit of the series; null is a gap. */
  value: Maybe<Scalars['Float']['output']>;
};

/** Samples of one type, as parallel lists and as points. */
export type SampleSeries = {
  /** Seconds from the start of the session to each of `values`. For times between heart beats, the end of each. */
  offsetSeconds: Array<Scalars['Float']['output']>;
  /** The same as a list of points. */
  points: Array<SamplePoint>;
  /** Seconds between two samples; null where the samples are not evenly spaced, as the times between heart beats. */
  recordingRateSeconds: Maybe<Scalars['Float']['output']>;
  /** How many samples there are before thinning, gaps included. */
  sampleCount: Scalars['Int']['output'];
  /** Summary of all values. */
  statistics: SeriesStatistics;
  /** What was measured. */
  type: SampleType;
  /** The number that AccessLink uses for the type, 0 to 11 as documented; null when it is no number. */
  typeNumber: Maybe<Scalars['Int']['output']>;
  /** Unit of the values, such as `bpm`; null when the type is unknown. */
  unit: Maybe<Scalars['String']['output']>;
  /** The values; null is a gap. */
  values: Array<Maybe<Scalars['Float']['output']>>;
};

/** What a series of samples measures. */
export type SampleType =
  /** Air pressure, hectopascals. */
  | 'AIR_PRESSURE'
  /** Altitude, metres. */
  | 'ALTITUDE'
  /** Cadence, revolutions per minute. */
  | 'CADENCE'
  /** Distance from the start, metres. */
  | 'DISTANCE'
  /** Heart rate, beats per minute. */
  | 'HEART_RATE'
  /** Power, watts. */
  | 'POWER'
  /** Power left-right balance, percent. */
  | 'POWER_LEFT_RIGHT_BALANCE'
  /** Power pedaling index, percent. */
  | 'POWER_PEDALING_INDEX'
  /** Time between two heart beats, milliseconds. */
  | 'RR_INTERVAL'
  /** Running cadence, steps per minute. */
  | 'RUNNING_CADENCE'
  /** Speed, kilometres per hour. */
  | 'SPEED'
  /** Temperature, degrees Celsius. */
  | 'TEMPERATURE'
  /** A type that this service does not know. */
  | 'UNKNOWN';

/** Where a sensor sat. */
export type SensorLocation =
  /** Far from the middle of the body, such as the wrist. */
  | 'DISTAL'
  /** Near the middle of the body. */
  | 'PROXIMAL'
  /** Not known, or a value that this service does not know. */
  | 'UNKNOWN';

/** A summary of all values of a series. Gaps do not count, and thinning with `maxPoints` does not change it. */
export type SeriesStatistics = {
  /** How many values there are. */
  count: Scalars['Int']['output'];
  /** The largest value; null when there are none. */
  maximum: Maybe<Scalars['Float']['output']>;
  /** The arithmetic mean, each value counting once; null when there are none. */
  mean: Maybe<Scalars['Float']['output']>;
  /** The smallest value; null when there are none. */
  minimum: Maybe<Scalars['Float']['output']>;
};

/** The moment at which contact was made or lost. */
export type SkinContactChange = {
  /** true when there is contact from here on, false when there is none; null when not known. */
  contact: Maybe<Scalars['Boolean']['output']>;
  /** Seconds from the start of the recording. */
  offsetSeconds: Scalars['Float']['output'];
  /** When, in UTC; null when the start of the recording is unknown. */
  time: Maybe<Scalars['DateTime']['output']>;
};

/** One stretch of time in which skin contact was watched. */
export type SkinContactPeriod = Remembered & {
  /** When contact was made and lost, in order; null when nothing was sent. */
  changes: Maybe<Array<SkinContactChange>>;
  /** The device that measured. */
  deviceId: Maybe<Scalars['String']['output']>;
  /** End of the recording, in UTC. */
  endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  fetchedAt: Scalars['DateTime']['output'];
  /** Last change of the recording, in UTC. */
  modifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Scalars['Boolean']['output'];
  /** Start of the recording, in UTC. */
  startTime: Maybe<Scalars['DateTime']['output']>;
};

/** Skin temperature during one night. */
export type SkinTemperature = Remembered & {
  /** Difference from the person's own baseline, in degrees Celsius; null when no baseline is known yet. */
  deviationFromBaselineCelsius: Maybe<Scalars['Float']['output']>;
  /** When AccessLink sent this. */
  fetchedAt: Scalars['DateTime']['output'];
  /** The day to which the sleep counts. */
  sleepDate: Maybe<Scalars['Date']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Scalars['Boolean']['output'];
  /** Skin temperature during the sleep, in degrees Celsius. */
  temperatureCelsius: Maybe<Scalars['Float']['output']>;
};

/** Grogginess after waking up. */
export type SleepInertia =
  /** Heavy. */
  | 'HEAVY'
  /** Mild. */
  | 'MILD'
  /** Moderate. */
  | 'MODERATE'
  /** None. */
  | 'NO_INERTIA'
  /** Not known, or a value that this service does not know. */
  | 'UNKNOWN';

/** How the person says to have slept. */
export type SleepRating =
  /** 3: neither well nor poorly. */
  | 'OK'
  /** 2: poorly. */
  | 'POORLY'
  /** A value that this service does not know. */
  | 'UNKNOWN'
  /** 1: very poorly. */
  | 'VERY_POORLY'
  /** 5: very well. */
  | 'VERY_WELL'
  /** 4: well. */
  | 'WELL';

/** A stage of sleep. */
export type SleepStage =
  /** Deep non-REM sleep, stage N3. */
  | 'DEEP_NON_REM'
  /** Lighter non-REM sleep, stage N1. */
  | 'LIGHTER_NON_REM'
  /** Light non-REM sleep, stage N2. */
  | 'LIGHT_NON_REM'
  /** REM sleep. */
  | 'REM'
  /** Not recognised, or a value that this service does not know. */
  | 'UNKNOWN'
  /** Awake. */
  | 'WAKE';

/** Kind of a sleep. */
export type SleepType =
  /** Assumed, not measured. */
  | 'ARTIFICIAL'
  /** The main sleep. */
  | 'PRIMARY'
  /** A further sleep, such as a nap. */
  | 'SECONDARY'
  /** Not known, or a value that this service does not know. */
  | 'UNKNOWN';

/** Whether a result looks forward or back. */
export type SleepWiseResultType =
  /** From measured sleep. */
  | 'HISTORY'
  /** Predicted. */
  | 'PREDICTION'
  /** Not known, or a value that this service does not know. */
  | 'UNKNOWN';

/** How far a result can be trusted. */
export type SleepWiseValidity =
  /** An estimate. */
  | 'ESTIMATE'
  /** Not valid. */
  | 'NOT_VALID'
  /** The calculation began anew. */
  | 'RESET'
  /** Not known, or a value that this service does not know. */
  | 'UNKNOWN'
  /** Valid. */
  | 'VALID';

/** One blood oxygen test. */
export type Spo2Test = Remembered & {
  /** Altitude of the test in metres. */
  altitudeMeters: Maybe<Scalars['Float']['output']>;
  /** Average heart rate in beats per minute. */
  averageHeartRate: Maybe<Scalars['Int']['output']>;
  /** Average quality of the measurement in percent. */
  averageQualityPercent: Maybe<Scalars['Float']['output']>;
  /** Blood oxygen in words. */
  bloodOxygenClass: Maybe<BloodOxygenClass>;
  /** Blood oxygen against the person's own baseline. */
  bloodOxygenDeviation: Maybe<BaselineDeviation>;
  /** Blood oxygen in percent; null when the test did not succeed. */
  bloodOxygenPercent: Maybe<Scalars['Int']['output']>;
  /** The device that measured. */
  deviceId: Maybe<Scalars['String']['output']>;
  /** When AccessLink sent this. */
  fetchedAt: Scalars['DateTime']['output'];
  /** Heart rate variability against the person's own baseline. */
  heartRateVariabilityDeviation: Maybe<BaselineDeviation>;
  /** Heart rate variability in milliseconds. */
  heartRateVariabilityMs: Maybe<Scalars['Float']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  stale: Scalars['Boolean']['output'];
  /** Whether the test succeeded, or why not. */
  status: Maybe<Spo2TestStatus>;
  /** When the test was taken, with the person's offset; in UTC when that is unknown. */
  testTime: Maybe<Scalars['DateTime']['output']>;
  /** Minutes that the person's clock was ahead of UTC; null when unknown. */
  utcOffsetMinutes: Maybe<Scalars['Int']['output']>;
};

/** Whether a blood oxygen test succeeded. */
export type Spo2TestStatus =
  /** The quality as a whole was too low. */
  | 'INCONCLUSIVE_TOO_LOW_OVERALL_QUALITY'
  /** The quality of the samples was too low. */
  | 'INCONCLUSIVE_TOO_LOW_QUALITY_IN_SAMPLES'
  /** Too many samples were missing. */
  | 'INCONCLUSIVE_TOO_MANY_MISSING_SAMPLES'
  /** It did. */
  | 'PASSED'
  /** A value that this service does not know. */
  | 'UNKNOWN';

/** A sport of Polar Flow. */
export type Sport = {
  /** Polar's code, such as `TRAIL_RUNNING`. New codes appear now and then. */
  code: Scalars['String']['output'];
  /** What the sport is called in FIT files; null when no counterpart is documented. */
  fit: Maybe<FitSport>;
  /** The name in English, such as `Trail running`; made from the code when the code is not a known one. */
  name: Scalars['String']['output'];
};

/** Steps in one segment of the day. */
export type StepSample = {
  /** Steps in the segment; null when not known. */
  steps: Maybe<Scalars['Int']['output']>;
  /** Start of the segment, by the clock of the device. */
  time: Scalars['LocalDateTime']['output'];
};

/** What temperature was measured. */
export type TemperatureMeasurementType =
  /** Temperature of the body's core. */
  | 'CORE_TEMPERATURE'
  /** Temperature of the skin. */
  | 'SKIN_TEMPERATURE'
  /** Not known, or a value that this service does not know. */
  | 'UNKNOWN';

/** A series as two parallel lists, much smaller than a list of points. Times are instants. */
export type TimeColumns = {
  /** The time of each value. */
  times: Array<Scalars['DateTime']['output']>;
  /** The values, in the unit of the field that this stands beside; null is a gap. */
  values: Array<Maybe<Scalars['Float']['output']>>;
};

/** How hard a session was on the body. All but `load` and `date` need a device with Training Load Pro. */
export type TrainingLoad = {
  /** Load on the heart (TRIMP), without unit; null when not available. */
  cardioLoad: Maybe<Scalars['Float']['output']>;
  /** Load on the heart in words. */
  cardioLoadLevel: Maybe<LoadLevel>;
  /** The day of the session as told with the load; null when not told. */
  date: Maybe<Scalars['Date']['output']>;
  /** Training load of the session, without unit. */
  load: Maybe<Scalars['Float']['output']>;
  /** Load on the muscles; the scale is not documented; null when not available. */
  muscleLoad: Maybe<Scalars['Float']['output']>;
  /** Load on the muscles in words. */
  muscleLoadLevel: Maybe<LoadLevel>;
  /** How hard the person rated the session; null when not known. */
  perceivedExertion: Maybe<PerceivedExertion>;
  /** Load as the person felt it; the scale is not documented; null when not available. */
  perceivedLoad: Maybe<Scalars['Float']['output']>;
  /** Load as the person felt it, in words. */
  perceivedLoadLevel: Maybe<LoadLevel>;
};

/** How much a person moves on a usual day. */
export type TypicalDay =
  /** Mostly moving. */
  | 'MOVING'
  /** Mostly sitting. */
  | 'SITTING'
  /** Mostly standing. */
  | 'STANDING'
  /** A value that this service does not know. */
  | 'UNKNOWN';

/** A person whose data Polar keeps. */
export type User = Node & {
  /** Alertness periods, oldest first, predictions included; of the last 28 days when no range is given. */
  alertnessPeriods: Maybe<Array<Alertness>>;
  /** Temperatures, skin contact, ECG and blood oxygen; of the last 28 days when no range is given. */
  biosensing: Biosensing;
  /** Day of birth; null when not given. */
  birthdate: Maybe<Scalars['Date']['output']>;
  /** Cardio load day by day, oldest first; of the last 28 days when no range is given. */
  cardioLoads: Maybe<Array<CardioLoad>>;
  /** Circadian bedtimes, oldest first, predictions included; of the last 28 days when no range is given. */
  circadianBedtimes: Maybe<Array<CircadianBedtime>>;
  /** One day with all that is known about it. */
  day: Day;
  /** Days, oldest first; the last 28 when no range is given. Every day of the range is there, with or without data. */
  days: DayConnection;
  /** One training session; null when it does not exist or is out of reach. */
  exercise: Maybe<Exercise>;
  /**
   * Training sessions by their start, oldest first; of the last 28 days when no range is given. AccessLink keeps those
   * uploaded in the last 30 days and after registration.
   */
  exercises: ExerciseConnection;
  /** Answers to the extra questions of this service; null when it asks none. */
  extraInfo: Maybe<Array<UserExtraInfo>>;
  /** First name; null when not given. */
  firstName: Maybe<Scalars['String']['output']>;
  /** Sex; null when not given. */
  gender: Maybe<Gender>;
  /** Height in centimetres; null when not given. `physicalInfo` is the better source. */
  heightCm: Maybe<Scalars['Float']['output']>;
  /** Opaque and stable. */
  id: Scalars['ID']['output'];
  /** Family name; null when not given. */
  lastName: Maybe<Scalars['String']['output']>;
  /** The identifier that this service gave the person at registration; null when unknown. */
  memberId: Maybe<Scalars['String']['output']>;
  /**
   * The night that AccessLink dates with this day, as a rule the one from which the person woke on it; null when no
   * sleep was recorded.
   */
  night: Maybe<Night>;
  /** Nights with recorded sleep, oldest first; of the last 28 days when no range is given. */
  nights: NightConnection;
  /** Weight, height and physical limits; null when never filled in. */
  physicalInfo: Maybe<PhysicalInfo>;
  /** The person's number at Polar; null when the request did not say which user its token belongs to. */
  polarUserId: Maybe<Scalars['ID']['output']>;
  /** When the person was registered with this service; null when unknown. */
  registeredAt: Maybe<Scalars['DateTime']['output']>;
  /** Weight in kilograms; null when not given. `physicalInfo` is the better source. */
  weightKg: Maybe<Scalars['Float']['output']>;
};


/** A person whose data Polar keeps. */
export type UserAlertnessPeriodsArgs = {
  range: InputMaybe<DateRange>;
};


/** A person whose data Polar keeps. */
export type UserBiosensingArgs = {
  range: InputMaybe<DateRange>;
};


/** A person whose data Polar keeps. */
export type UserCardioLoadsArgs = {
  range: InputMaybe<DateRange>;
};


/** A person whose data Polar keeps. */
export type UserCircadianBedtimesArgs = {
  range: InputMaybe<DateRange>;
};


/** A person whose data Polar keeps. */
export type UserDayArgs = {
  date: Scalars['Date']['input'];
};


/** A person whose data Polar keeps. */
export type UserDaysArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
  range: InputMaybe<DateRange>;
};


/** A person whose data Polar keeps. */
export type UserExerciseArgs = {
  id: Scalars['ID']['input'];
};


/** A person whose data Polar keeps. */
export type UserExercisesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
  range: InputMaybe<DateRange>;
};


/** A person whose data Polar keeps. */
export type UserNightArgs = {
  date: Scalars['Date']['input'];
};


/** A person whose data Polar keeps. */
export type UserNightsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
  range: InputMaybe<DateRange>;
};

/** The answer to one extra question. */
export type UserExtraInfo = {
  /** Position in the list of questions. */
  index: Maybe<Scalars['Int']['output']>;
  /** Name of the question. */
  name: Maybe<Scalars['String']['output']>;
  /** The person's answer. */
  value: Maybe<Scalars['String']['output']>;
};

/** A result against the person's usual level of the past 28 days. */
export type UsualLevel =
  /** 4: above usual. */
  | 'ABOVE_USUAL'
  /** 2: below usual. */
  | 'BELOW_USUAL'
  /** 5: much above usual. */
  | 'MUCH_ABOVE_USUAL'
  /** 1: much below usual. */
  | 'MUCH_BELOW_USUAL'
  /** A value that this service does not know. */
  | 'UNKNOWN'
  /** 3: usual. */
  | 'USUAL';

/** Where a weight comes from. */
export type WeightSource =
  /** A default that nobody has changed. */
  | 'DEFAULT'
  /** Estimated. */
  | 'ESTIMATE'
  /** Kept from before. */
  | 'KEEP'
  /** Measured. */
  | 'MEASURED'
  /** A value that this service does not know. */
  | 'UNKNOWN'
  /** Typed in by the person. */
  | 'USER';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( Day )
    | ( Exercise )
    | ( Night )
    | ( User )
  ;
  Remembered:
    | ( Alertness )
    | ( BodyTemperaturePeriod )
    | ( CardioLoad )
    | ( CircadianBedtime )
    | ( ContinuousHeartRate )
    | ( DailyActivity )
    | ( EcgTest )
    | ( Exercise )
    | ( NightlyRecharge )
    | ( PhysicalInfo )
    | ( SkinContactPeriod )
    | ( SkinTemperature )
    | ( Spo2Test )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActivitySamples: ResolverTypeWrapper<ActivitySamples>;
  ActivityZone: ActivityZone;
  ActivityZoneChange: ResolverTypeWrapper<ActivityZoneChange>;
  Alertness: ResolverTypeWrapper<Alertness>;
  AlertnessClassification: AlertnessClassification;
  AlertnessGradeType: AlertnessGradeType;
  AlertnessHour: ResolverTypeWrapper<AlertnessHour>;
  AlertnessLevel: AlertnessLevel;
  BaselineDeviation: BaselineDeviation;
  Biosensing: ResolverTypeWrapper<Biosensing>;
  BloodOxygenClass: BloodOxygenClass;
  BodyTemperaturePeriod: ResolverTypeWrapper<BodyTemperaturePeriod>;
  BodyTemperatureSample: ResolverTypeWrapper<BodyTemperatureSample>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CardioLoad: ResolverTypeWrapper<CardioLoad>;
  CardioLoadLevels: ResolverTypeWrapper<CardioLoadLevels>;
  CardioLoadStatus: CardioLoadStatus;
  CircadianBedtime: ResolverTypeWrapper<CircadianBedtime>;
  CircadianBedtimeQuality: CircadianBedtimeQuality;
  ContinuityClass: ContinuityClass;
  ContinuousHeartRate: ResolverTypeWrapper<ContinuousHeartRate>;
  DailyActivity: ResolverTypeWrapper<DailyActivity>;
  DataWindow: ResolverTypeWrapper<DataWindow>;
  DataWindowBasis: DataWindowBasis;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateInterval: DateInterval;
  DateRange: DateRange;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Day: ResolverTypeWrapper<Day>;
  DayConnection: ResolverTypeWrapper<DayConnection>;
  DayEdge: ResolverTypeWrapper<DayEdge>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  EcgQuality: EcgQuality;
  EcgQualityMeasurement: ResolverTypeWrapper<EcgQualityMeasurement>;
  EcgSample: ResolverTypeWrapper<EcgSample>;
  EcgTest: ResolverTypeWrapper<EcgTest>;
  Exercise: ResolverTypeWrapper<Exercise>;
  ExerciseConnection: ResolverTypeWrapper<ExerciseConnection>;
  ExerciseEdge: ResolverTypeWrapper<ExerciseEdge>;
  FitSport: ResolverTypeWrapper<FitSport>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Gender: Gender;
  HeartRateSample: ResolverTypeWrapper<HeartRateSample>;
  HeartRateZone: ResolverTypeWrapper<HeartRateZone>;
  HypnogramStage: ResolverTypeWrapper<HypnogramStage>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  LoadLevel: LoadLevel;
  LocalDateTime: ResolverTypeWrapper<Scalars['LocalDateTime']['output']>;
  LocalTimeColumns: ResolverTypeWrapper<LocalTimeColumns>;
  Night: ResolverTypeWrapper<Night>;
  NightConnection: ResolverTypeWrapper<NightConnection>;
  NightEdge: ResolverTypeWrapper<NightEdge>;
  NightHeartRateSample: ResolverTypeWrapper<NightHeartRateSample>;
  NightlyRecharge: ResolverTypeWrapper<NightlyRecharge>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OffsetColumns: ResolverTypeWrapper<OffsetColumns>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PerceivedExertion: PerceivedExertion;
  PhysicalInfo: ResolverTypeWrapper<PhysicalInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateLimit: ResolverTypeWrapper<RateLimit>;
  RateWindow: ResolverTypeWrapper<RateWindow>;
  RechargeSample: ResolverTypeWrapper<RechargeSample>;
  RechargeStatus: RechargeStatus;
  Remembered: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Remembered']>;
  Route: ResolverTypeWrapper<Route>;
  RouteColumns: ResolverTypeWrapper<RouteColumns>;
  RoutePoint: ResolverTypeWrapper<RoutePoint>;
  SamplePoint: ResolverTypeWrapper<SamplePoint>;
  SampleSeries: ResolverTypeWrapper<SampleSeries>;
  SampleType: SampleType;
  SensorLocation: SensorLocation;
  SeriesStatistics: ResolverTypeWrapper<SeriesStatistics>;
  SkinContactChange: ResolverTypeWrapper<SkinContactChange>;
  SkinContactPeriod: ResolverTypeWrapper<SkinContactPeriod>;
  SkinTemperature: ResolverTypeWrapper<SkinTemperature>;
  SleepInertia: SleepInertia;
  SleepRating: SleepRating;
  SleepStage: SleepStage;
  SleepType: SleepType;
  SleepWiseResultType: SleepWiseResultType;
  SleepWiseValidity: SleepWiseValidity;
  Spo2Test: ResolverTypeWrapper<Spo2Test>;
  Spo2TestStatus: Spo2TestStatus;
  Sport: ResolverTypeWrapper<Sport>;
  StepSample: ResolverTypeWrapper<StepSample>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  TemperatureMeasurementType: TemperatureMeasurementType;
  TimeColumns: ResolverTypeWrapper<TimeColumns>;
  TrainingLoad: ResolverTypeWrapper<TrainingLoad>;
  TypicalDay: TypicalDay;
  User: ResolverTypeWrapper<User>;
  UserExtraInfo: ResolverTypeWrapper<UserExtraInfo>;
  UsualLevel: UsualLevel;
  WeightSource: WeightSource;
  YearMonth: ResolverTypeWrapper<Scalars['YearMonth']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActivitySamples: ActivitySamples;
  ActivityZoneChange: ActivityZoneChange;
  Alertness: Alertness;
  AlertnessHour: AlertnessHour;
  Biosensing: Biosensing;
  BodyTemperaturePeriod: BodyTemperaturePeriod;
  BodyTemperatureSample: BodyTemperatureSample;
  Boolean: Scalars['Boolean']['output'];
  CardioLoad: CardioLoad;
  CardioLoadLevels: CardioLoadLevels;
  CircadianBedtime: CircadianBedtime;
  ContinuousHeartRate: ContinuousHeartRate;
  DailyActivity: DailyActivity;
  DataWindow: DataWindow;
  Date: Scalars['Date']['output'];
  DateInterval: DateInterval;
  DateRange: DateRange;
  DateTime: Scalars['DateTime']['output'];
  Day: Day;
  DayConnection: DayConnection;
  DayEdge: DayEdge;
  Duration: Scalars['Duration']['output'];
  EcgQualityMeasurement: EcgQualityMeasurement;
  EcgSample: EcgSample;
  EcgTest: EcgTest;
  Exercise: Exercise;
  ExerciseConnection: ExerciseConnection;
  ExerciseEdge: ExerciseEdge;
  FitSport: FitSport;
  Float: Scalars['Float']['output'];
  HeartRateSample: HeartRateSample;
  HeartRateZone: HeartRateZone;
  HypnogramStage: HypnogramStage;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  LocalDateTime: Scalars['LocalDateTime']['output'];
  LocalTimeColumns: LocalTimeColumns;
  Night: Night;
  NightConnection: NightConnection;
  NightEdge: NightEdge;
  NightHeartRateSample: NightHeartRateSample;
  NightlyRecharge: NightlyRecharge;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  OffsetColumns: OffsetColumns;
  PageInfo: PageInfo;
  PhysicalInfo: PhysicalInfo;
  Query: Record<PropertyKey, never>;
  RateLimit: RateLimit;
  RateWindow: RateWindow;
  RechargeSample: RechargeSample;
  Remembered: ResolversInterfaceTypes<ResolversParentTypes>['Remembered'];
  Route: Route;
  RouteColumns: RouteColumns;
  RoutePoint: RoutePoint;
  SamplePoint: SamplePoint;
  SampleSeries: SampleSeries;
  SeriesStatistics: SeriesStatistics;
  SkinContactChange: SkinContactChange;
  SkinContactPeriod: SkinContactPeriod;
  SkinTemperature: SkinTemperature;
  Spo2Test: Spo2Test;
  Sport: Sport;
  StepSample: StepSample;
  String: Scalars['String']['output'];
  TimeColumns: TimeColumns;
  TrainingLoad: TrainingLoad;
  User: User;
  UserExtraInfo: UserExtraInfo;
  YearMonth: Scalars['YearMonth']['output'];
};

export type ActivitySamplesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivitySamples'] = ResolversParentTypes['ActivitySamples']> = {
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  inactivityStamps?: Resolver<Maybe<Array<ResolversTypes['LocalDateTime']>>, ParentType, ContextType>;
  intervalMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  stepColumns?: Resolver<Maybe<ResolversTypes['LocalTimeColumns']>, ParentType, ContextType, Partial<ActivitySamplesStepColumnsArgs>>;
  stepStatistics?: Resolver<Maybe<ResolversTypes['SeriesStatistics']>, ParentType, ContextType>;
  steps?: Resolver<Maybe<Array<ResolversTypes['StepSample']>>, ParentType, ContextType, Partial<ActivitySamplesStepsArgs>>;
  totalSteps?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  zones?: Resolver<Maybe<Array<ResolversTypes['ActivityZoneChange']>>, ParentType, ContextType>;
};

export type ActivityZoneChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivityZoneChange'] = ResolversParentTypes['ActivityZoneChange']> = {
  time?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
  zone?: Resolver<ResolversTypes['ActivityZone'], ParentType, ContextType>;
};

export type AlertnessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Alertness'] = ResolversParentTypes['Alertness']> = {
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  gradeClassification?: Resolver<Maybe<ResolversTypes['AlertnessClassification']>, ParentType, ContextType>;
  gradeType?: Resolver<Maybe<ResolversTypes['AlertnessGradeType']>, ParentType, ContextType>;
  gradeValidity?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  gradeValiditySeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  hours?: Resolver<Maybe<Array<ResolversTypes['AlertnessHour']>>, ParentType, ContextType>;
  resultType?: Resolver<Maybe<ResolversTypes['SleepWiseResultType']>, ParentType, ContextType>;
  sleepEndTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sleepInertia?: Resolver<Maybe<ResolversTypes['SleepInertia']>, ParentType, ContextType>;
  sleepStartTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sleepType?: Resolver<Maybe<ResolversTypes['SleepType']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  utcOffsetMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  validity?: Resolver<Maybe<ResolversTypes['SleepWiseValidity']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlertnessHourResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertnessHour'] = ResolversParentTypes['AlertnessHour']> = {
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['AlertnessLevel']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validity?: Resolver<Maybe<ResolversTypes['SleepWiseValidity']>, ParentType, ContextType>;
};

export type BiosensingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Biosensing'] = ResolversParentTypes['Biosensing']> = {
  bodyTemperature?: Resolver<Maybe<Array<ResolversTypes['BodyTemperaturePeriod']>>, ParentType, ContextType>;
  ecgTests?: Resolver<Maybe<Array<ResolversTypes['EcgTest']>>, ParentType, ContextType>;
  skinContacts?: Resolver<Maybe<Array<ResolversTypes['SkinContactPeriod']>>, ParentType, ContextType>;
  skinTemperature?: Resolver<Maybe<Array<ResolversTypes['SkinTemperature']>>, ParentType, ContextType>;
  spo2Tests?: Resolver<Maybe<Array<ResolversTypes['Spo2Test']>>, ParentType, ContextType>;
};

export type BodyTemperaturePeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BodyTemperaturePeriod'] = ResolversParentTypes['BodyTemperaturePeriod']> = {
  columns?: Resolver<Maybe<ResolversTypes['OffsetColumns']>, ParentType, ContextType, Partial<BodyTemperaturePeriodColumnsArgs>>;
  deviceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  measurementType?: Resolver<Maybe<ResolversTypes['TemperatureMeasurementType']>, ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  samples?: Resolver<Maybe<Array<ResolversTypes['BodyTemperatureSample']>>, ParentType, ContextType, Partial<BodyTemperaturePeriodSamplesArgs>>;
  sensorLocation?: Resolver<Maybe<ResolversTypes['SensorLocation']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  statistics?: Resolver<Maybe<ResolversTypes['SeriesStatistics']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BodyTemperatureSampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BodyTemperatureSample'] = ResolversParentTypes['BodyTemperatureSample']> = {
  offsetSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  temperatureCelsius?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CardioLoadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardioLoad'] = ResolversParentTypes['CardioLoad']> = {
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['CardioLoadLevels']>, ParentType, ContextType>;
  load?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ratio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['CardioLoadStatus']>, ParentType, ContextType>;
  strain?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  tolerance?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CardioLoadLevelsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardioLoadLevels'] = ResolversParentTypes['CardioLoadLevels']> = {
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  medium?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  veryHigh?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  veryLow?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CircadianBedtimeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CircadianBedtime'] = ResolversParentTypes['CircadianBedtime']> = {
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  preferredSleepEndTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  preferredSleepStartTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  quality?: Resolver<Maybe<ResolversTypes['CircadianBedtimeQuality']>, ParentType, ContextType>;
  resultType?: Resolver<Maybe<ResolversTypes['SleepWiseResultType']>, ParentType, ContextType>;
  sleepGateEndTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sleepGateStartTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  utcOffsetMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  validity?: Resolver<Maybe<ResolversTypes['SleepWiseValidity']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContinuousHeartRateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContinuousHeartRate'] = ResolversParentTypes['ContinuousHeartRate']> = {
  columns?: Resolver<Maybe<ResolversTypes['LocalTimeColumns']>, ParentType, ContextType, Partial<ContinuousHeartRateColumnsArgs>>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  samples?: Resolver<Maybe<Array<ResolversTypes['HeartRateSample']>>, ParentType, ContextType, Partial<ContinuousHeartRateSamplesArgs>>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  statistics?: Resolver<Maybe<ResolversTypes['SeriesStatistics']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DailyActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DailyActivity'] = ResolversParentTypes['DailyActivity']> = {
  activeDuration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  activeDurationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  activeEnergyKcal?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  activityPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  distanceMeters?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  energyKcal?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  inactiveDuration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  inactiveDurationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  inactivityAlertCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  samples?: Resolver<Maybe<ResolversTypes['ActivitySamples']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  steps?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataWindow'] = ResolversParentTypes['DataWindow']> = {
  afterRegistration?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['DataWindowBasis'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  maxAgeDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxRangeDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  recentDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  resource?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Day'] = ResolversParentTypes['Day']> = {
  activity?: Resolver<Maybe<ResolversTypes['DailyActivity']>, ParentType, ContextType>;
  alertness?: Resolver<Maybe<ResolversTypes['Alertness']>, ParentType, ContextType>;
  biosensing?: Resolver<ResolversTypes['Biosensing'], ParentType, ContextType>;
  cardioLoad?: Resolver<Maybe<ResolversTypes['CardioLoad']>, ParentType, ContextType>;
  circadianBedtime?: Resolver<Maybe<ResolversTypes['CircadianBedtime']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  exercises?: Resolver<Maybe<Array<ResolversTypes['Exercise']>>, ParentType, ContextType>;
  heartRate?: Resolver<Maybe<ResolversTypes['ContinuousHeartRate']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  next?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  night?: Resolver<Maybe<ResolversTypes['Night']>, ParentType, ContextType>;
  previous?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DayConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DayConnection'] = ResolversParentTypes['DayConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DayEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Day']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DayEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DayEdge'] = ResolversParentTypes['DayEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
};

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type EcgQualityMeasurementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EcgQualityMeasurement'] = ResolversParentTypes['EcgQualityMeasurement']> = {
  offsetSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  quality?: Resolver<Maybe<ResolversTypes['EcgQuality']>, ParentType, ContextType>;
};

export type EcgSampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EcgSample'] = ResolversParentTypes['EcgSample']> = {
  amplitudeMv?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  offsetSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type EcgTestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EcgTest'] = ResolversParentTypes['EcgTest']> = {
  averageHeartRate?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  columns?: Resolver<Maybe<ResolversTypes['OffsetColumns']>, ParentType, ContextType, Partial<EcgTestColumnsArgs>>;
  deviceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  heartRateVariabilityLevel?: Resolver<Maybe<ResolversTypes['BaselineDeviation']>, ParentType, ContextType>;
  heartRateVariabilityMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pulseTransitTimeDiastolicMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pulseTransitTimeQualityIndex?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pulseTransitTimeSystolicMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  qualityMeasurements?: Resolver<Maybe<Array<ResolversTypes['EcgQualityMeasurement']>>, ParentType, ContextType>;
  rrIntervalMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  samples?: Resolver<Maybe<Array<ResolversTypes['EcgSample']>>, ParentType, ContextType, Partial<EcgTestSamplesArgs>>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  statistics?: Resolver<Maybe<ResolversTypes['SeriesStatistics']>, ParentType, ContextType>;
  testTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  utcOffsetMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExerciseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Exercise'] = ResolversParentTypes['Exercise']> = {
  averageHeartRate?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  carbohydratePercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  clubId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  clubName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  day?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deviceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  distanceMeters?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  durationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  energyKcal?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fatPercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hasRoute?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  heartRateZones?: Resolver<Maybe<Array<ResolversTypes['HeartRateZone']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maximumHeartRate?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  polarExerciseId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  proteinPercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  route?: Resolver<Maybe<ResolversTypes['Route']>, ParentType, ContextType>;
  runningIndex?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  samples?: Resolver<Maybe<Array<ResolversTypes['SampleSeries']>>, ParentType, ContextType, Partial<ExerciseSamplesArgs>>;
  sport?: Resolver<Maybe<ResolversTypes['Sport']>, ParentType, ContextType>;
  sportGroup?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startTimeLocal?: Resolver<Maybe<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  trainingLoad?: Resolver<Maybe<ResolversTypes['TrainingLoad']>, ParentType, ContextType>;
  uploadedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  utcOffsetMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExerciseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExerciseConnection'] = ResolversParentTypes['ExerciseConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['ExerciseEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<Array<Maybe<ResolversTypes['Exercise']>>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ExerciseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExerciseEdge'] = ResolversParentTypes['ExerciseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Exercise']>, ParentType, ContextType>;
};

export type FitSportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FitSport'] = ResolversParentTypes['FitSport']> = {
  sport?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subSport?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HeartRateSampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeartRateSample'] = ResolversParentTypes['HeartRateSample']> = {
  beatsPerMinute?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
};

export type HeartRateZoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeartRateZone'] = ResolversParentTypes['HeartRateZone']> = {
  inZone?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  inZoneSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  index?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lowerLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  upperLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type HypnogramStageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HypnogramStage'] = ResolversParentTypes['HypnogramStage']> = {
  duration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  durationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['SleepStage'], ParentType, ContextType>;
  stageNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export interface LocalDateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDateTime'], any> {
  name: 'LocalDateTime';
}

export type LocalTimeColumnsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocalTimeColumns'] = ResolversParentTypes['LocalTimeColumns']> = {
  times?: Resolver<Array<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  values?: Resolver<Array<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type NightResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Night'] = ResolversParentTypes['Night']> = {
  alertness?: Resolver<Maybe<ResolversTypes['Alertness']>, ParentType, ContextType>;
  circadianBedtime?: Resolver<Maybe<ResolversTypes['CircadianBedtime']>, ParentType, ContextType>;
  continuity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  continuityClass?: Resolver<Maybe<ResolversTypes['ContinuityClass']>, ParentType, ContextType>;
  continuityClassNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  deepSleep?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  deepSleepSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  deviceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  durationScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fetchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  heartRateColumns?: Resolver<Maybe<ResolversTypes['TimeColumns']>, ParentType, ContextType, Partial<NightHeartRateColumnsArgs>>;
  heartRateSamples?: Resolver<Maybe<Array<ResolversTypes['NightHeartRateSample']>>, ParentType, ContextType, Partial<NightHeartRateSamplesArgs>>;
  heartRateStatistics?: Resolver<Maybe<ResolversTypes['SeriesStatistics']>, ParentType, ContextType>;
  hypnogram?: Resolver<Maybe<Array<ResolversTypes['HypnogramStage']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lightSleep?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  lightSleepSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  longInterruption?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  longInterruptionSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  recharge?: Resolver<Maybe<ResolversTypes['NightlyRecharge']>, ParentType, ContextType>;
  regenerationScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  remSleep?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  remSleepSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  shortInterruption?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  shortInterruptionSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  skinTemperature?: Resolver<Maybe<ResolversTypes['SkinTemperature']>, ParentType, ContextType>;
  sleepCharge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sleepChargeLevel?: Resolver<Maybe<ResolversTypes['UsualLevel']>, ParentType, ContextType>;
  sleepCycles?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sleepGoal?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  sleepGoalSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sleepRating?: Resolver<Maybe<ResolversTypes['SleepRating']>, ParentType, ContextType>;
  sleepRatingNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sleepScore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  solidityScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stale?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  totalInterruption?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  totalInterruptionSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unrecognizedSleep?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  unrecognizedSleepSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NightConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NightConnection'] = ResolversParentTypes['NightConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['NightEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<Array<Maybe<ResolversTypes['Night']>>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NightEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NightEdge'] = ResolversParentTypes['NightEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Night']>, ParentType, ContextType>;
};

export type NightHeartRateSampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NightHeartRateSample'] = ResolversParentTypes['NightHeartRateSample']> = {
  beatsPerMinute?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type NightlyRechargeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NightlyRecharge'] = ResolversParentTypes['NightlyRecharge']> = {
  ansCharge?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ansChargeStatus?: Resolver<Maybe<ResolversTypes['UsualLevel']>, ParentType, ContextType>;
  ansChargeStatusNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageBeatToBeatMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageBreathingRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  averageHeartRate?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageHeartRateVariabilityMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  breathingRate?: Resolver<Maybe<Array<ResolversTypes['RechargeSample']>>, ParentType, ContextType, Partial<NightlyRechargeBreathingRateArgs>>;
  breathingRateColumns?: Resolver<Maybe<ResolversTypes['LocalTimeColumns']>, ParentType, ContextType, Partial<NightlyRechargeBreathingRateColumnsArgs>>;
  breathingRateStatistics?: Resolver<Maybe<ResolversTypes['SeriesStatistics']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  heartRateVariability?: Resolver<Maybe<Array<ResolversTypes['RechargeSample']>>, ParentType, ContextType, Partial<NightlyRechargeHeartRateVariabilityArgs>>;
  heartRateVariabilityColumns?: Resolver<Maybe<ResolversTypes['LocalTimeColumns']>, ParentType, ContextType, Partial<NightlyRechargeHeartRateVariabilityColumnsArgs>>;
  heartRateVariabilityStatistics?: Resolver<Maybe<ResolversTypes['SeriesStatistics']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['RechargeStatus']>, ParentType, ContextType>;
  statusNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Day' | 'Exercise' | 'Night' | 'User', ParentType, ContextType>;
};

export type OffsetColumnsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OffsetColumns'] = ResolversParentTypes['OffsetColumns']> = {
  offsetSeconds?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  values?: Resolver<Array<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PhysicalInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhysicalInfo'] = ResolversParentTypes['PhysicalInfo']> = {
  aerobicThreshold?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  anaerobicThreshold?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  birthdate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['Gender']>, ParentType, ContextType>;
  heightCm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  maximumHeartRate?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  restingHeartRate?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sleepGoal?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  sleepGoalSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  trainingBackground?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  typicalDay?: Resolver<Maybe<ResolversTypes['TypicalDay']>, ParentType, ContextType>;
  vo2Max?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  weightKg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  weightSource?: Resolver<Maybe<ResolversTypes['WeightSource']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  dataWindows?: Resolver<Array<ResolversTypes['DataWindow']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  rateLimit?: Resolver<ResolversTypes['RateLimit'], ParentType, ContextType>;
  sports?: Resolver<Array<ResolversTypes['Sport']>, ParentType, ContextType>;
  viewer?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type RateLimitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateLimit'] = ResolversParentTypes['RateLimit']> = {
  long?: Resolver<Maybe<ResolversTypes['RateWindow']>, ParentType, ContextType>;
  short?: Resolver<Maybe<ResolversTypes['RateWindow']>, ParentType, ContextType>;
};

export type RateWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateWindow'] = ResolversParentTypes['RateWindow']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RechargeSampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RechargeSample'] = ResolversParentTypes['RechargeSample']> = {
  time?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type RememberedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Remembered'] = ResolversParentTypes['Remembered']> = {
  __resolveType: TypeResolveFn<'Alertness' | 'BodyTemperaturePeriod' | 'CardioLoad' | 'CircadianBedtime' | 'ContinuousHeartRate' | 'DailyActivity' | 'EcgTest' | 'Exercise' | 'NightlyRecharge' | 'PhysicalInfo' | 'SkinContactPeriod' | 'SkinTemperature' | 'Spo2Test', ParentType, ContextType>;
};

export type RouteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Route'] = ResolversParentTypes['Route']> = {
  columns?: Resolver<ResolversTypes['RouteColumns'], ParentType, ContextType, Partial<RouteColumnsArgs>>;
  pointCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['RoutePoint']>, ParentType, ContextType, Partial<RoutePointsArgs>>;
};

export type RouteColumnsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RouteColumns'] = ResolversParentTypes['RouteColumns']> = {
  latitudes?: Resolver<Array<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
  longitudes?: Resolver<Array<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
  offsetSeconds?: Resolver<Array<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type RoutePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoutePoint'] = ResolversParentTypes['RoutePoint']> = {
  fix?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  offset?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  offsetSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  satellites?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SamplePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SamplePoint'] = ResolversParentTypes['SamplePoint']> = {
  offsetSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SampleSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SampleSeries'] = ResolversParentTypes['SampleSeries']> = {
  offsetSeconds?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['SamplePoint']>, ParentType, ContextType>;
  recordingRateSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sampleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  statistics?: Resolver<ResolversTypes['SeriesStatistics'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['SampleType'], ParentType, ContextType>;
  typeNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<Array<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type SeriesStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeriesStatistics'] = ResolversParentTypes['SeriesStatistics']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maximum?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  minimum?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SkinContactChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkinContactChange'] = ResolversParentTypes['SkinContactChange']> = {
  contact?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  offsetSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SkinContactPeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkinContactPeriod'] = ResolversParentTypes['SkinContactPeriod']> = {
  changes?: Resolver<Maybe<Array<ResolversTypes['SkinContactChange']>>, ParentType, ContextType>;
  deviceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SkinTemperatureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkinTemperature'] = ResolversParentTypes['SkinTemperature']> = {
  deviationFromBaselineCelsius?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sleepDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  temperatureCelsius?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Spo2TestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Spo2Test'] = ResolversParentTypes['Spo2Test']> = {
  altitudeMeters?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  averageHeartRate?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageQualityPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bloodOxygenClass?: Resolver<Maybe<ResolversTypes['BloodOxygenClass']>, ParentType, ContextType>;
  bloodOxygenDeviation?: Resolver<Maybe<ResolversTypes['BaselineDeviation']>, ParentType, ContextType>;
  bloodOxygenPercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  deviceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  heartRateVariabilityDeviation?: Resolver<Maybe<ResolversTypes['BaselineDeviation']>, ParentType, ContextType>;
  heartRateVariabilityMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Spo2TestStatus']>, ParentType, ContextType>;
  testTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  utcOffsetMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Sport'] = ResolversParentTypes['Sport']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fit?: Resolver<Maybe<ResolversTypes['FitSport']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StepSampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StepSample'] = ResolversParentTypes['StepSample']> = {
  steps?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
};

export type TimeColumnsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeColumns'] = ResolversParentTypes['TimeColumns']> = {
  times?: Resolver<Array<ResolversTypes['DateTime']>, ParentType, ContextType>;
  values?: Resolver<Array<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type TrainingLoadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrainingLoad'] = ResolversParentTypes['TrainingLoad']> = {
  cardioLoad?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  cardioLoadLevel?: Resolver<Maybe<ResolversTypes['LoadLevel']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  load?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  muscleLoad?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  muscleLoadLevel?: Resolver<Maybe<ResolversTypes['LoadLevel']>, ParentType, ContextType>;
  perceivedExertion?: Resolver<Maybe<ResolversTypes['PerceivedExertion']>, ParentType, ContextType>;
  perceivedLoad?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  perceivedLoadLevel?: Resolver<Maybe<ResolversTypes['LoadLevel']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  alertnessPeriods?: Resolver<Maybe<Array<ResolversTypes['Alertness']>>, ParentType, ContextType, Partial<UserAlertnessPeriodsArgs>>;
  biosensing?: Resolver<ResolversTypes['Biosensing'], ParentType, ContextType, Partial<UserBiosensingArgs>>;
  birthdate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  cardioLoads?: Resolver<Maybe<Array<ResolversTypes['CardioLoad']>>, ParentType, ContextType, Partial<UserCardioLoadsArgs>>;
  circadianBedtimes?: Resolver<Maybe<Array<ResolversTypes['CircadianBedtime']>>, ParentType, ContextType, Partial<UserCircadianBedtimesArgs>>;
  day?: Resolver<ResolversTypes['Day'], ParentType, ContextType, RequireFields<UserDayArgs, 'date'>>;
  days?: Resolver<ResolversTypes['DayConnection'], ParentType, ContextType, Partial<UserDaysArgs>>;
  exercise?: Resolver<Maybe<ResolversTypes['Exercise']>, ParentType, ContextType, RequireFields<UserExerciseArgs, 'id'>>;
  exercises?: Resolver<ResolversTypes['ExerciseConnection'], ParentType, ContextType, Partial<UserExercisesArgs>>;
  extraInfo?: Resolver<Maybe<Array<ResolversTypes['UserExtraInfo']>>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['Gender']>, ParentType, ContextType>;
  heightCm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memberId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  night?: Resolver<Maybe<ResolversTypes['Night']>, ParentType, ContextType, RequireFields<UserNightArgs, 'date'>>;
  nights?: Resolver<ResolversTypes['NightConnection'], ParentType, ContextType, Partial<UserNightsArgs>>;
  physicalInfo?: Resolver<Maybe<ResolversTypes['PhysicalInfo']>, ParentType, ContextType>;
  polarUserId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  registeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  weightKg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserExtraInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserExtraInfo'] = ResolversParentTypes['UserExtraInfo']> = {
  index?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface YearMonthScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['YearMonth'], any> {
  name: 'YearMonth';
}

export type Resolvers<ContextType = Context> = {
  ActivitySamples?: ActivitySamplesResolvers<ContextType>;
  ActivityZoneChange?: ActivityZoneChangeResolvers<ContextType>;
  Alertness?: AlertnessResolvers<ContextType>;
  AlertnessHour?: AlertnessHourResolvers<ContextType>;
  Biosensing?: BiosensingResolvers<ContextType>;
  BodyTemperaturePeriod?: BodyTemperaturePeriodResolvers<ContextType>;
  BodyTemperatureSample?: BodyTemperatureSampleResolvers<ContextType>;
  CardioLoad?: CardioLoadResolvers<ContextType>;
  CardioLoadLevels?: CardioLoadLevelsResolvers<ContextType>;
  CircadianBedtime?: CircadianBedtimeResolvers<ContextType>;
  ContinuousHeartRate?: ContinuousHeartRateResolvers<ContextType>;
  DailyActivity?: DailyActivityResolvers<ContextType>;
  DataWindow?: DataWindowResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Day?: DayResolvers<ContextType>;
  DayConnection?: DayConnectionResolvers<ContextType>;
  DayEdge?: DayEdgeResolvers<ContextType>;
  Duration?: GraphQLScalarType;
  EcgQualityMeasurement?: EcgQualityMeasurementResolvers<ContextType>;
  EcgSample?: EcgSampleResolvers<ContextType>;
  EcgTest?: EcgTestResolvers<ContextType>;
  Exercise?: ExerciseResolvers<ContextType>;
  ExerciseConnection?: ExerciseConnectionResolvers<ContextType>;
  ExerciseEdge?: ExerciseEdgeResolvers<ContextType>;
  FitSport?: FitSportResolvers<ContextType>;
  HeartRateSample?: HeartRateSampleResolvers<ContextType>;
  HeartRateZone?: HeartRateZoneResolvers<ContextType>;
  HypnogramStage?: HypnogramStageResolvers<ContextType>;
  LocalDateTime?: GraphQLScalarType;
  LocalTimeColumns?: LocalTimeColumnsResolvers<ContextType>;
  Night?: NightResolvers<ContextType>;
  NightConnection?: NightConnectionResolvers<ContextType>;
  NightEdge?: NightEdgeResolvers<ContextType>;
  NightHeartRateSample?: NightHeartRateSampleResolvers<ContextType>;
  NightlyRecharge?: NightlyRechargeResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  OffsetColumns?: OffsetColumnsResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PhysicalInfo?: PhysicalInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateLimit?: RateLimitResolvers<ContextType>;
  RateWindow?: RateWindowResolvers<ContextType>;
  RechargeSample?: RechargeSampleResolvers<ContextType>;
  Remembered?: RememberedResolvers<ContextType>;
  Route?: RouteResolvers<ContextType>;
  RouteColumns?: RouteColumnsResolvers<ContextType>;
  RoutePoint?: RoutePointResolvers<ContextType>;
  SamplePoint?: SamplePointResolvers<ContextType>;
  SampleSeries?: SampleSeriesResolvers<ContextType>;
  SeriesStatistics?: SeriesStatisticsResolvers<ContextType>;
  SkinContactChange?: SkinContactChangeResolvers<ContextType>;
  SkinContactPeriod?: SkinContactPeriodResolvers<ContextType>;
  SkinTemperature?: SkinTemperatureResolvers<ContextType>;
  Spo2Test?: Spo2TestResolvers<ContextType>;
  Sport?: SportResolvers<ContextType>;
  StepSample?: StepSampleResolvers<ContextType>;
  TimeColumns?: TimeColumnsResolvers<ContextType>;
  TrainingLoad?: TrainingLoadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserExtraInfo?: UserExtraInfoResolvers<ContextType>;
  YearMonth?: GraphQLScalarType;
};

