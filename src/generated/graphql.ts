import type { IsoDate } from '../calendar.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
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
  readonly date: Maybe<Scalars['Date']['output']>;
  /** When the device asked the person to move, by its clock; null when not recorded. */
  readonly inactivityStamps: Maybe<ReadonlyArray<Scalars['LocalDateTime']['output']>>;
  /** Length of the segment that one step sample stands for, in milliseconds; null when not known. */
  readonly intervalMs: Maybe<Scalars['Int']['output']>;
  /** Steps per segment, as parallel lists; null when none were recorded. */
  readonly stepColumns: Maybe<LocalTimeColumns>;
  /** Summary of the steps per segment, over the segments that were sent; null when none were recorded. */
  readonly stepStatistics: Maybe<SeriesStatistics>;
  /**
   * Steps per segment, exactly as sent. Segments are left out: documented is that equal neighbours are, in practice those
   * without steps are. null when none were recorded.
   */
  readonly steps: Maybe<ReadonlyArray<StepSample>>;
  /** Steps of the whole day as told with the samples. */
  readonly totalSteps: Maybe<Scalars['Int']['output']>;
  /** The activity zones one after the other; each holds until the next. null when none were recorded. */
  readonly zones: Maybe<ReadonlyArray<ActivityZoneChange>>;
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
  readonly time: Scalars['LocalDateTime']['output'];
  /** The zone from then on. */
  readonly zone: ActivityZone;
};

/** Time in each activity zone during one segment of a day. */
export type ActivityZoneSegment = {
  /** Start of the segment, by the clock of the device. */
  readonly time: Scalars['LocalDateTime']['output'];
  /** Time in each zone; null when nothing is known of the segment. */
  readonly zones: Maybe<ReadonlyArray<TimeInActivityZone>>;
};

/** How alert a person was or will be after one sleep. At least 5 days of sleep data are needed. */
export type Alertness = Cached & {
  /** End of the period, in UTC. */
  readonly endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Grade of the alertness; the scale is not documented. */
  readonly grade: Maybe<Scalars['Float']['output']>;
  /** The grade in words. */
  readonly gradeClassification: Maybe<AlertnessClassification>;
  /** Kind of grade. */
  readonly gradeType: Maybe<AlertnessGradeType>;
  /** How long the grade holds. */
  readonly gradeValidity: Maybe<Scalars['Duration']['output']>;
  /** How long the grade holds, in seconds. */
  readonly gradeValiditySeconds: Maybe<Scalars['Float']['output']>;
  /** Expected alertness hour by hour; null when not known. */
  readonly hours: Maybe<ReadonlyArray<AlertnessHour>>;
  /** Whether this is a prediction. */
  readonly resultType: Maybe<SleepWiseResultType>;
  /** End of the sleep, in UTC. */
  readonly sleepEndTime: Maybe<Scalars['DateTime']['output']>;
  /** Grogginess after waking up. */
  readonly sleepInertia: Maybe<SleepInertia>;
  /** Start of the sleep, in UTC. */
  readonly sleepStartTime: Maybe<Scalars['DateTime']['output']>;
  /** Kind of sleep. */
  readonly sleepType: Maybe<SleepType>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Start of the period, in UTC. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** Minutes that the sleeper's clock was ahead of UTC. */
  readonly utcOffsetMinutes: Maybe<Scalars['Int']['output']>;
  /** How far the result can be trusted. */
  readonly validity: Maybe<SleepWiseValidity>;
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
  readonly endTime: Maybe<Scalars['DateTime']['output']>;
  /** Expected alertness. */
  readonly level: Maybe<AlertnessLevel>;
  /** Start of the hour, in UTC. The first can begin later than the full hour. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** How far the result can be trusted. */
  readonly validity: Maybe<SleepWiseValidity>;
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

/** When a night began and ended: enough to know that there is one. */
export type AvailableNight = Cached & {
  /** The day to which AccessLink counts the night. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** When the person woke up, with the offset of that moment. */
  readonly endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** The night itself; null when its date is unknown. */
  readonly night: Maybe<Night>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** When the person fell asleep, with the offset of that moment. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
};

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
  readonly bodyTemperature: Maybe<ReadonlyArray<BodyTemperaturePeriod>>;
  /** Wrist ECG tests, by time. */
  readonly ecgTests: Maybe<ReadonlyArray<EcgTest>>;
  /** When a sensor touched the skin, by start. */
  readonly skinContacts: Maybe<ReadonlyArray<SkinContactPeriod>>;
  /** Skin temperature during sleep, one entry a night. */
  readonly skinTemperature: Maybe<ReadonlyArray<SkinTemperature>>;
  /** Blood oxygen tests, by time. */
  readonly spo2Tests: Maybe<ReadonlyArray<Spo2Test>>;
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
export type BodyTemperaturePeriod = Cached & {
  /** The temperatures in degrees Celsius, as parallel lists; null when none were sent. */
  readonly columns: Maybe<OffsetColumns>;
  /** The device that measured. */
  readonly deviceId: Maybe<Scalars['String']['output']>;
  /** End of the measurement, in UTC. */
  readonly endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Skin or core temperature. */
  readonly measurementType: Maybe<TemperatureMeasurementType>;
  /** Last change of the measurement, in UTC. */
  readonly modifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** The temperatures in order; null when none were sent. */
  readonly samples: Maybe<ReadonlyArray<BodyTemperatureSample>>;
  /** Where the sensor sat. */
  readonly sensorLocation: Maybe<SensorLocation>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Start of the measurement, in UTC. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** Summary of the temperatures in degrees Celsius; null when none were sent. */
  readonly statistics: Maybe<SeriesStatistics>;
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
  readonly offsetSeconds: Scalars['Float']['output'];
  /** Temperature in degrees Celsius; null is a gap. */
  readonly temperatureCelsius: Maybe<Scalars['Float']['output']>;
  /** When, in UTC; null when the start of the measurement is unknown. */
  readonly time: Maybe<Scalars['DateTime']['output']>;
};

/** A record that was read from Polar AccessLink, now or earlier. */
export type Cached = {
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
};

/** How much training strains the heart, for one day. */
export type CardioLoad = Cached & {
  /** The day. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** What counts as a low or a high load for this person; null when not available. */
  readonly level: Maybe<CardioLoadLevels>;
  /** Load of the day (training impulse, TRIMP), without unit; null when not available. */
  readonly load: Maybe<Scalars['Float']['output']>;
  /** Strain divided by tolerance; null when not available. */
  readonly ratio: Maybe<Scalars['Float']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** What the load does to the person's form. */
  readonly status: Maybe<CardioLoadStatus>;
  /** Average daily load of the past 7 days; null when not available. */
  readonly strain: Maybe<Scalars['Float']['output']>;
  /** Average daily load of the past 28 days; null when not available. */
  readonly tolerance: Maybe<Scalars['Float']['output']>;
};

/** One value per level, from the person's sessions of the past 90 days. What the numbers measure is not documented. */
export type CardioLoadLevels = {
  /** Value of the level high; null when not available. */
  readonly high: Maybe<Scalars['Float']['output']>;
  /** Value of the level low; null when not available. */
  readonly low: Maybe<Scalars['Float']['output']>;
  /** Value of the level medium; null when not available. */
  readonly medium: Maybe<Scalars['Float']['output']>;
  /** Value of the level very high; null when not available. */
  readonly veryHigh: Maybe<Scalars['Float']['output']>;
  /** Value of the level very low; null when not available. */
  readonly veryLow: Maybe<Scalars['Float']['output']>;
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
export type CircadianBedtime = Cached & {
  /** End of the period, in UTC. */
  readonly endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** End of the preferred sleep, in UTC. */
  readonly preferredSleepEndTime: Maybe<Scalars['DateTime']['output']>;
  /** Start of the preferred sleep, in UTC. */
  readonly preferredSleepStartTime: Maybe<Scalars['DateTime']['output']>;
  /** How clear the rhythm is. */
  readonly quality: Maybe<CircadianBedtimeQuality>;
  /** Whether this is a prediction. */
  readonly resultType: Maybe<SleepWiseResultType>;
  /** End of the sleep gate, in UTC. */
  readonly sleepGateEndTime: Maybe<Scalars['DateTime']['output']>;
  /** Start of the sleep gate, the stretch in which falling asleep is easiest, in UTC. */
  readonly sleepGateStartTime: Maybe<Scalars['DateTime']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Start of the period, in UTC. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** Minutes that the sleeper's clock was ahead of UTC. */
  readonly utcOffsetMinutes: Maybe<Scalars['Int']['output']>;
  /** How far the result can be trusted. */
  readonly validity: Maybe<SleepWiseValidity>;
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

/** What became of `collect`. */
export type CollectPayload = {
  /** How many items were kept, those of earlier tries included; they stay kept whatever went wrong afterwards. */
  readonly collected: Scalars['Int']['output'];
  /** Why it was refused or ended early; empty when nothing waits any more. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * What a person did on one day, as AccessLink handed it over once. A day has several when the device synchronised during
 * it: the newest counts.
 */
export type CollectedActivity = {
  /** Energy of the day in kilocalories, without the basal metabolic rate. */
  readonly activeEnergyKcal: Maybe<Scalars['Int']['output']>;
  /** Steps of the day, and activity comparable to steps. */
  readonly activeSteps: Maybe<Scalars['Int']['output']>;
  /** When it was collected. */
  readonly collectedAt: Scalars['DateTime']['output'];
  /** When AccessLink made the summary. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The day. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** How much of the day was recorded. */
  readonly duration: Maybe<Scalars['Duration']['output']>;
  /** How much of the day was recorded, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Energy of the day in kilocalories, with the basal metabolic rate. */
  readonly energyKcal: Maybe<Scalars['Int']['output']>;
  /** The number of the summary at AccessLink. */
  readonly polarActivityId: Scalars['ID']['output'];
  /** The number of the transaction that handed it over. */
  readonly polarTransactionId: Maybe<Scalars['ID']['output']>;
  /** Steps over the day; null when none were recorded. */
  readonly steps: Maybe<CollectedSteps>;
  /** Activity zones over the day; null when none were recorded. */
  readonly zones: Maybe<CollectedActivityZones>;
};

/** A page of collected summaries. */
export type CollectedActivityConnection = {
  /** The summaries with their cursors; null when they could not be read. */
  readonly edges: Maybe<ReadonlyArray<CollectedActivityEdge>>;
  /** The summaries without cursors. */
  readonly nodes: Maybe<ReadonlyArray<Maybe<CollectedActivity>>>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A collected summary in a page. */
export type CollectedActivityEdge = {
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The summary; null when it could not be read. */
  readonly node: Maybe<CollectedActivity>;
};

/** Activity zones of one day by segments. */
export type CollectedActivityZones = {
  /** The day. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** Length of a segment in minutes. */
  readonly intervalMinutes: Maybe<Scalars['Int']['output']>;
  /** The segments in order. */
  readonly samples: Maybe<ReadonlyArray<ActivityZoneSegment>>;
};

/** A training session as AccessLink handed it over once, with everything that was read of it. */
export type CollectedExercise = {
  /** Average heart rate in beats per minute; null when not measured. */
  readonly averageHeartRate: Maybe<Scalars['Int']['output']>;
  /** Share of carbohydrate in the energy spent, in percent; null when the device does not tell energy sources apart. */
  readonly carbohydratePercent: Maybe<Scalars['Int']['output']>;
  /** Club of a Flow for Club session; null for any other session and when the club could not be found. */
  readonly clubId: Maybe<Scalars['ID']['output']>;
  /** Name of that club; null for any other session and when the club could not be found. */
  readonly clubName: Maybe<Scalars['String']['output']>;
  /** When it was collected. */
  readonly collectedAt: Scalars['DateTime']['output'];
  /** The day the session started on, by the clock of the device; null when the start is unknown. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** The Polar product that recorded the session. */
  readonly device: Maybe<Scalars['String']['output']>;
  /** The device that recorded the session. */
  readonly deviceId: Maybe<Scalars['String']['output']>;
  /** Distance in metres; null when not measured. */
  readonly distanceMeters: Maybe<Scalars['Float']['output']>;
  /** How long the session was. */
  readonly duration: Maybe<Scalars['Duration']['output']>;
  /** How long the session was, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Energy spent, in kilocalories. */
  readonly energyKcal: Maybe<Scalars['Int']['output']>;
  /** Share of fat in the energy spent, in percent; null when the device does not tell energy sources apart. */
  readonly fatPercent: Maybe<Scalars['Int']['output']>;
  /** The files of the session that were kept with it: those of at most 16 MB, packed. */
  readonly files: ExerciseFiles;
  /** Whether there is a route. */
  readonly hasRoute: Maybe<Scalars['Boolean']['output']>;
  /** Time in each heart rate zone; null when not measured. */
  readonly heartRateZones: Maybe<ReadonlyArray<HeartRateZone>>;
  /** Highest heart rate in beats per minute; null when not measured. */
  readonly maximumHeartRate: Maybe<Scalars['Int']['output']>;
  /** The number of the session at AccessLink. It is not the id of `Exercise`. */
  readonly polarExerciseId: Scalars['ID']['output'];
  /** The number of the transaction that handed it over. */
  readonly polarTransactionId: Maybe<Scalars['ID']['output']>;
  /** Share of protein in the energy spent, in percent; null when the device does not tell energy sources apart. */
  readonly proteinPercent: Maybe<Scalars['Int']['output']>;
  /** Running index, a score of a run from heart rate and speed; null when not a run or not measured. */
  readonly runningIndex: Maybe<Scalars['Int']['output']>;
  /** What was measured during the session, one series for each type; null when nothing was. */
  readonly samples: Maybe<ReadonlyArray<SampleSeries>>;
  /** The sport, in the finest grain that is known; null when none was sent. */
  readonly sport: Maybe<Sport>;
  /** The coarse sport as AccessLink names it, such as `RUNNING` or `OTHER`; no list is documented. */
  readonly sportGroup: Maybe<Scalars['String']['output']>;
  /** The start as an instant, from the clock of the device and its offset; null when the offset is unknown. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** The start by the clock of the device. */
  readonly startTimeLocal: Maybe<Scalars['LocalDateTime']['output']>;
  /** How hard the session was on the body; null when not known. */
  readonly trainingLoad: Maybe<TrainingLoad>;
  /** When the session was sent from the device to Polar. */
  readonly uploadedAt: Maybe<Scalars['DateTime']['output']>;
  /** Minutes that the clock of the device was ahead of UTC at the start. */
  readonly utcOffsetMinutes: Maybe<Scalars['Int']['output']>;
};


/** A training session as AccessLink handed it over once, with everything that was read of it. */
export type CollectedExerciseSamplesArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
  types: InputMaybe<ReadonlyArray<SampleType>>;
};

/** A page of collected training sessions. */
export type CollectedExerciseConnection = {
  /** The sessions with their cursors; null when they could not be read. */
  readonly edges: Maybe<ReadonlyArray<CollectedExerciseEdge>>;
  /** The sessions without cursors. */
  readonly nodes: Maybe<ReadonlyArray<Maybe<CollectedExercise>>>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A collected training session in a page. */
export type CollectedExerciseEdge = {
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The session; null when it could not be read. */
  readonly node: Maybe<CollectedExercise>;
};

/** Steps of one day by segments. */
export type CollectedSteps = {
  /** The day. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** Length of a segment in minutes. */
  readonly intervalMinutes: Maybe<Scalars['Int']['output']>;
  /** The segments in order. */
  readonly samples: Maybe<ReadonlyArray<StepSample>>;
};

/** What AccessLink hands over only once. */
export type CollectionKind =
  /** Summaries of days; they appear in `User.collectedActivities`. */
  | 'ACTIVITY'
  /** Training sessions; they appear in `User.collectedExercises`. */
  | 'EXERCISE'
  /** Entries of weight, height and physical limits; they appear in `User.physicalInfoHistory`. */
  | 'PHYSICAL_INFORMATION';

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
export type ContinuousHeartRate = Cached & {
  /** Heart rate in beats per minute, as parallel lists. */
  readonly columns: Maybe<LocalTimeColumns>;
  /** The day. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Heart rate, about every 5 minutes at rest and up to every second in motion, with gaps of hours. */
  readonly samples: Maybe<ReadonlyArray<HeartRateSample>>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Summary of the heart rate in beats per minute. */
  readonly statistics: Maybe<SeriesStatistics>;
};


/** Heart rate of one day outside training sessions. */
export type ContinuousHeartRateColumnsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** Heart rate of one day outside training sessions. */
export type ContinuousHeartRateSamplesArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};

/** Why there is nothing. */
export type CoverageReason =
  /** The day lies before the person was registered with this service, and AccessLink serves only what was uploaded since. */
  | 'BEFORE_REGISTRATION'
  /** The day has not come yet. */
  | 'NOT_YET'
  /** AccessLink refused this kind of data a moment ago: a mandatory consent is missing, or the person is not registered. */
  | 'NO_CONSENT'
  /** AccessLink said that there is nothing that day. */
  | 'NO_DATA'
  /** AccessLink does not serve a day so old. */
  | 'OUT_OF_WINDOW'
  /** The request budget was used up a moment ago. */
  | 'RATE_LIMITED'
  /** A reason that is newer than this description. */
  | 'UNKNOWN';

/** How well a day is known. */
export type CoverageStatus =
  /** Cached, and answered without a request to AccessLink. */
  | 'FRESH'
  /** Not cached: AccessLink would be asked, unless there is a reason. */
  | 'MISSING'
  /**
   * Cached, but its time to live is over: AccessLink would be asked, and this would be served if AccessLink failed or does not
   * serve the day any more.
   */
  | 'STALE'
  /** A status that is newer than this description. */
  | 'UNKNOWN';

/** A webhook to create. */
export type CreateWebhookInput = {
  /** Of which types it tells; all when left out. */
  readonly events?: InputMaybe<ReadonlyArray<DataType>>;
  /** Deletes the webhook that exists, at AccessLink and here, and creates another: the way out when its key was lost. */
  readonly replace?: Scalars['Boolean']['input'];
  /** Where it delivers; this server's `/webhooks/polar` under its public address when left out. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

/** What a person did on one day. */
export type DailyActivity = Cached & {
  /** Time active. */
  readonly activeDuration: Maybe<Scalars['Duration']['output']>;
  /** Time active, in seconds. */
  readonly activeDurationSeconds: Maybe<Scalars['Float']['output']>;
  /** Energy of the day in kilocalories, without the basal metabolic rate. */
  readonly activeEnergyKcal: Maybe<Scalars['Int']['output']>;
  /** Score of the day's activity in percent; can exceed 100. */
  readonly activityPercent: Maybe<Scalars['Float']['output']>;
  /** The day. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** Distance in metres, computed from the steps. */
  readonly distanceMeters: Maybe<Scalars['Float']['output']>;
  /** Where the recording ends, by the clock of the device. Today ends with the last synchronization. */
  readonly endTime: Maybe<Scalars['LocalDateTime']['output']>;
  /** Energy of the day in kilocalories, with the basal metabolic rate. */
  readonly energyKcal: Maybe<Scalars['Int']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Time inactive. */
  readonly inactiveDuration: Maybe<Scalars['Duration']['output']>;
  /** Time inactive, in seconds. */
  readonly inactiveDurationSeconds: Maybe<Scalars['Float']['output']>;
  /** How often the device asked the person to move. */
  readonly inactivityAlertCount: Maybe<Scalars['Int']['output']>;
  /** The course of the day; null when none was recorded. */
  readonly samples: Maybe<ActivitySamples>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Where the recording begins, by the clock of the device. The first day with a device can begin at any hour. */
  readonly startTime: Maybe<Scalars['LocalDateTime']['output']>;
  /** Steps of the day. */
  readonly steps: Maybe<Scalars['Int']['output']>;
};

/** New data of a person, already read: the fields below are answered from what is remembered. */
export type DataAvailable = {
  /**
   * The day that the data are of, the last one when they are of several; null when Polar does not tell, as for physical
   * information.
   */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** The day that the data are of; null when that is not known. */
  readonly day: Maybe<Day>;
  /** The training session, when the news are of one; null for other types, and when it is gone again. */
  readonly exercise: Maybe<Exercise>;
  /** To take the subscription up again with `after`. */
  readonly id: Scalars['ID']['output'];
  /** The night, when the news are of sleep, alertness or bedtime; null for other types. */
  readonly night: Maybe<Night>;
  /** What is new; null when the type is newer than this description. */
  readonly type: Maybe<DataType>;
  /** Whose data they are: the viewer. */
  readonly user: User;
};

/** Kinds of data of which Polar tells as they arrive. */
export type DataType =
  /** Daily activity. Comes several times a day. */
  | 'ACTIVITY_SUMMARY'
  /** Heart rate of a day. Comes several times a day. */
  | 'CONTINUOUS_HEART_RATE'
  /** A training session. Cardio load changes with it. */
  | 'EXERCISE'
  /** Weight, height and physical limits. */
  | 'PHYSICAL_INFORMATION'
  /** A night's sleep. Nightly recharge and skin temperature come with it. */
  | 'SLEEP'
  /** Alertness periods. */
  | 'SLEEP_WISE_ALERTNESS'
  /** Circadian bedtimes. */
  | 'SLEEP_WISE_CIRCADIAN_BEDTIME';

/** The documented limits of one resource. */
export type DataWindow = {
  /** true when only data counts that was uploaded after the person had been registered with this client. */
  readonly afterRegistration: Scalars['Boolean']['output'];
  /** What the age is counted from. */
  readonly basis: DataWindowBasis;
  /** The limits in words. */
  readonly description: Scalars['String']['output'];
  /** How many days old the oldest data within reach is; null when no limit is documented. */
  readonly maxAgeDays: Maybe<Scalars['Int']['output']>;
  /** How many days one request may span, first and last included; null when there are no ranges or no limit is documented. */
  readonly maxRangeDays: Maybe<Scalars['Int']['output']>;
  /** How many days a request without a range answers with; null when there is no such request. */
  readonly recentDays: Maybe<Scalars['Int']['output']>;
  /** The resource. */
  readonly resource: Resource;
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
  readonly from: Scalars['Date']['input'];
  /** The last day; not before `from`. */
  readonly to: Scalars['Date']['input'];
};

/** Which days are meant: give exactly one field. */
export type DateRange =
  /** From one date to another, both included. */
  { readonly between: DateInterval; readonly lastDays?: never; readonly month?: never; readonly on?: never; }
  |  /** So many days up to and including today; 1 is today alone. */
  { readonly between?: never; readonly lastDays: Scalars['Int']['input']; readonly month?: never; readonly on?: never; }
  |  /** Every day of a month. */
  { readonly between?: never; readonly lastDays?: never; readonly month: Scalars['YearMonth']['input']; readonly on?: never; }
  |  /** One day. */
  { readonly between?: never; readonly lastDays?: never; readonly month?: never; readonly on: Scalars['Date']['input']; };

/**
 * One civil day of a person's life, by the clock of the device. A day always exists; its parts are null when nothing
 * was recorded.
 */
export type Day = Node & {
  /** Steps, energy and activity; null when nothing was recorded. */
  readonly activity: Maybe<DailyActivity>;
  /**
   * The course of the day without its totals: a lighter way than `activity` when only the samples are wanted; null when
   * nothing was recorded.
   */
  readonly activitySamples: Maybe<ActivitySamples>;
  /** How alert the person was or will be after the night of this day, by its primary grade; null when nothing is known. */
  readonly alertness: Maybe<Alertness>;
  /** Temperatures, skin contact, ECG and blood oxygen of this day. */
  readonly biosensing: Biosensing;
  /** How much training strains the heart; null when nothing was recorded. */
  readonly cardioLoad: Maybe<CardioLoad>;
  /** The best time to go to bed for the night of this day; null when nothing is known. */
  readonly circadianBedtime: Maybe<CircadianBedtime>;
  /** The day. */
  readonly date: Scalars['Date']['output'];
  /** Training sessions that started on this day, by start; empty when there were none, null when they could not be read. */
  readonly exercises: Maybe<ReadonlyArray<Exercise>>;
  /** Heart rate outside training sessions; null when nothing was recorded. */
  readonly heartRate: Maybe<ContinuousHeartRate>;
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** The day after. */
  readonly next: Day;
  /**
   * The night that AccessLink dates with this day, as a rule the one from which the person woke on it; null when nothing
   * of it is known.
   */
  readonly night: Maybe<Night>;
  /** The day before. */
  readonly previous: Day;
};

/** A page of days, oldest first. */
export type DayConnection = {
  /** The days with their cursors; null when they could not be read. */
  readonly edges: Maybe<ReadonlyArray<DayEdge>>;
  /** The days without cursors; null in the place of one that could not be read. */
  readonly nodes: Maybe<ReadonlyArray<Maybe<Day>>>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** What is known of one day. */
export type DayCoverage = {
  /** The day. */
  readonly date: Scalars['Date']['output'];
  /** When AccessLink last sent the day; null when it never did. */
  readonly fetchedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Why there is nothing. Of a day that is `STALE` and has data: why nothing newer can be read. Null when there is data, or
   * when nothing is known that would keep AccessLink from answering.
   */
  readonly reason: Maybe<CoverageReason>;
  /** How well it is known. */
  readonly status: CoverageStatus;
};

/** A day in a page of days. */
export type DayEdge = {
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The day; null when it could not be read. */
  readonly node: Maybe<Day>;
};

/** What became of `disconnect`. */
export type DisconnectPayload = {
  /**
   * true when AccessLink has confirmed and everything is erased; false while AccessLink is still being asked, which goes on
   * without the person.
   */
  readonly confirmed: Scalars['Boolean']['output'];
  /** true when the person is signed out everywhere and will be forgotten; false when it was refused. */
  readonly disconnected: Scalars['Boolean']['output'];
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
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
  readonly offsetSeconds: Scalars['Float']['output'];
  /** The quality. */
  readonly quality: Maybe<EcgQuality>;
};

/** The ECG at one moment. */
export type EcgSample = {
  /** Amplitude in millivolts; null is a gap. */
  readonly amplitudeMv: Maybe<Scalars['Float']['output']>;
  /** Seconds from the start of the measurement. */
  readonly offsetSeconds: Scalars['Float']['output'];
};

/** One wrist ECG test. */
export type EcgTest = Cached & {
  /** Average heart rate in beats per minute. */
  readonly averageHeartRate: Maybe<Scalars['Int']['output']>;
  /** The ECG in millivolts, as parallel lists; null when none was sent. */
  readonly columns: Maybe<OffsetColumns>;
  /** The device that measured. */
  readonly deviceId: Maybe<Scalars['String']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Heart rate variability against the usual level. */
  readonly heartRateVariabilityLevel: Maybe<BaselineDeviation>;
  /** Heart rate variability in milliseconds. */
  readonly heartRateVariabilityMs: Maybe<Scalars['Float']['output']>;
  /** Diastolic pulse transit time in milliseconds. */
  readonly pulseTransitTimeDiastolicMs: Maybe<Scalars['Float']['output']>;
  /** Quality of the pulse transit time; the scale is not documented. */
  readonly pulseTransitTimeQualityIndex: Maybe<Scalars['Float']['output']>;
  /** Systolic pulse transit time in milliseconds. */
  readonly pulseTransitTimeSystolicMs: Maybe<Scalars['Float']['output']>;
  /** Quality of the signal during the test; null when not sent. */
  readonly qualityMeasurements: Maybe<ReadonlyArray<EcgQualityMeasurement>>;
  /** Time between two heart beats, in milliseconds. */
  readonly rrIntervalMs: Maybe<Scalars['Float']['output']>;
  /** The ECG in order; null when none was sent. */
  readonly samples: Maybe<ReadonlyArray<EcgSample>>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Summary of the ECG in millivolts; null when none was sent. */
  readonly statistics: Maybe<SeriesStatistics>;
  /** When the test was taken, with the person's offset; in UTC when that is unknown. */
  readonly testTime: Maybe<Scalars['DateTime']['output']>;
  /** Minutes that the person's clock was ahead of UTC; null when unknown. */
  readonly utcOffsetMinutes: Maybe<Scalars['Int']['output']>;
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
export type Exercise = Cached & Node & {
  /** Average heart rate in beats per minute; null when not measured. */
  readonly averageHeartRate: Maybe<Scalars['Int']['output']>;
  /** Share of carbohydrate in the energy spent, in percent; null when the device does not tell energy sources apart. */
  readonly carbohydratePercent: Maybe<Scalars['Int']['output']>;
  /** Club of a Flow for Club session; null for any other session and when the club could not be found. */
  readonly clubId: Maybe<Scalars['ID']['output']>;
  /** Name of that club; null for any other session and when the club could not be found. */
  readonly clubName: Maybe<Scalars['String']['output']>;
  /** The day the session started on, by the clock of the device; null when the start is unknown. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** The day the session started on; null when the start is unknown. */
  readonly day: Maybe<Day>;
  /** The Polar product that recorded the session. */
  readonly device: Maybe<Scalars['String']['output']>;
  /** The device that recorded the session. */
  readonly deviceId: Maybe<Scalars['String']['output']>;
  /** Distance in metres; null when not measured. */
  readonly distanceMeters: Maybe<Scalars['Float']['output']>;
  /** How long the session was. */
  readonly duration: Maybe<Scalars['Duration']['output']>;
  /** How long the session was, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Energy spent, in kilocalories. */
  readonly energyKcal: Maybe<Scalars['Int']['output']>;
  /** Share of fat in the energy spent, in percent; null when the device does not tell energy sources apart. */
  readonly fatPercent: Maybe<Scalars['Int']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** The session as files for other programs. */
  readonly files: ExerciseFiles;
  /** Whether there is a route. */
  readonly hasRoute: Maybe<Scalars['Boolean']['output']>;
  /** Time in each heart rate zone; null when not measured. */
  readonly heartRateZones: Maybe<ReadonlyArray<HeartRateZone>>;
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Highest heart rate in beats per minute; null when not measured. */
  readonly maximumHeartRate: Maybe<Scalars['Int']['output']>;
  /** The id that AccessLink uses. */
  readonly polarExerciseId: Maybe<Scalars['ID']['output']>;
  /** Share of protein in the energy spent, in percent; null when the device does not tell energy sources apart. */
  readonly proteinPercent: Maybe<Scalars['Int']['output']>;
  /** Where the session went; null when there is no route. */
  readonly route: Maybe<Route>;
  /** Running index, a score of a run from heart rate and speed; null when not a run or not measured. */
  readonly runningIndex: Maybe<Scalars['Int']['output']>;
  /** What was measured during the session, one series for each type; null when nothing was. */
  readonly samples: Maybe<ReadonlyArray<SampleSeries>>;
  /** The sport, in the finest grain that is known; null when none was sent. */
  readonly sport: Maybe<Sport>;
  /** The coarse sport as AccessLink names it, such as `RUNNING` or `OTHER`; no list is documented. */
  readonly sportGroup: Maybe<Scalars['String']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** The start as an instant, from the clock of the device and its offset; null when the offset is unknown. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** The start by the clock of the device. */
  readonly startTimeLocal: Maybe<Scalars['LocalDateTime']['output']>;
  /** How hard the session was on the body; null when not known. */
  readonly trainingLoad: Maybe<TrainingLoad>;
  /** When the session was sent from the device to Polar. */
  readonly uploadedAt: Maybe<Scalars['DateTime']['output']>;
  /** Minutes that the clock of the device was ahead of UTC at the start. */
  readonly utcOffsetMinutes: Maybe<Scalars['Int']['output']>;
};


/** A training session. */
export type ExerciseSamplesArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
  types: InputMaybe<ReadonlyArray<SampleType>>;
};

/** A page of training sessions, oldest first. */
export type ExerciseConnection = {
  /** The sessions with their cursors; null when they could not be read. */
  readonly edges: Maybe<ReadonlyArray<ExerciseEdge>>;
  /** The sessions without cursors; null in the place of one that could not be read. */
  readonly nodes: Maybe<ReadonlyArray<Maybe<Exercise>>>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A training session in a page of sessions. */
export type ExerciseEdge = {
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The session; null when it could not be read. */
  readonly node: Maybe<Exercise>;
};

/**
 * A training session as files for other programs. Each is a link for whoever holds it, without a credential, for ten
 * minutes; nothing is asked of AccessLink before it is opened.
 */
export type ExerciseFiles = {
  /** The session as FIT, the binary format of Garmin; null when there is none. */
  readonly fit: Maybe<FileLink>;
  /** The route as GPX, in XML; null when there is no route. */
  readonly gpx: Maybe<FileLink>;
  /** The session as TCX, in XML; null when there is none. */
  readonly tcx: Maybe<FileLink>;
};

/** Where a file is to be had, and how long. */
export type FileLink = {
  /** When the link stops to work. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** The address of the file. Whoever has it can read the file: do not pass it on. */
  readonly url: Scalars['String']['output'];
};

/** A sport in the terms of the FIT file format. */
export type FitSport = {
  /** The FIT sport, such as `RUNNING`. */
  readonly sport: Scalars['String']['output'];
  /** The FIT sub-sport, such as `TRAIL`; null when there is none. */
  readonly subSport: Maybe<Scalars['String']['output']>;
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
  readonly beatsPerMinute: Maybe<Scalars['Int']['output']>;
  /** When, by the clock of the device. */
  readonly time: Scalars['LocalDateTime']['output'];
};

/** The time spent in one heart rate zone. */
export type HeartRateZone = {
  /** Time spent in the zone. */
  readonly inZone: Maybe<Scalars['Duration']['output']>;
  /** Time spent in the zone, in seconds. */
  readonly inZoneSeconds: Maybe<Scalars['Float']['output']>;
  /** Number of the zone; 1 is the lowest. */
  readonly index: Maybe<Scalars['Int']['output']>;
  /** Lower limit of the zone in beats per minute. */
  readonly lowerLimit: Maybe<Scalars['Int']['output']>;
  /** Upper limit of the zone in beats per minute. */
  readonly upperLimit: Maybe<Scalars['Int']['output']>;
};

/** A stretch of one sleep stage. */
export type HypnogramStage = {
  /** How long it lasted: until the next stage, the last one until the end of the sleep; null when that end is unknown. */
  readonly duration: Maybe<Scalars['Duration']['output']>;
  /** How long it lasted, in seconds; null when the end of the sleep is unknown. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** The stage. */
  readonly stage: SleepStage;
  /**
   * The number that AccessLink sent: 0 wake, 1 REM, 2 lighter and 3 light non-REM, 4 deep non-REM, 5 unknown; null when it
   * sent none.
   */
  readonly stageNumber: Maybe<Scalars['Int']['output']>;
  /** When the stage began, with the offset of that moment. */
  readonly time: Scalars['DateTime']['output'];
};

/** Whether a person's data can be read. */
export type LinkState =
  /** They can. */
  | 'CONNECTED'
  /** The person asked to be forgotten, and AccessLink has not confirmed yet. */
  | 'DELETION_PENDING'
  /** AccessLink does not accept the person's token any more: they must sign in again. */
  | 'REAUTHENTICATION_REQUIRED'
  /** A state that is newer than this description. */
  | 'UNKNOWN';

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
  readonly times: ReadonlyArray<Scalars['LocalDateTime']['output']>;
  /** The values, in the unit of the field that this stands beside; null is a gap. */
  readonly values: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
};

/** Everything that can be changed. */
export type Mutation = {
  /** Switches the webhook on, after a PING. For the partner only. */
  readonly activateWebhook: WebhookPayload;
  /**
   * Collects what AccessLink hands over only once: it is kept here first, then AccessLink is told, which deletes it. Physical
   * information is collected by itself from time to time. For people who signed in here, and the demo user.
   */
  readonly collect: CollectPayload;
  /**
   * Creates the webhook of the AccessLink client, of which there is one at most, at this server's `/webhooks/polar`. Polar
   * first sends it a PING, so this server must be reachable at its public address. For the partner only.
   */
  readonly createWebhook: WebhookPayload;
  /** Switches the webhook off until it is switched on again: it delivers nothing. For the partner only. */
  readonly deactivateWebhook: WebhookPayload;
  /** Deletes the webhook, at AccessLink and here. For the partner only. */
  readonly deleteWebhook: WebhookPayload;
  /**
   * Forgets the person who is signed in: ends their sessions at once, removes them from this client at AccessLink, and
   * erases everything that is kept about them here. Only for people who signed in at this server.
   */
  readonly disconnect: DisconnectPayload;
  /** Changes of which types the webhook tells, or where to. For the partner only. */
  readonly updateWebhook: WebhookPayload;
};


/** Everything that can be changed. */
export type MutationCollectArgs = {
  kind: CollectionKind;
};


/** Everything that can be changed. */
export type MutationCreateWebhookArgs = {
  input: CreateWebhookInput;
};


/** Everything that can be changed. */
export type MutationUpdateWebhookArgs = {
  input: UpdateWebhookInput;
};

/** The sleep of one night and the recovery during it. */
export type Night = Node & {
  /** How alert the person was or will be after this night; null when nothing is known. */
  readonly alertness: Maybe<Alertness>;
  /** The best time to go to bed for this night; null when nothing is known. */
  readonly circadianBedtime: Maybe<CircadianBedtime>;
  /** How unbroken the sleep was, 1.0 (fragmented) to 5.0 (unbroken); null when not measured. */
  readonly continuity: Maybe<Scalars['Float']['output']>;
  /** Continuity in words; null when not measured. */
  readonly continuityClass: Maybe<ContinuityClass>;
  /** Continuity as a whole number, 1 (fragmented) to 5 (very continuous); null when not measured. */
  readonly continuityClassNumber: Maybe<Scalars['Int']['output']>;
  /** The day to which AccessLink counts the night, as a rule the day of waking up. */
  readonly date: Scalars['Date']['output'];
  /** The day with the same date. */
  readonly day: Day;
  /** Time in deep sleep, stage N3. */
  readonly deepSleep: Maybe<Scalars['Duration']['output']>;
  /** Time in deep sleep, in seconds. */
  readonly deepSleepSeconds: Maybe<Scalars['Float']['output']>;
  /** The device that measured the sleep. */
  readonly deviceId: Maybe<Scalars['String']['output']>;
  /** Score of the theme sleep duration, 1.0 to 100.0, against the preferred and the recommended time. */
  readonly durationScore: Maybe<Scalars['Float']['output']>;
  /** When the person woke up, with the offset of that moment. */
  readonly endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Maybe<Scalars['DateTime']['output']>;
  /** Heart rate during the night in beats per minute, as parallel lists; null when not measured. */
  readonly heartRateColumns: Maybe<TimeColumns>;
  /** Heart rate during the night, averages of 5 minutes and now and then closer; null when not measured. */
  readonly heartRateSamples: Maybe<ReadonlyArray<NightHeartRateSample>>;
  /** Summary of the heart rate during the night in beats per minute; null when not measured. */
  readonly heartRateStatistics: Maybe<SeriesStatistics>;
  /** The sleep stages one after the other; null when not measured. */
  readonly hypnogram: Maybe<ReadonlyArray<HypnogramStage>>;
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Time in light sleep, stages N1 and N2. */
  readonly lightSleep: Maybe<Scalars['Duration']['output']>;
  /** Time in light sleep, in seconds. */
  readonly lightSleepSeconds: Maybe<Scalars['Float']['output']>;
  /** Sum of the interruptions of 90 seconds or more. */
  readonly longInterruption: Maybe<Scalars['Duration']['output']>;
  /** Sum of the interruptions of 90 seconds or more, in seconds. */
  readonly longInterruptionSeconds: Maybe<Scalars['Float']['output']>;
  /** How the body recovered during the night; null when not measured. */
  readonly recharge: Maybe<NightlyRecharge>;
  /** Score of the theme regeneration, 1.0 to 100.0: mean of REM and deep sleep. */
  readonly regenerationScore: Maybe<Scalars['Float']['output']>;
  /** Time in REM sleep. */
  readonly remSleep: Maybe<Scalars['Duration']['output']>;
  /** Time in REM sleep, in seconds. */
  readonly remSleepSeconds: Maybe<Scalars['Float']['output']>;
  /** Sum of the interruptions shorter than 90 seconds. */
  readonly shortInterruption: Maybe<Scalars['Duration']['output']>;
  /** Sum of the interruptions shorter than 90 seconds, in seconds. */
  readonly shortInterruptionSeconds: Maybe<Scalars['Float']['output']>;
  /** Skin temperature during the sleep; null when not measured. */
  readonly skinTemperature: Maybe<SkinTemperature>;
  /**
   * The sleep score against the person's usual level of the past 28 days, 1 (much below) to 5 (much above); null when
   * no usual level is known yet.
   */
  readonly sleepCharge: Maybe<Scalars['Int']['output']>;
  /** The sleep charge in words; null when no usual level is known yet. */
  readonly sleepChargeLevel: Maybe<UsualLevel>;
  /** Number of sleep cycles. */
  readonly sleepCycles: Maybe<Scalars['Int']['output']>;
  /** How long the person wants to sleep; the default follows from the age. */
  readonly sleepGoal: Maybe<Scalars['Duration']['output']>;
  /** How long the person wants to sleep, in seconds. */
  readonly sleepGoalSeconds: Maybe<Scalars['Float']['output']>;
  /** How the person rated the sleep; null when not rated. */
  readonly sleepRating: Maybe<SleepRating>;
  /** The person's rating as a number, 1 (very poorly) to 5 (very well); null when not rated. */
  readonly sleepRatingNumber: Maybe<Scalars['Int']['output']>;
  /** Sleep score, 1 to 100, from sleep time, long interruptions, continuity, actual sleep, REM and deep sleep. */
  readonly sleepScore: Maybe<Scalars['Int']['output']>;
  /** Score of the theme solidity, 1.0 to 100.0: mean of long interruptions, continuity and actual sleep. */
  readonly solidityScore: Maybe<Scalars['Float']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Maybe<Scalars['Boolean']['output']>;
  /** When the person fell asleep, with the offset of that moment. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** Time awake between falling asleep and waking up. */
  readonly totalInterruption: Maybe<Scalars['Duration']['output']>;
  /** Time awake between falling asleep and waking up, in seconds. */
  readonly totalInterruptionSeconds: Maybe<Scalars['Float']['output']>;
  /** Time in which no stage was recognised. */
  readonly unrecognizedSleep: Maybe<Scalars['Duration']['output']>;
  /** Time in which no stage was recognised, in seconds. */
  readonly unrecognizedSleepSeconds: Maybe<Scalars['Float']['output']>;
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
  readonly edges: Maybe<ReadonlyArray<NightEdge>>;
  /** The nights without cursors; null in the place of one that could not be read. */
  readonly nodes: Maybe<ReadonlyArray<Maybe<Night>>>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** A night in a page of nights. */
export type NightEdge = {
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The night; null when it could not be read. */
  readonly node: Maybe<Night>;
};

/** Heart rate at one moment of the night. */
export type NightHeartRateSample = {
  /** Beats per minute; null when there was no signal. */
  readonly beatsPerMinute: Maybe<Scalars['Int']['output']>;
  /** When, with the offset of that moment. */
  readonly time: Scalars['DateTime']['output'];
};

/** How the body recovered during one night. */
export type NightlyRecharge = Cached & {
  /** Charge of the autonomic nervous system against the usual level of the past 28 days, -10.0 to 10.0; about 0 is usual. */
  readonly ansCharge: Maybe<Scalars['Float']['output']>;
  /** ANS charge in words; null when not known. */
  readonly ansChargeStatus: Maybe<UsualLevel>;
  /** ANS charge as a whole number, 1 (much below usual) to 5 (much above usual); null when not known. */
  readonly ansChargeStatusNumber: Maybe<Scalars['Int']['output']>;
  /** Average time between two heart beats in milliseconds, over the same 4 hours; null when not measured. */
  readonly averageBeatToBeatMs: Maybe<Scalars['Int']['output']>;
  /** Average breathing rate in breaths per minute, over the same 4 hours. */
  readonly averageBreathingRate: Maybe<Scalars['Float']['output']>;
  /** Average heart rate in beats per minute, over 4 hours that begin 30 minutes after falling asleep. */
  readonly averageHeartRate: Maybe<Scalars['Int']['output']>;
  /** Average heart rate variability (RMSSD) in milliseconds, over the same 4 hours. */
  readonly averageHeartRateVariabilityMs: Maybe<Scalars['Int']['output']>;
  /** Breathing rate in breaths per minute, averages of 5 minutes; null when not measured. */
  readonly breathingRate: Maybe<ReadonlyArray<RechargeSample>>;
  /** Breathing rate in breaths per minute, as parallel lists; null when not measured. */
  readonly breathingRateColumns: Maybe<LocalTimeColumns>;
  /** Summary of the breathing rate in breaths per minute; null when not measured. */
  readonly breathingRateStatistics: Maybe<SeriesStatistics>;
  /** The day to which the result counts, as a rule the day of waking up. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Heart rate variability (RMSSD) in milliseconds, averages of 5 minutes; null when not measured. */
  readonly heartRateVariability: Maybe<ReadonlyArray<RechargeSample>>;
  /** Heart rate variability in milliseconds, as parallel lists; null when not measured. */
  readonly heartRateVariabilityColumns: Maybe<LocalTimeColumns>;
  /** Summary of the heart rate variability in milliseconds; null when not measured. */
  readonly heartRateVariabilityStatistics: Maybe<SeriesStatistics>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Recovery in words, from ANS charge and sleep charge; null when not known. */
  readonly status: Maybe<RechargeStatus>;
  /** Recovery as a number, 1 (very poor) to 6 (very good); null when not known. */
  readonly statusNumber: Maybe<Scalars['Int']['output']>;
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
  readonly id: Scalars['ID']['output'];
};

/** A series as two parallel lists, much smaller than a list of points. Times are seconds from the start. */
export type OffsetColumns = {
  /** Seconds from the start of the recording to each value. */
  readonly offsetSeconds: ReadonlyArray<Scalars['Float']['output']>;
  /** The values, in the unit of the field that this stands beside; null is a gap. */
  readonly values: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
};

/** Where a page of a connection lies, as the Relay specification describes it. */
export type PageInfo = {
  /** Cursor of the last item; null when the page is empty. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** Whether more follows after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item; null when the page is empty. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/** What belongs to the AccessLink client. */
export type Partner = {
  /** Data that wait for people in AccessLink's transactions, as it tells now; null when it cannot be asked. */
  readonly notifications: Maybe<ReadonlyArray<PullNotification>>;
  /** The people who signed in at this server, by their id as text. */
  readonly users: PartnerUserConnection;
  /** The webhook, at AccessLink and as kept here; null when there is none in either place. */
  readonly webhook: Maybe<Webhook>;
};


/** What belongs to the AccessLink client. */
export type PartnerUsersArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};

/** A person as the partner sees them: no data, only how they are connected. */
export type PartnerUser = {
  /** Whether the person's data can be read. */
  readonly linkState: LinkState;
  /** When the person last signed in at Polar for this server. */
  readonly linkedAt: Scalars['DateTime']['output'];
  /** The identifier given to the person at registration; null when unknown. */
  readonly memberId: Maybe<Scalars['String']['output']>;
  /** The person's number at Polar. */
  readonly polarUserId: Scalars['ID']['output'];
  /** When the person was registered with this client; null when unknown. */
  readonly registeredAt: Maybe<Scalars['DateTime']['output']>;
};

/** People, in pages. */
export type PartnerUserConnection = {
  /** The people of this page with their cursors. */
  readonly edges: Maybe<ReadonlyArray<PartnerUserEdge>>;
  /** The people of this page. */
  readonly nodes: Maybe<ReadonlyArray<Maybe<PartnerUser>>>;
  /** Where the page lies. */
  readonly pageInfo: PageInfo;
};

/** One person of a page. */
export type PartnerUserEdge = {
  /** Where it lies, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The person. */
  readonly node: Maybe<PartnerUser>;
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
export type PhysicalInfo = Cached & {
  /** Heart rate at the aerobic threshold, in beats per minute. */
  readonly aerobicThreshold: Maybe<Scalars['Int']['output']>;
  /** Heart rate at the anaerobic threshold, in beats per minute. */
  readonly anaerobicThreshold: Maybe<Scalars['Int']['output']>;
  /** Day of birth; null when not given. */
  readonly birthdate: Maybe<Scalars['Date']['output']>;
  /** When it was first saved. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Sex; null when not given. */
  readonly gender: Maybe<Gender>;
  /** Height in centimetres; null when not given. */
  readonly heightCm: Maybe<Scalars['Float']['output']>;
  /** Highest heart rate in beats per minute. */
  readonly maximumHeartRate: Maybe<Scalars['Int']['output']>;
  /** When it was last changed. */
  readonly modifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** Heart rate at rest in beats per minute. */
  readonly restingHeartRate: Maybe<Scalars['Int']['output']>;
  /** How long the person wants to sleep. */
  readonly sleepGoal: Maybe<Scalars['Duration']['output']>;
  /** How long the person wants to sleep, in seconds. */
  readonly sleepGoalSeconds: Maybe<Scalars['Float']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** How much the person has trained so far, as AccessLink words it; no list is documented. */
  readonly trainingBackground: Maybe<Scalars['String']['output']>;
  /** How much the person moves on a usual day. */
  readonly typicalDay: Maybe<TypicalDay>;
  /** Maximal oxygen uptake in millilitres per kilogram and minute. */
  readonly vo2Max: Maybe<Scalars['Int']['output']>;
  /** Weight in kilograms; null when not given. */
  readonly weightKg: Maybe<Scalars['Float']['output']>;
  /** Where the weight comes from. */
  readonly weightSource: Maybe<WeightSource>;
};

/** A page of physical information, oldest first. */
export type PhysicalInfoConnection = {
  /** The entries with their cursors; null when they could not be read. */
  readonly edges: Maybe<ReadonlyArray<PhysicalInfoEdge>>;
  /** The entries without cursors. */
  readonly nodes: Maybe<ReadonlyArray<Maybe<PhysicalInfo>>>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
};

/** An entry of physical information in a page. */
export type PhysicalInfoEdge = {
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry; null when it could not be read. */
  readonly node: Maybe<PhysicalInfo>;
  /** AccessLink's number of the entry; null for what was read without a transaction. */
  readonly polarEntryId: Maybe<Scalars['ID']['output']>;
  /** The number of the transaction that handed it over; null for what was read without one. */
  readonly polarTransactionId: Maybe<Scalars['ID']['output']>;
};

/** Data of a kind that wait for a person in a transaction. */
export type PullNotification = {
  /** The person's number at Polar. */
  readonly polarUserId: Scalars['ID']['output'];
  /** The kind of data; null when it is newer than this description. */
  readonly type: Maybe<DataType>;
};

/** Everything that can be asked. */
export type Query = {
  /** How far back AccessLink answers for each kind of data, as documented. */
  readonly dataWindows: ReadonlyArray<DataWindow>;
  /** One thing by its global id; null when it does not exist or does not belong to the viewer. */
  readonly node: Maybe<Node>;
  /**
   * Several things by their global ids, in the order asked; null in the place of each that does not exist or does not
   * belong to the viewer.
   */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /**
   * What belongs to the AccessLink client and not to a person: its users, its webhook, its notifications. Only for whoever
   * proves to be the partner, by HTTP Basic with the client's id and secret or by the partner key; null for everybody else.
   */
  readonly partner: Maybe<Partner>;
  /** How many requests to AccessLink are used up, counted over all people who share this gateway's client. */
  readonly rateLimit: RateLimit;
  /** Every sport of Polar Flow. */
  readonly sports: ReadonlyArray<Sport>;
  /** The person whose access token or session the request carries. */
  readonly viewer: User;
};


/** Everything that can be asked. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};

/** The two request budgets of AccessLink. They are shared by all people who use the same AccessLink client. */
export type RateLimit = {
  /** The window of 24 hours; null until AccessLink has answered once. */
  readonly long: Maybe<RateWindow>;
  /** The window of 15 minutes; null until AccessLink has answered once. */
  readonly short: Maybe<RateWindow>;
};

/** One request budget, as AccessLink last told it. */
export type RateWindow = {
  /** Requests allowed in this window. */
  readonly limit: Scalars['Int']['output'];
  /** When the window ends and counting starts again. */
  readonly resetsAt: Scalars['DateTime']['output'];
  /** Requests used in this window. */
  readonly used: Scalars['Int']['output'];
};

/**
 * What AccessLink hands out without being asked for dates. Its lists reach back 28 days; those of daily activity count from
 * the upload, so that a day delivered late is in them however old it is. Whoever asks for days of their own choice uses
 * `User.days`.
 */
export type Recent = {
  /** Daily activity uploaded in the last 28 days, oldest day first; null when it could not be read. */
  readonly activities: Maybe<ReadonlyArray<DailyActivity>>;
  /** The courses of the days uploaded in the last 28 days, without their totals; null when they could not be read. */
  readonly activitySamples: Maybe<ReadonlyArray<ActivitySamples>>;
  /** Alertness periods of the last 28 days, oldest first, predictions included; null when they could not be read. */
  readonly alertnessPeriods: Maybe<ReadonlyArray<Alertness>>;
  /** The nights of the last 28 days with sleep data, by their begin and end alone; null when they could not be read. */
  readonly availableNights: Maybe<ReadonlyArray<AvailableNight>>;
  /** Cardio load, oldest day first; null when it could not be read. */
  readonly cardioLoads: Maybe<ReadonlyArray<CardioLoad>>;
  /** Circadian bedtimes of the last 28 days, oldest first, predictions included; null when they could not be read. */
  readonly circadianBedtimes: Maybe<ReadonlyArray<CircadianBedtime>>;
};


/**
 * What AccessLink hands out without being asked for dates. Its lists reach back 28 days; those of daily activity count from
 * the upload, so that a day delivered late is in them however old it is. Whoever asks for days of their own choice uses
 * `User.days`.
 */
export type RecentCardioLoadsArgs = {
  months: InputMaybe<Scalars['Int']['input']>;
};

/** One value of a night, by the clock of the device. */
export type RechargeSample = {
  /** When, by the clock of the device. */
  readonly time: Scalars['LocalDateTime']['output'];
  /** The value, in the unit of the field that holds this; null is a gap. */
  readonly value: Maybe<Scalars['Float']['output']>;
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

/** Kinds of records that AccessLink has of a person, each with limits of its own. */
export type Resource =
  /** The course of a day: steps, activity zones and reminders to move. */
  | 'ACTIVITY_SAMPLES'
  /** How alert a person was or will be after a sleep. */
  | 'ALERTNESS'
  /** Blood oxygen tests. */
  | 'BLOOD_OXYGEN'
  /** Body temperature over a period of time. */
  | 'BODY_TEMPERATURE'
  /** Cardio load, strain and tolerance of a day. */
  | 'CARDIO_LOAD'
  /** The best time to go to bed. */
  | 'CIRCADIAN_BEDTIME'
  /** Heart rate of a day outside training sessions. */
  | 'CONTINUOUS_HEART_RATE'
  /** Totals of a day: steps, energy, distance, active time. */
  | 'DAILY_ACTIVITY'
  /** Wrist ECG tests. */
  | 'ECG'
  /** Training sessions. */
  | 'EXERCISES'
  /** How the body recovered during a night. */
  | 'NIGHTLY_RECHARGE'
  /** When the device had contact with the skin. */
  | 'SKIN_CONTACT'
  /** Skin temperature of a night. */
  | 'SKIN_TEMPERATURE'
  /** The sleep of a night. */
  | 'SLEEP'
  /** A resource that is newer than this description. */
  | 'UNKNOWN';

/** What is known of the days of one resource, from memory and the store alone. */
export type ResourceCoverage = {
  /** Every day of the range, oldest first. */
  readonly days: ReadonlyArray<DayCoverage>;
  /** How many of the days are `FRESH`. */
  readonly freshDays: Scalars['Int']['output'];
  /** How many of the days are `MISSING`. */
  readonly missingDays: Scalars['Int']['output'];
  /** The last of the days with data; null when none has any. */
  readonly newest: Maybe<Scalars['Date']['output']>;
  /** The first of the days with data; null when none has any. */
  readonly oldest: Maybe<Scalars['Date']['output']>;
  /** The resource. */
  readonly resource: Resource;
  /** How many of the days are `STALE`. */
  readonly staleDays: Scalars['Int']['output'];
};

/** The way a session took. */
export type Route = {
  /** The same as parallel lists. */
  readonly columns: RouteColumns;
  /** How many points there are before thinning. */
  readonly pointCount: Scalars['Int']['output'];
  /** The points in order. */
  readonly points: ReadonlyArray<RoutePoint>;
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
  readonly latitudes: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
  /** Longitude of each point in degrees, east positive; null when it was not sent. */
  readonly longitudes: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
  /** Seconds from the start of the session to each point; null when not sent. */
  readonly offsetSeconds: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
};

/** One point of a route. */
export type RoutePoint = {
  /** Quality of the position fix, 0 to 3; the meaning of the numbers is not documented. */
  readonly fix: Maybe<Scalars['Int']['output']>;
  /** Latitude in degrees, north positive; null when it was not sent. */
  readonly latitude: Maybe<Scalars['Float']['output']>;
  /** Longitude in degrees, east positive; null when it was not sent. */
  readonly longitude: Maybe<Scalars['Float']['output']>;
  /** Time from the start of the session; null when it was not sent. */
  readonly offset: Maybe<Scalars['Duration']['output']>;
  /** Seconds from the start of the session; null when not sent. */
  readonly offsetSeconds: Maybe<Scalars['Float']['output']>;
  /** Satellites in use, at most 63. */
  readonly satellites: Maybe<Scalars['Int']['output']>;
};

/** One value of a series. */
export type SamplePoint = {
  /** Seconds from the start of the session. */
  readonly offsetSeconds: Scalars['Float']['output'];
  /** The value, in the unit of the series; null is a gap. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** Samples of one type, as parallel lists and as points. */
export type SampleSeries = {
  /**
   * Seconds from the start of the session to each of `values`. For times between heart beats, the end of each; a second
   * apart when the recording rate is unknown.
   */
  readonly offsetSeconds: ReadonlyArray<Scalars['Float']['output']>;
  /** The same as a list of points. */
  readonly points: ReadonlyArray<SamplePoint>;
  /** Seconds between two samples; null where the samples are not evenly spaced, as the times between heart beats. */
  readonly recordingRateSeconds: Maybe<Scalars['Float']['output']>;
  /** How many samples there are before thinning, gaps included. */
  readonly sampleCount: Scalars['Int']['output'];
  /** Summary of all values. */
  readonly statistics: SeriesStatistics;
  /** What was measured; null when it is newer than this description, see `typeNumber`. */
  readonly type: Maybe<SampleType>;
  /** The number that AccessLink uses for the type, 0 to 11 as documented; null when it is no number. */
  readonly typeNumber: Maybe<Scalars['Int']['output']>;
  /** Unit of the values, such as `bpm`; null when the type is unknown. */
  readonly unit: Maybe<Scalars['String']['output']>;
  /** The values; null is a gap. */
  readonly values: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
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
  | 'TEMPERATURE';

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
  readonly count: Scalars['Int']['output'];
  /** The largest value; null when there are none. */
  readonly maximum: Maybe<Scalars['Float']['output']>;
  /** The arithmetic mean, each value counting once; null when there are none. */
  readonly mean: Maybe<Scalars['Float']['output']>;
  /** The smallest value; null when there are none. */
  readonly minimum: Maybe<Scalars['Float']['output']>;
};

/** The moment at which contact was made or lost. */
export type SkinContactChange = {
  /** true when there is contact from here on, false when there is none; null when not known. */
  readonly contact: Maybe<Scalars['Boolean']['output']>;
  /** Seconds from the start of the recording. */
  readonly offsetSeconds: Scalars['Float']['output'];
  /** When, in UTC; null when the start of the recording is unknown. */
  readonly time: Maybe<Scalars['DateTime']['output']>;
};

/** One stretch of time in which skin contact was watched. */
export type SkinContactPeriod = Cached & {
  /** When contact was made and lost, in order; null when nothing was sent. */
  readonly changes: Maybe<ReadonlyArray<SkinContactChange>>;
  /** The device that measured. */
  readonly deviceId: Maybe<Scalars['String']['output']>;
  /** End of the recording, in UTC. */
  readonly endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Last change of the recording, in UTC. */
  readonly modifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Start of the recording, in UTC. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
};

/** Skin temperature during one night. */
export type SkinTemperature = Cached & {
  /** Difference from the person's own baseline, in degrees Celsius; null when no baseline is known yet. */
  readonly deviationFromBaselineCelsius: Maybe<Scalars['Float']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** The day to which the sleep counts. */
  readonly sleepDate: Maybe<Scalars['Date']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Skin temperature during the sleep, in degrees Celsius. */
  readonly temperatureCelsius: Maybe<Scalars['Float']['output']>;
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
export type Spo2Test = Cached & {
  /** Altitude of the test in metres. */
  readonly altitudeMeters: Maybe<Scalars['Float']['output']>;
  /** Average heart rate in beats per minute. */
  readonly averageHeartRate: Maybe<Scalars['Int']['output']>;
  /** Average quality of the measurement in percent. */
  readonly averageQualityPercent: Maybe<Scalars['Float']['output']>;
  /** Blood oxygen in words. */
  readonly bloodOxygenClass: Maybe<BloodOxygenClass>;
  /** Blood oxygen against the person's own baseline. */
  readonly bloodOxygenDeviation: Maybe<BaselineDeviation>;
  /** Blood oxygen in percent; null when the test did not succeed. */
  readonly bloodOxygenPercent: Maybe<Scalars['Int']['output']>;
  /** The device that measured. */
  readonly deviceId: Maybe<Scalars['String']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Heart rate variability against the person's own baseline. */
  readonly heartRateVariabilityDeviation: Maybe<BaselineDeviation>;
  /** Heart rate variability in milliseconds. */
  readonly heartRateVariabilityMs: Maybe<Scalars['Float']['output']>;
  /** true when AccessLink failed just now and this older answer is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Whether the test succeeded, or why not. */
  readonly status: Maybe<Spo2TestStatus>;
  /** When the test was taken, with the person's offset; in UTC when that is unknown. */
  readonly testTime: Maybe<Scalars['DateTime']['output']>;
  /** Minutes that the person's clock was ahead of UTC; null when unknown. */
  readonly utcOffsetMinutes: Maybe<Scalars['Int']['output']>;
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
  readonly code: Scalars['String']['output'];
  /** What the sport is called in FIT files; null when no counterpart is documented. */
  readonly fit: Maybe<FitSport>;
  /** The name in English, such as `Trail running`; made from the code when the code is not a known one. */
  readonly name: Scalars['String']['output'];
};

/** Steps in one segment of the day. */
export type StepSample = {
  /** Steps in the segment; null when not known. */
  readonly steps: Maybe<Scalars['Int']['output']>;
  /** Start of the segment, by the clock of the device. */
  readonly time: Scalars['LocalDateTime']['output'];
};

/**
 * What is told while it happens. Over server-sent events (`Accept: text/event-stream`) or a WebSocket (`graphql-ws`), both
 * at `/graphql`.
 */
export type Subscription = {
  /**
   * Tells the person who signed in that there are new data, seconds after Polar has told this server. Nothing is lost while
   * the connection is: take it up again with `after`, or let the browser do so (`Last-Event-ID`). The same news may be told
   * twice. Ends when the session does.
   */
  readonly dataAvailable: Maybe<DataAvailable>;
};


/**
 * What is told while it happens. Over server-sent events (`Accept: text/event-stream`) or a WebSocket (`graphql-ws`), both
 * at `/graphql`.
 */
export type SubscriptionDataAvailableArgs = {
  after: InputMaybe<Scalars['ID']['input']>;
  types: InputMaybe<ReadonlyArray<DataType>>;
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
  readonly times: ReadonlyArray<Scalars['DateTime']['output']>;
  /** The values, in the unit of the field that this stands beside; null is a gap. */
  readonly values: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
};

/** Time in one activity zone. */
export type TimeInActivityZone = {
  /** Time in the zone. */
  readonly inZone: Maybe<Scalars['Duration']['output']>;
  /** Time in the zone, in seconds. */
  readonly inZoneSeconds: Maybe<Scalars['Float']['output']>;
  /** AccessLink's number of the zone, 0 to 5. */
  readonly index: Maybe<Scalars['Int']['output']>;
  /** The zone. */
  readonly zone: ActivityZone;
};

/** How hard a session was on the body. All but `load` and `date` need a device with Training Load Pro. */
export type TrainingLoad = {
  /** Load on the heart (TRIMP), without unit; null when not available. */
  readonly cardioLoad: Maybe<Scalars['Float']['output']>;
  /** Load on the heart in words. */
  readonly cardioLoadLevel: Maybe<LoadLevel>;
  /** The day of the session; null when its start is unknown. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** Training load of the session, without unit. */
  readonly load: Maybe<Scalars['Float']['output']>;
  /** Load on the muscles; the scale is not documented; null when not available. */
  readonly muscleLoad: Maybe<Scalars['Float']['output']>;
  /** Load on the muscles in words. */
  readonly muscleLoadLevel: Maybe<LoadLevel>;
  /** How hard the person rated the session; null when not known. */
  readonly perceivedExertion: Maybe<PerceivedExertion>;
  /** Load as the person felt it; the scale is not documented; null when not available. */
  readonly perceivedLoad: Maybe<Scalars['Float']['output']>;
  /** Load as the person felt it, in words. */
  readonly perceivedLoadLevel: Maybe<LoadLevel>;
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

/** Changes to the webhook; what is left out stays. */
export type UpdateWebhookInput = {
  /** Of which types it tells. */
  readonly events?: InputMaybe<ReadonlyArray<DataType>>;
  /** Where it delivers. It is sent a PING first. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

/** A person whose data Polar keeps. */
export type User = Node & {
  /** Alertness periods, oldest first, predictions included; of the last 28 days when no range is given. */
  readonly alertnessPeriods: Maybe<ReadonlyArray<Alertness>>;
  /** Temperatures, skin contact, ECG and blood oxygen; of the last 28 days when no range is given. */
  readonly biosensing: Biosensing;
  /** Day of birth; null when not given. */
  readonly birthdate: Maybe<Scalars['Date']['output']>;
  /** Cardio load day by day, oldest first; of the last 28 days when no range is given. */
  readonly cardioLoads: Maybe<ReadonlyArray<CardioLoad>>;
  /** Circadian bedtimes, oldest first, predictions included; of the last 28 days when no range is given. */
  readonly circadianBedtimes: Maybe<ReadonlyArray<CircadianBedtime>>;
  /**
   * Summaries of days that were collected, in the order of their collection. Nothing is asked of AccessLink.
   * @deprecated Since 2026-11-22: AccessLink deprecates its source. Use `User.days` and `Day.activity`.
   */
  readonly collectedActivities: CollectedActivityConnection;
  /**
   * Training sessions that were collected, in the order of their collection. Nothing is asked of AccessLink.
   * @deprecated Since 2026-11-22: AccessLink deprecates its source. Use `User.exercises`.
   */
  readonly collectedExercises: CollectedExerciseConnection;
  /**
   * What is known of each day, resource by resource, and why there is nothing; of the last 28 days when no range is given.
   * Nothing is asked of AccessLink.
   */
  readonly coverage: ReadonlyArray<ResourceCoverage>;
  /** One day with all that is known about it. */
  readonly day: Day;
  /** Days, oldest first; the last 28 when no range is given. Every day of the range is there, with or without data. */
  readonly days: DayConnection;
  /** One training session; null when it does not exist or is out of reach. */
  readonly exercise: Maybe<Exercise>;
  /**
   * Training sessions by their start, oldest first; all within reach when no range is given. AccessLink keeps those
   * uploaded in the last 30 days and after registration.
   */
  readonly exercises: ExerciseConnection;
  /** Answers to the extra questions of this service; null when it asks none. */
  readonly extraInfo: Maybe<ReadonlyArray<UserExtraInfo>>;
  /** First name; null when not given. */
  readonly firstName: Maybe<Scalars['String']['output']>;
  /** Sex; null when not given. */
  readonly gender: Maybe<Gender>;
  /** Height in centimetres; null when not given. `physicalInfo` is the better source. */
  readonly heightCm: Maybe<Scalars['Float']['output']>;
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Family name; null when not given. */
  readonly lastName: Maybe<Scalars['String']['output']>;
  /** The identifier that this service gave the person at registration; null when unknown. */
  readonly memberId: Maybe<Scalars['String']['output']>;
  /**
   * The night that AccessLink dates with this day, as a rule the one from which the person woke on it; null when nothing
   * of it is known.
   */
  readonly night: Maybe<Night>;
  /** Nights of which something is known, oldest first; of the last 28 days when no range is given. */
  readonly nights: NightConnection;
  /** Weight, height and physical limits; null when never filled in. */
  readonly physicalInfo: Maybe<PhysicalInfo>;
  /**
   * What is known of the person's physical information over time, oldest first: entries that were collected, and every
   * answer of AccessLink that differed from the one before. For others than people who signed in here, only what stands now.
   */
  readonly physicalInfoHistory: PhysicalInfoConnection;
  /** The person's number at Polar; null when the request did not say which user its token belongs to. */
  readonly polarUserId: Maybe<Scalars['ID']['output']>;
  /** What AccessLink hands out without being asked for dates. */
  readonly recent: Recent;
  /** When the person was registered with this service; null when unknown. */
  readonly registeredAt: Maybe<Scalars['DateTime']['output']>;
  /** Weight in kilograms; null when not given. `physicalInfo` is the better source. */
  readonly weightKg: Maybe<Scalars['Float']['output']>;
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
export type UserCollectedActivitiesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};


/** A person whose data Polar keeps. */
export type UserCollectedExercisesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};


/** A person whose data Polar keeps. */
export type UserCoverageArgs = {
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


/** A person whose data Polar keeps. */
export type UserPhysicalInfoHistoryArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};

/** Why a mutation was refused, for the person to read. */
export type UserError = {
  /** The reason, for programs. */
  readonly code: UserErrorCode;
  /** The reason and the remedy, in words. */
  readonly message: Scalars['String']['output'];
};

/** Reasons to refuse a mutation. */
export type UserErrorCode =
  /** AccessLink refuses this data: a mandatory consent is missing, or the user is not registered. */
  | 'CONSENT_REQUIRED'
  /** The request is not one of somebody who signed in at this server. */
  | 'NOT_SIGNED_IN'
  /** The request budget of this server's client is used up: try again later. */
  | 'RATE_LIMITED'
  /** AccessLink does not accept the token any more: sign in again. */
  | 'REAUTHENTICATE'
  /** This server could not keep what was read, so AccessLink was not told to delete it: try again later. */
  | 'STORAGE_FAILED'
  /** A reason that is newer than this description. */
  | 'UNKNOWN'
  /** AccessLink failed. What it has not handed over yet is still there: try again later. */
  | 'UPSTREAM_UNAVAILABLE';

/** The answer to one extra question. */
export type UserExtraInfo = {
  /** Position in the list of questions. */
  readonly index: Maybe<Scalars['Int']['output']>;
  /** Name of the question. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The person's answer. */
  readonly value: Maybe<Scalars['String']['output']>;
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

/** The webhook by which AccessLink tells this server of new data. */
export type Webhook = {
  /**
   * Whether AccessLink delivers; null when AccessLink does not tell, or has no such webhook. It stops by itself after 7 days
   * of failed deliveries; this server looks daily and switches it on again.
   */
  readonly active: Maybe<Scalars['Boolean']['output']>;
  /** When it was created from here; null when it was created elsewhere. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The types of the events that it delivers; null in the place of one that is newer than this description. */
  readonly events: ReadonlyArray<Maybe<DataType>>;
  /** true when AccessLink has the webhook. */
  readonly existsAtAccessLink: Scalars['Boolean']['output'];
  /**
   * true when the key of its signatures is kept here. Without the key no delivery can be told from a forgery, and none is
   * taken: create the webhook again with `replace: true`.
   */
  readonly hasSigningKey: Scalars['Boolean']['output'];
  /** AccessLink's id of it. */
  readonly id: Scalars['ID']['output'];
  /** true when it is switched off on purpose (`deactivateWebhook`); else it is switched on again when AccessLink stops it. */
  readonly paused: Scalars['Boolean']['output'];
  /** Where it delivers; null when AccessLink does not tell. */
  readonly url: Maybe<Scalars['String']['output']>;
};

/** Reasons for which the webhook is not changed. */
export type WebhookErrorCode =
  /** There is a webhook already, and its key is kept here. */
  | 'ALREADY_EXISTS'
  /** No type of data is named, or one that nobody can subscribe to. */
  | 'INVALID_EVENTS'
  /** The address is none that Polar could deliver to, or this server does not know its own. */
  | 'INVALID_URL'
  /** AccessLink has no webhook. */
  | 'NOT_FOUND'
  /** AccessLink refused it, as a rule since the address did not answer the PING with 200. */
  | 'REFUSED'
  /** There is a webhook already, and its key was lost: replace it. */
  | 'SIGNING_KEY_MISSING'
  /** A reason that is newer than this description. */
  | 'UNKNOWN';

/** What became of a change to the webhook. */
export type WebhookPayload = {
  /** Why nothing was changed; empty when it was. */
  readonly userErrors: ReadonlyArray<WebhookUserError>;
  /** The webhook after it; null when there is none. */
  readonly webhook: Maybe<Webhook>;
};

/** Why the webhook was not changed, for the partner to read. */
export type WebhookUserError = {
  /** The reason, for programs. */
  readonly code: WebhookErrorCode;
  /** Names from the argument down to the value at fault; null when no value is. */
  readonly field: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The reason and the remedy, in words. */
  readonly message: Scalars['String']['output'];
};

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
