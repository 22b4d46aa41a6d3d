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
  /** A calendar date, `YYYY-MM-DD`, such as `2026-11-22`. Days follow the clock of the person's device, not UTC. */
  Date: { input: IsoDate; output: IsoDate; }
  /** An instant in RFC 3339 format, always with an offset or `Z`, such as `2026-11-22T06:31:00+02:00`. */
  DateTime: { input: string; output: string; }
  /**
   * A duration in ISO 8601 format, such as `PT7H32M` or `PT6917.941S`. The field next to it whose name ends in `Seconds` has
   * the same as a number.
   */
  Duration: { input: string; output: string; }
  /**
   * A time on the device's own clock, without an offset, such as `2026-11-22T06:31:00`. It is not an instant: the offset
   * from UTC was not recorded.
   */
  LocalDateTime: { input: string; output: string; }
  /** A calendar month, `YYYY-MM`, such as `2026-11`. */
  YearMonth: { input: string; output: string; }
};

/** The course of one day: steps, activity zones and reminders to move. */
export type ActivitySamples = Node & {
  /** The day, as sent with the samples. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** When the device reminded the person to move, by its clock; null when not recorded. */
  readonly inactivityStamps: Maybe<ReadonlyArray<Scalars['LocalDateTime']['output']>>;
  /** Length of the segment that one step sample covers, in milliseconds; null when unknown. */
  readonly intervalMs: Maybe<Scalars['Int']['output']>;
  /**
   * Steps of the day in buckets of the same length, from midnight to midnight by the clock of the device: every bucket, also
   * those without steps; null when no steps were recorded.
   */
  readonly stepBuckets: Maybe<ReadonlyArray<StepBucket>>;
  /** Steps per segment, exactly as sent, as parallel lists; null when none were recorded. */
  readonly stepColumns: Maybe<LocalTimeColumns>;
  /** Summary of the steps per segment, over the segments that were sent; null when none were recorded. */
  readonly stepStatistics: Maybe<SeriesStatistics>;
  /**
   * Steps per segment, exactly as sent. AccessLink omits segments: as documented, those equal to the one before; in
   * practice, those without steps. null when none were recorded.
   */
  readonly steps: Maybe<ReadonlyArray<StepSample>>;
  /** Steps of the whole day, as sent with the samples. */
  readonly totalSteps: Maybe<Scalars['Int']['output']>;
  /** The activity zones in order; each lasts until the next. null when none were recorded. */
  readonly zones: Maybe<ReadonlyArray<ActivityZoneChange>>;
};


/** The course of one day: steps, activity zones and reminders to move. */
export type ActivitySamplesStepBucketsArgs = {
  minutes?: Scalars['Int']['input'];
};

/** Intensity of an activity. */
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

/** The moment at which an activity zone begins. */
export type ActivityZoneChange = {
  /** Time, by the clock of the device. */
  readonly time: Scalars['LocalDateTime']['output'];
  /** The zone from then on. */
  readonly zone: ActivityZone;
};

/** Time in each activity zone during one segment of a day. */
export type ActivityZoneSegment = {
  /** Start of the segment, by the clock of the device. */
  readonly time: Scalars['LocalDateTime']['output'];
  /** Time in each zone; null when nothing was recorded. */
  readonly zones: Maybe<ReadonlyArray<TimeInActivityZone>>;
};

/** Measured or predicted alertness after one sleep. At least 5 days of sleep data are needed. */
export type Alertness = Cached & Node & {
  /** End of the period, in UTC. */
  readonly endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Grade of the alertness; the scale is not documented. */
  readonly grade: Maybe<Scalars['Float']['output']>;
  /** Class of the grade. */
  readonly gradeClassification: Maybe<AlertnessClassification>;
  /** Kind of grade. */
  readonly gradeType: Maybe<AlertnessGradeType>;
  /** How long the grade is valid. */
  readonly gradeValidity: Maybe<Scalars['Duration']['output']>;
  /** How long the grade is valid, in seconds. */
  readonly gradeValiditySeconds: Maybe<Scalars['Float']['output']>;
  /** Expected alertness hour by hour; null when unknown. */
  readonly hours: Maybe<ReadonlyArray<AlertnessHour>>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
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
  /** true when AccessLink failed just now and this older response is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Start of the period, in UTC. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** UTC offset of the person in minutes; positive is ahead. */
  readonly utcOffsetMinutes: Maybe<Scalars['Int']['output']>;
  /** Reliability of the result. */
  readonly validity: Maybe<SleepWiseValidity>;
};

/** Class of an alertness grade. */
export type AlertnessClassification =
  /** Excellent. */
  | 'EXCELLENT'
  /** Fair. */
  | 'FAIR'
  /** Strong. */
  | 'STRONG'
  /** Unknown, or a value that this service does not know. */
  | 'UNKNOWN'
  /** Weak. */
  | 'WEAK';

/** Kind of an alertness grade. */
export type AlertnessGradeType =
  /** Another grade of the same day. */
  | 'ADDITIONAL'
  /** The main grade of the day. */
  | 'PRIMARY'
  /** Unknown, or a value that this service does not know. */
  | 'UNKNOWN';

/** Expected alertness of one hour. */
export type AlertnessHour = {
  /** End of the hour, in UTC. */
  readonly endTime: Maybe<Scalars['DateTime']['output']>;
  /** Expected alertness. */
  readonly level: Maybe<AlertnessLevel>;
  /** Start of the hour, in UTC. The first can begin later than the full hour. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** Reliability of the result. */
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
  /** Unknown, or a value that this service does not know. */
  | 'UNKNOWN'
  /** Very high. */
  | 'VERY_HIGH'
  /** Very low. */
  | 'VERY_LOW';

/** When one night began and ended, by AccessLink's list of nights with sleep data. */
export type AvailableNight = Cached & Node & {
  /** The date that AccessLink assigns to the night. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** When the person woke up, with the UTC offset at that time; null when the offset is unknown. */
  readonly endTime: Maybe<Scalars['DateTime']['output']>;
  /** When the person woke up, by the clock of the device. */
  readonly endTimeLocal: Maybe<Scalars['LocalDateTime']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** The night itself; null when its date is unknown, or AccessLink does not have it any more. */
  readonly night: Maybe<Night>;
  /** true when AccessLink failed just now and this older response is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** When the person fell asleep, with the UTC offset at that time; null when the offset is unknown. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** When the person fell asleep, by the clock of the device. */
  readonly startTimeLocal: Maybe<Scalars['LocalDateTime']['output']>;
};

/** A result compared with the person's baseline. */
export type BaselineDeviation =
  /** Above the usual. */
  | 'ABOVE_USUAL'
  /** Below the usual. */
  | 'BELOW_USUAL'
  /** There is no baseline yet. */
  | 'NO_BASELINE'
  /** A value that this service does not know. */
  | 'UNKNOWN'
  /** As usual. */
  | 'USUAL';

/** Measurements of the skin sensors. Each list is empty when nothing was measured and null when it could not be read. */
export type Biosensing = Node & {
  /**
   * Body temperature, oldest first. A period lies on the day that it starts on: in the time zone of
   * `Accesslink-Time-Zone`, else by the person's last known offset, since AccessLink sends its times in UTC.
   */
  readonly bodyTemperature: Maybe<ReadonlyArray<BodyTemperaturePeriod>>;
  /** Wrist ECG tests, oldest first. */
  readonly ecgTests: Maybe<ReadonlyArray<EcgTest>>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Periods of skin contact, oldest first. They lie on days as those of body temperature do. */
  readonly skinContacts: Maybe<ReadonlyArray<SkinContactPeriod>>;
  /** Skin temperature during sleep, one entry per night. */
  readonly skinTemperature: Maybe<ReadonlyArray<SkinTemperature>>;
  /** Blood oxygen tests, oldest first. */
  readonly spo2Tests: Maybe<ReadonlyArray<Spo2Test>>;
};

/** Class of the blood oxygen. */
export type BloodOxygenClass =
  /** Low. */
  | 'LOW'
  /** Normal. */
  | 'NORMAL'
  /** Unknown, or a value that this service does not know. */
  | 'UNKNOWN'
  /** Very low. */
  | 'VERY_LOW';

/** Body temperature over one period. */
export type BodyTemperaturePeriod = Cached & Node & {
  /** The temperatures in degrees Celsius, as parallel lists; null when none were sent. */
  readonly columns: Maybe<OffsetColumns>;
  /** The device that measured. */
  readonly deviceId: Maybe<Scalars['String']['output']>;
  /** End of the measurement, in UTC. */
  readonly endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Skin or core temperature. */
  readonly measurementType: Maybe<TemperatureMeasurementType>;
  /** Last change of the measurement, in UTC. */
  readonly modifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** The temperatures in order; null when none were sent. */
  readonly samples: Maybe<ReadonlyArray<BodyTemperatureSample>>;
  /** Where the sensor was worn. */
  readonly sensorLocation: Maybe<SensorLocation>;
  /** true when AccessLink failed just now and this older response is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Start of the measurement, in UTC. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** Summary of the temperatures in degrees Celsius; null when none were sent. */
  readonly statistics: Maybe<SeriesStatistics>;
};


/** Body temperature over one period. */
export type BodyTemperaturePeriodColumnsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** Body temperature over one period. */
export type BodyTemperaturePeriodSamplesArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};

/** Body temperature at one moment. */
export type BodyTemperatureSample = {
  /** Seconds from the start of the measurement. */
  readonly offsetSeconds: Scalars['Float']['output'];
  /** Temperature in degrees Celsius; null is a gap. */
  readonly temperatureCelsius: Maybe<Scalars['Float']['output']>;
  /** Time in UTC; null when the start of the measurement is unknown. */
  readonly time: Maybe<Scalars['DateTime']['output']>;
};

/** A record read from Polar AccessLink, now or earlier. */
export type Cached = {
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** true when AccessLink failed just now and this older response is served instead. */
  readonly stale: Scalars['Boolean']['output'];
};

/** Load of training on the heart, for one day. */
export type CardioLoad = Cached & Node & {
  /** The day. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** What counts as a low or a high load for this person; null when not available. */
  readonly level: Maybe<CardioLoadLevels>;
  /** Load of the day (training impulse, TRIMP), without unit; null when not available. */
  readonly load: Maybe<Scalars['Float']['output']>;
  /** Strain divided by tolerance; null when not available. */
  readonly ratio: Maybe<Scalars['Float']['output']>;
  /** true when AccessLink failed just now and this older response is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Effect of the load on the person's fitness. */
  readonly status: Maybe<CardioLoadStatus>;
  /** Average daily load of the past 7 days; null when not available. */
  readonly strain: Maybe<Scalars['Float']['output']>;
  /** Average daily load of the past 28 days; null when not available. */
  readonly tolerance: Maybe<Scalars['Float']['output']>;
};

/** One value per level, from the person's sessions of the past 90 days. The scale is not documented. */
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

/** Effect of the load of the past weeks on the person's fitness. */
export type CardioLoadStatus =
  /** Training less than usual; fitness declines. */
  | 'DETRAINING'
  /** Training as usual or a little less; fitness is maintained. */
  | 'MAINTAINING'
  /** Nothing could be calculated for the day. */
  | 'NOT_AVAILABLE'
  /** Training much more than usual. */
  | 'OVERREACHING'
  /** Training more than usual, at a good rate; fitness improves. */
  | 'PRODUCTIVE'
  /** Productive, close to overreaching. */
  | 'PRODUCTIVE_ALMOST_OVERREACHING'
  /** Productive again after overreaching. */
  | 'PRODUCTIVE_DROPPED_FROM_OVERREACHING'
  /** Recovering after overreaching. */
  | 'RECOVERY_AFTER_OVERREACHING'
  /** Not recognised, or a value that this service does not know. */
  | 'UNKNOWN';

/** The best bedtime, from the rhythm of the past nights. At least 5 days of sleep data are needed. */
export type CircadianBedtime = Cached & Node & {
  /** End of the period, in UTC. */
  readonly endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Global id. */
  readonly id: Scalars['ID']['output'];
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
  /** Start of the sleep gate, the period in which falling asleep is easiest, in UTC. */
  readonly sleepGateStartTime: Maybe<Scalars['DateTime']['output']>;
  /** true when AccessLink failed just now and this older response is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Start of the period, in UTC. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** UTC offset of the person in minutes; positive is ahead. */
  readonly utcOffsetMinutes: Maybe<Scalars['Int']['output']>;
  /** Reliability of the result. */
  readonly validity: Maybe<SleepWiseValidity>;
};

/** How clear the rhythm of sleep is. */
export type CircadianBedtimeQuality =
  /** Clearly recognizable. */
  | 'CLEARLY_RECOGNIZABLE'
  /** Compromised. */
  | 'COMPROMISED'
  /** Unknown, or a value that this service does not know. */
  | 'UNKNOWN'
  /** Weak. */
  | 'WEAK';

/** The result of `collect`. */
export type CollectPayload = {
  /** Number of items stored; they stay stored even when a later step fails. */
  readonly collected: Scalars['Int']['output'];
  /** Why it was rejected or failed; empty when it succeeded. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * Activity summary of one day, imported from a transaction. A day has several when the device synchronised during it: use
 * the newest.
 */
export type CollectedActivity = Node & {
  /** Energy of the day in kilocalories, without the basal metabolic rate. */
  readonly activeEnergyKcal: Maybe<Scalars['Int']['output']>;
  /** Steps of the day, and activity comparable to steps. */
  readonly activeSteps: Maybe<Scalars['Int']['output']>;
  /** When it was imported. */
  readonly collectedAt: Scalars['DateTime']['output'];
  /** When AccessLink created the summary. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The day. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** How much of the day was recorded. */
  readonly duration: Maybe<Scalars['Duration']['output']>;
  /** How much of the day was recorded, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Energy of the day in kilocalories, with the basal metabolic rate. */
  readonly energyKcal: Maybe<Scalars['Int']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** AccessLink's id of the summary. */
  readonly polarActivityId: Scalars['ID']['output'];
  /** Id of the transaction that contained it. */
  readonly polarTransactionId: Maybe<Scalars['ID']['output']>;
  /** Steps over the day; null when none were recorded. */
  readonly steps: Maybe<CollectedSteps>;
  /** Activity zones over the day; null when none were recorded. */
  readonly zones: Maybe<CollectedActivityZones>;
};

/** A page of imported summaries. */
export type CollectedActivityConnection = {
  /** The summaries with their cursors; null when they could not be read. */
  readonly edges: Maybe<ReadonlyArray<CollectedActivityEdge>>;
  /** The summaries without cursors; null where one, or the whole page, could not be read. */
  readonly nodes: Maybe<ReadonlyArray<Maybe<CollectedActivity>>>;
  /** Pagination details. */
  readonly pageInfo: PageInfo;
};

/** An imported summary in a page. */
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

/** A training session imported from a transaction. */
export type CollectedExercise = Node & {
  /** Average heart rate in beats per minute; null when not measured. */
  readonly averageHeartRate: Maybe<Scalars['Int']['output']>;
  /** Share of carbohydrate in the energy spent, in percent; null when the device does not measure energy sources. */
  readonly carbohydratePercent: Maybe<Scalars['Int']['output']>;
  /** Club of a Flow for Club session; null for any other session and when the club could not be found. */
  readonly clubId: Maybe<Scalars['ID']['output']>;
  /** Name of that club; null for any other session and when the club could not be found. */
  readonly clubName: Maybe<Scalars['String']['output']>;
  /** When it was imported. */
  readonly collectedAt: Scalars['DateTime']['output'];
  /** The day the session started on, by the clock of the device; null when the start is unknown. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** The Polar product that recorded the session. */
  readonly device: Maybe<Scalars['String']['output']>;
  /** The device that recorded the session. */
  readonly deviceId: Maybe<Scalars['String']['output']>;
  /** Distance in metres; null when not measured. */
  readonly distanceMeters: Maybe<Scalars['Float']['output']>;
  /** Duration of the session. */
  readonly duration: Maybe<Scalars['Duration']['output']>;
  /** Duration of the session, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Energy spent, in kilocalories. */
  readonly energyKcal: Maybe<Scalars['Int']['output']>;
  /** Share of fat in the energy spent, in percent; null when the device does not measure energy sources. */
  readonly fatPercent: Maybe<Scalars['Int']['output']>;
  /** The files stored with the session: those of at most 16 MB compressed. */
  readonly files: ExerciseFiles;
  /** Whether there is a route. */
  readonly hasRoute: Maybe<Scalars['Boolean']['output']>;
  /** Time in each heart rate zone; null when not measured. */
  readonly heartRateZones: Maybe<ReadonlyArray<HeartRateZone>>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Highest heart rate in beats per minute; null when not measured. */
  readonly maximumHeartRate: Maybe<Scalars['Int']['output']>;
  /** AccessLink's id of the session. It is not the id of `Exercise`. */
  readonly polarExerciseId: Scalars['ID']['output'];
  /** Id of the transaction that contained it. */
  readonly polarTransactionId: Maybe<Scalars['ID']['output']>;
  /** Share of protein in the energy spent, in percent; null when the device does not measure energy sources. */
  readonly proteinPercent: Maybe<Scalars['Int']['output']>;
  /** Running index, a score from heart rate and speed; null when not a run or not measured. */
  readonly runningIndex: Maybe<Scalars['Int']['output']>;
  /** Measurements of the session, one series per type; null when nothing was measured. */
  readonly samples: Maybe<ReadonlyArray<SampleSeries>>;
  /** The sport, as detailed as known; null when none was sent. */
  readonly sport: Maybe<Sport>;
  /** The broad sport as AccessLink names it, such as `RUNNING` or `OTHER`; no list is documented. */
  readonly sportGroup: Maybe<Scalars['String']['output']>;
  /** The start as an instant, from the clock of the device and its offset; null when the offset is unknown. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** The start by the clock of the device. */
  readonly startTimeLocal: Maybe<Scalars['LocalDateTime']['output']>;
  /** Load of the session on the body; null when unknown. */
  readonly trainingLoad: Maybe<TrainingLoad>;
  /** When the session was sent from the device to Polar. */
  readonly uploadedAt: Maybe<Scalars['DateTime']['output']>;
  /** UTC offset of the device at the start, in minutes; positive is ahead. */
  readonly utcOffsetMinutes: Maybe<Scalars['Int']['output']>;
};


/** A training session imported from a transaction. */
export type CollectedExerciseSamplesArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
  types: InputMaybe<ReadonlyArray<SampleType>>;
};

/** A page of imported training sessions. */
export type CollectedExerciseConnection = {
  /** The sessions with their cursors; null when they could not be read. */
  readonly edges: Maybe<ReadonlyArray<CollectedExerciseEdge>>;
  /** The sessions without cursors; null where one, or the whole page, could not be read. */
  readonly nodes: Maybe<ReadonlyArray<Maybe<CollectedExercise>>>;
  /** Pagination details. */
  readonly pageInfo: PageInfo;
};

/** An imported training session in a page. */
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

/** Kinds of data that AccessLink sends only once, in a transaction. */
export type CollectionKind =
  /** Summaries of days; they appear in `User.collectedActivities`. */
  | 'ACTIVITY'
  /** Training sessions; they appear in `User.collectedExercises`. */
  | 'EXERCISE'
  /** Entries of weight, height and physical limits; they appear in `User.physicalInfoHistory`. */
  | 'PHYSICAL_INFORMATION';

/** Continuity of the sleep. */
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
export type ContinuousHeartRate = Cached & Node & {
  /** Heart rate in beats per minute, as parallel lists. */
  readonly columns: Maybe<LocalTimeColumns>;
  /** The day. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Heart rate, about every 5 minutes at rest and up to every second in motion, with gaps of hours. */
  readonly samples: Maybe<ReadonlyArray<HeartRateSample>>;
  /** true when AccessLink failed just now and this older response is served instead. */
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

/** Why there is no data. */
export type CoverageReason =
  /**
   * The day is before the person's registration with this service, and AccessLink serves only what was uploaded since; or
   * AccessLink says that the person is not registered.
   */
  | 'BEFORE_REGISTRATION'
  /** The day is in the future. */
  | 'NOT_YET'
  /** AccessLink denied this kind of data recently: a mandatory consent is missing, or the person is not registered. */
  | 'NO_CONSENT'
  /** AccessLink answered that the day has no data. */
  | 'NO_DATA'
  /** AccessLink no longer serves the day. */
  | 'OUT_OF_WINDOW'
  /** The rate limit was reached recently. */
  | 'RATE_LIMITED'
  /** A reason that is newer than this description. */
  | 'UNKNOWN';

/** Whether a day is cached. */
export type CoverageStatus =
  /** Cached, and served without a request to AccessLink. */
  | 'FRESH'
  /** Not cached: requested from AccessLink, unless there is a `reason`. */
  | 'MISSING'
  /**
   * Cached, but its time to live is over: AccessLink is requested first, and this is served when it fails or no longer has
   * the day.
   */
  | 'STALE'
  /** A status that is newer than this description. */
  | 'UNKNOWN';

/** A webhook to create. */
export type CreateWebhookInput = {
  /** Types of events to deliver; all when omitted. */
  readonly events?: InputMaybe<ReadonlyArray<DataType>>;
  /** Deletes the existing webhook, at AccessLink and here, and creates another: for when the signing key is missing. */
  readonly replace?: Scalars['Boolean']['input'];
  /** Delivery URL; this server's `/webhooks/polar` at its public address when omitted. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

/** Activity of one day. */
export type DailyActivity = Cached & Node & {
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
  /** End of the recording, by the clock of the device. For today, the last synchronization. */
  readonly endTime: Maybe<Scalars['LocalDateTime']['output']>;
  /** Energy of the day in kilocalories, with the basal metabolic rate. */
  readonly energyKcal: Maybe<Scalars['Int']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Time inactive. */
  readonly inactiveDuration: Maybe<Scalars['Duration']['output']>;
  /** Time inactive, in seconds. */
  readonly inactiveDurationSeconds: Maybe<Scalars['Float']['output']>;
  /** Number of reminders to move. */
  readonly inactivityAlertCount: Maybe<Scalars['Int']['output']>;
  /** Samples over the day; null when none were recorded. */
  readonly samples: Maybe<ActivitySamples>;
  /** true when AccessLink failed just now and this older response is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Start of the recording, by the clock of the device. The first day with a device can start at any hour. */
  readonly startTime: Maybe<Scalars['LocalDateTime']['output']>;
  /**
   * Steps of the day in buckets of the same length, from midnight to midnight by the clock of the device: every bucket, also
   * those without steps; null when no steps were recorded.
   */
  readonly stepBuckets: Maybe<ReadonlyArray<StepBucket>>;
  /** Steps of the day. */
  readonly steps: Maybe<Scalars['Int']['output']>;
};


/** Activity of one day. */
export type DailyActivityStepBucketsArgs = {
  minutes?: Scalars['Int']['input'];
};

/** New data of a person, already fetched: the fields below are served from the cache. */
export type DataAvailable = {
  /**
   * The day of the data, the last one when there are several; null when Polar does not send it, as for physical
   * information.
   */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** The day of the data; null when unknown. */
  readonly day: Maybe<Day>;
  /** The training session; null for other types, and when it no longer exists. */
  readonly exercise: Maybe<Exercise>;
  /** For `after`, to resume the subscription. */
  readonly id: Scalars['ID']['output'];
  /** The night, for sleep, alertness and bedtime; null for other types. */
  readonly night: Maybe<Night>;
  /** Type of the new data; null when it is newer than this description. */
  readonly type: Maybe<DataType>;
  /** Owner of the data: the viewer. */
  readonly user: User;
};

/** Kinds of data for which Polar sends events. */
export type DataType =
  /** Daily activity. Sent several times a day. */
  | 'ACTIVITY_SUMMARY'
  /** Heart rate of a day. Sent several times a day. */
  | 'CONTINUOUS_HEART_RATE'
  /** A training session. Cardio load changes with it. */
  | 'EXERCISE'
  /** Weight, height and physical limits. */
  | 'PHYSICAL_INFORMATION'
  /** A night's sleep, with nightly recharge and skin temperature. */
  | 'SLEEP'
  /** Alertness periods. */
  | 'SLEEP_WISE_ALERTNESS'
  /** Circadian bedtimes. */
  | 'SLEEP_WISE_CIRCADIAN_BEDTIME';

/** The documented limits of one resource. */
export type DataWindow = {
  /** true when only data is served that was uploaded after the person's registration with this client. */
  readonly afterRegistration: Scalars['Boolean']['output'];
  /** What the age is counted from. */
  readonly basis: DataWindowBasis;
  /** The limits as text. */
  readonly description: Scalars['String']['output'];
  /** Age in days of the oldest data served; null when no limit is documented. */
  readonly maxAgeDays: Maybe<Scalars['Int']['output']>;
  /** How many days one request may span, both ends inclusive; null when there are no ranges or no limit is documented. */
  readonly maxRangeDays: Maybe<Scalars['Int']['output']>;
  /** How many days a request without a range returns; null when there is no such request. */
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
  /** From the upload of the data to Polar. */
  | 'UPLOAD';

/** A first and a last day, both inclusive. */
export type DateInterval = {
  /** The first day. */
  readonly from: Scalars['Date']['input'];
  /** The last day; not before `from`. */
  readonly to: Scalars['Date']['input'];
};

/** A range of days: give exactly one field. */
export type DateRange =
  /** From one date to another, both inclusive. */
  { readonly between: DateInterval; readonly lastDays?: never; readonly month?: never; readonly on?: never; }
  |  /** The last n days including today; 1 is today only. */
  { readonly between?: never; readonly lastDays: Scalars['Int']['input']; readonly month?: never; readonly on?: never; }
  |  /** Every day of a month. */
  { readonly between?: never; readonly lastDays?: never; readonly month: Scalars['YearMonth']['input']; readonly on?: never; }
  |  /** One day. */
  { readonly between?: never; readonly lastDays?: never; readonly month?: never; readonly on: Scalars['Date']['input']; };

/** One calendar day, by the clock of the device. A day always exists; its parts are null when nothing was recorded. */
export type Day = Node & {
  /** Steps, energy and activity; null when nothing was recorded. */
  readonly activity: Maybe<DailyActivity>;
  /** Measured or predicted alertness after the night of this day, by its primary grade; null when there is none. */
  readonly alertness: Maybe<Alertness>;
  /** Temperatures, skin contact, ECG and blood oxygen of this day. */
  readonly biosensing: Biosensing;
  /** Load of training on the heart; null when nothing was recorded. */
  readonly cardioLoad: Maybe<CardioLoad>;
  /** The best bedtime for the night of this day; null when there is none. */
  readonly circadianBedtime: Maybe<CircadianBedtime>;
  /** The day. */
  readonly date: Scalars['Date']['output'];
  /**
   * Training sessions that started on this day, oldest first; empty when there were none, null when they could not be
   * read.
   */
  readonly exercises: Maybe<ReadonlyArray<Exercise>>;
  /** Heart rate outside training sessions; null when nothing was recorded. */
  readonly heartRate: Maybe<ContinuousHeartRate>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** The day after. */
  readonly next: Day;
  /** The night that AccessLink assigns to this day, usually the one that ended on it; null when there is no data. */
  readonly night: Maybe<Night>;
  /** The day before. */
  readonly previous: Day;
};

/** A page of days, oldest first. */
export type DayConnection = {
  /** The days with their cursors; never null, since days need no request. */
  readonly edges: Maybe<ReadonlyArray<DayEdge>>;
  /** The days without cursors; never null, nor any of them. */
  readonly nodes: Maybe<ReadonlyArray<Maybe<Day>>>;
  /** Pagination details. */
  readonly pageInfo: PageInfo;
};

/** Coverage of one day. */
export type DayCoverage = {
  /** The day. */
  readonly date: Scalars['Date']['output'];
  /** When AccessLink last sent the day; null when never. */
  readonly fetchedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Why there is no data; for a `STALE` day with data, why it cannot be refreshed. null when there is data, or no known
   * reason why AccessLink would not serve the day.
   */
  readonly reason: Maybe<CoverageReason>;
  /** Whether the day is cached. */
  readonly status: CoverageStatus;
};

/** A day in a page of days. */
export type DayEdge = {
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The day; never null. */
  readonly node: Maybe<Day>;
};

/** The result of `disconnect`. */
export type DisconnectPayload = {
  /**
   * true when AccessLink has confirmed and everything is erased; false while the deletion is pending: this server retries
   * until it succeeds.
   */
  readonly confirmed: Scalars['Boolean']['output'];
  /** true when the person is signed out everywhere and their data will be erased; false when rejected. */
  readonly disconnected: Scalars['Boolean']['output'];
  /** What was erased here; empty while the deletion is pending. */
  readonly erased: ReadonlyArray<ErasedData>;
  /** How many rows about the person were found when everything was searched afterwards: 0. null while the deletion is pending. */
  readonly remaining: Maybe<Scalars['Int']['output']>;
  /** Why it was rejected; empty when it was not. */
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
  /** Unknown, or a value that this service does not know. */
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
export type EcgTest = Cached & Node & {
  /** Average heart rate in beats per minute. */
  readonly averageHeartRate: Maybe<Scalars['Int']['output']>;
  /** The ECG in millivolts, as parallel lists; null when none was sent. */
  readonly columns: Maybe<OffsetColumns>;
  /** The device that measured. */
  readonly deviceId: Maybe<Scalars['String']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Heart rate variability compared with the usual level. */
  readonly heartRateVariabilityLevel: Maybe<BaselineDeviation>;
  /** Heart rate variability in milliseconds. */
  readonly heartRateVariabilityMs: Maybe<Scalars['Float']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
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
  /** true when AccessLink failed just now and this older response is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Summary of the ECG in millivolts; null when none was sent. */
  readonly statistics: Maybe<SeriesStatistics>;
  /** Time of the test with the person's UTC offset; in UTC when the offset is unknown. */
  readonly testTime: Maybe<Scalars['DateTime']['output']>;
  /** UTC offset of the person in minutes, positive is ahead; null when unknown. */
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

/** The result of `endAllSessions`. */
export type EndAllSessionsPayload = {
  /** How many sessions have ended; 0 when rejected. */
  readonly endedCount: Scalars['Int']['output'];
  /** Why it was rejected; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The result of `endSession`. */
export type EndSessionPayload = {
  /** true when the session has ended; false when rejected. */
  readonly ended: Scalars['Boolean']['output'];
  /** Why it was rejected; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Rows of one kind that were erased. */
export type ErasedData = {
  /** How many there were: at least 1. */
  readonly count: Scalars['Int']['output'];
  /** What they were. */
  readonly kind: ErasedDataKind;
};

/** Kinds of what is stored about a person. */
export type ErasedDataKind =
  /** The person's account with their token, encrypted. */
  | 'ACCOUNT'
  /** Authorization codes of apps. */
  | 'AUTHORIZATION_CODES'
  /** Deliveries of the webhook that were not processed yet. */
  | 'DELIVERIES'
  /** Events that subscriptions can resume after. */
  | 'EVENTS'
  /** Items imported from transactions. */
  | 'IMPORTED_ITEMS'
  /** Records that were read from AccessLink. */
  | 'RECORDS'
  /** Sessions of browsers and apps. */
  | 'SESSIONS'
  /** Which transactions were imported. */
  | 'TRANSACTIONS'
  /** A kind that is newer than this description. */
  | 'UNKNOWN';

/** A training session. */
export type Exercise = Cached & Node & {
  /** Average heart rate in beats per minute; null when not measured. */
  readonly averageHeartRate: Maybe<Scalars['Int']['output']>;
  /** Share of carbohydrate in the energy spent, in percent; null when the device does not measure energy sources. */
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
  /** Duration of the session. */
  readonly duration: Maybe<Scalars['Duration']['output']>;
  /** Duration of the session, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Energy spent, in kilocalories. */
  readonly energyKcal: Maybe<Scalars['Int']['output']>;
  /** Share of fat in the energy spent, in percent; null when the device does not measure energy sources. */
  readonly fatPercent: Maybe<Scalars['Int']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** The session as files. */
  readonly files: ExerciseFiles;
  /** Whether there is a route. */
  readonly hasRoute: Maybe<Scalars['Boolean']['output']>;
  /** Time in each heart rate zone; null when not measured. */
  readonly heartRateZones: Maybe<ReadonlyArray<HeartRateZone>>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Highest heart rate in beats per minute; null when not measured. */
  readonly maximumHeartRate: Maybe<Scalars['Int']['output']>;
  /** The id that AccessLink uses. */
  readonly polarExerciseId: Maybe<Scalars['ID']['output']>;
  /** Share of protein in the energy spent, in percent; null when the device does not measure energy sources. */
  readonly proteinPercent: Maybe<Scalars['Int']['output']>;
  /** Route of the session; null when there is none. */
  readonly route: Maybe<Route>;
  /** Running index, a score from heart rate and speed; null when not a run or not measured. */
  readonly runningIndex: Maybe<Scalars['Int']['output']>;
  /** Measurements of the session, one series per type; null when nothing was measured. */
  readonly samples: Maybe<ReadonlyArray<SampleSeries>>;
  /** The sport, as detailed as known; null when none was named. */
  readonly sport: Maybe<Sport>;
  /** The broad sport as AccessLink names it, such as `RUNNING` or `OTHER`; no list is documented. */
  readonly sportGroup: Maybe<Scalars['String']['output']>;
  /** true when AccessLink failed just now and this older response is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** The start as an instant, from the clock of the device and its offset; null when the offset is unknown. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** The start by the clock of the device. */
  readonly startTimeLocal: Maybe<Scalars['LocalDateTime']['output']>;
  /** Load of the session on the body; null when unknown. */
  readonly trainingLoad: Maybe<TrainingLoad>;
  /** When the session was sent from the device to Polar. */
  readonly uploadedAt: Maybe<Scalars['DateTime']['output']>;
  /** UTC offset of the device at the start, in minutes; positive is ahead. */
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
  /** The sessions without cursors; null when they could not be read. */
  readonly nodes: Maybe<ReadonlyArray<Maybe<Exercise>>>;
  /** Pagination details. */
  readonly pageInfo: PageInfo;
};

/** A training session in a page of sessions. */
export type ExerciseEdge = {
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The session; never null. */
  readonly node: Maybe<Exercise>;
};

/**
 * Files of a training session. Each link works for ten minutes without credentials; AccessLink is not called before the
 * link is opened.
 */
export type ExerciseFiles = {
  /** The session as FIT, Garmin's binary format; null when there is none. */
  readonly fit: Maybe<FileLink>;
  /** The route as GPX, in XML; null when there is no route, and with pauses when a session was imported without them. */
  readonly gpx: Maybe<FileLink>;
  /** The session as TCX, in XML; null when there is none. */
  readonly tcx: Maybe<FileLink>;
};


/**
 * Files of a training session. Each link works for ten minutes without credentials; AccessLink is not called before the
 * link is opened.
 */
export type ExerciseFilesGpxArgs = {
  includePauseTimes?: Scalars['Boolean']['input'];
};

/** A temporary link to a file. */
export type FileLink = {
  /** When the link expires. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** URL of the file. Anyone who has it can read the file: do not share it. */
  readonly url: Scalars['String']['output'];
};

/** A sport in the terms of the FIT file format. */
export type FitSport = {
  /** The FIT sport, such as `RUNNING`. */
  readonly sport: Scalars['String']['output'];
  /** The FIT sub-sport, such as `TRAIL`; null when there is none. */
  readonly subSport: Maybe<Scalars['String']['output']>;
};

/** The result of `forgetMe`. */
export type ForgetMePayload = {
  /** What was erased; empty when nothing was stored. */
  readonly erased: ReadonlyArray<ErasedData>;
  /** true when everything that is stored of the caller's data is erased; false when rejected. */
  readonly forgotten: Scalars['Boolean']['output'];
  /** How many rows were found when everything was searched afterwards: 0. null when rejected. */
  readonly remaining: Maybe<Scalars['Int']['output']>;
  /** Why it was rejected; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
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
  /** Time, by the clock of the device. */
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

/** A period of one sleep stage. */
export type HypnogramStage = {
  /** Duration until the next stage, or until the end of the sleep for the last one; null when that end is unknown. */
  readonly duration: Maybe<Scalars['Duration']['output']>;
  /** Duration in seconds; null when the end of the sleep is unknown. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** The stage. */
  readonly stage: SleepStage;
  /**
   * The number that AccessLink sent: 0 wake, 1 REM, 2 lighter and 3 light non-REM, 4 deep non-REM, 5 unknown; null when it
   * sent none.
   */
  readonly stageNumber: Maybe<Scalars['Int']['output']>;
  /** When the stage began, with the UTC offset at that time; null when the offset is unknown. */
  readonly time: Maybe<Scalars['DateTime']['output']>;
  /** When the stage began, by the clock of the device. */
  readonly timeLocal: Scalars['LocalDateTime']['output'];
};

/** Whether a person's data can be read. */
export type LinkState =
  /** It can. */
  | 'CONNECTED'
  /** The person requested deletion, and AccessLink has not confirmed yet. */
  | 'DELETION_PENDING'
  /** AccessLink no longer accepts the person's token: they must sign in again. */
  | 'REAUTHENTICATION_REQUIRED'
  /** A state that is newer than this description. */
  | 'UNKNOWN';

/** Level of a load. */
export type LoadLevel =
  /** High. */
  | 'HIGH'
  /** Low. */
  | 'LOW'
  /** Medium. */
  | 'MEDIUM'
  /** The session has no such load. */
  | 'NOT_AVAILABLE'
  /** Unknown, or a value that this service does not know. */
  | 'UNKNOWN'
  /** Very high. */
  | 'VERY_HIGH'
  /** Very low. */
  | 'VERY_LOW';

/** A series as two parallel lists, much smaller than a list of points. Times are on the device's clock. */
export type LocalTimeColumns = {
  /** The time of each value, by the clock of the device. */
  readonly times: ReadonlyArray<Scalars['LocalDateTime']['output']>;
  /** The values, in the unit that the field states; null is a gap. */
  readonly values: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
};

/** Operations that change data. */
export type Mutation = {
  /** Activates the webhook, after a PING. For the partner only. */
  readonly activateWebhook: WebhookPayload;
  /**
   * Imports data that AccessLink sends only once, in a transaction: it is stored here, then the transaction is committed
   * and AccessLink deletes it. Physical information is also imported automatically. For people who signed in here, and the
   * demo user. No other transaction is begun when the operation has sent as many requests as it may: collect again until
   * nothing is collected.
   */
  readonly collect: CollectPayload;
  /**
   * Creates the webhook of the AccessLink client, at most one, at this server's `/webhooks/polar`. Polar sends it a PING
   * first, so this server must be reachable at its public address. For the partner only.
   */
  readonly createWebhook: WebhookPayload;
  /** Deactivates the webhook: it delivers nothing until it is activated. For the partner only. */
  readonly deactivateWebhook: WebhookPayload;
  /** Deletes the webhook, at AccessLink and here. For the partner only. */
  readonly deleteWebhook: WebhookPayload;
  /**
   * Disconnects the person who is signed in: ends their sessions at once, removes them from this client at AccessLink, and
   * erases their data stored here. Only for people who signed in at this server.
   */
  readonly disconnect: DisconnectPayload;
  /** Signs the person out everywhere, here too. Their data and the connection with Polar stay as they are. */
  readonly endAllSessions: EndAllSessionsPayload;
  /** Signs the person out of one browser or app, at once and from wherever they ask. Its subscriptions end. */
  readonly endSession: EndSessionPayload;
  /**
   * Erases what this server has stored of the caller's data. Of a caller with a token of their own: what was read with that
   * token. Of a person who signed in here: everything of theirs, whoever asked for it, imported data included, which
   * AccessLink does not send again; their account and its sessions stay.
   */
  readonly forgetMe: ForgetMePayload;
  /** Changes the webhook's event types or URL. For the partner only. */
  readonly updateWebhook: WebhookPayload;
};


/** Operations that change data. */
export type MutationCollectArgs = {
  kind: CollectionKind;
};


/** Operations that change data. */
export type MutationCreateWebhookArgs = {
  input: CreateWebhookInput;
};


/** Operations that change data. */
export type MutationEndSessionArgs = {
  id: Scalars['ID']['input'];
};


/** Operations that change data. */
export type MutationUpdateWebhookArgs = {
  input: UpdateWebhookInput;
};

/**
 * The sleep of one night and the recovery during it. A night exists when anything of it that the operation selects does: when
 * the sleep itself does not, as before a predicted alertness, its fields are null.
 */
export type Night = Node & {
  /** Measured or predicted alertness after this night; null when there is none. */
  readonly alertness: Maybe<Alertness>;
  /** The best bedtime for this night; null when there is none. */
  readonly circadianBedtime: Maybe<CircadianBedtime>;
  /** Continuity of the sleep, 1.0 (fragmented) to 5.0 (unbroken); null when not measured. */
  readonly continuity: Maybe<Scalars['Float']['output']>;
  /** Class of the continuity; null when not measured. */
  readonly continuityClass: Maybe<ContinuityClass>;
  /** Continuity as a whole number, 1 (fragmented) to 5 (very continuous); null when not measured. */
  readonly continuityClassNumber: Maybe<Scalars['Int']['output']>;
  /** The date that AccessLink assigns to the night, usually the day of waking up. */
  readonly date: Scalars['Date']['output'];
  /** The day with the same date. */
  readonly day: Day;
  /** Time in deep sleep, stage N3. */
  readonly deepSleep: Maybe<Scalars['Duration']['output']>;
  /** Time in deep sleep, in seconds. */
  readonly deepSleepSeconds: Maybe<Scalars['Float']['output']>;
  /** The device that measured the sleep. */
  readonly deviceId: Maybe<Scalars['String']['output']>;
  /** Score of the sleep duration, 1.0 to 100.0, compared with the preferred and the recommended time. */
  readonly durationScore: Maybe<Scalars['Float']['output']>;
  /** When the person woke up, with the UTC offset at that time; null when the offset is unknown. */
  readonly endTime: Maybe<Scalars['DateTime']['output']>;
  /** When the person woke up, by the clock of the device. */
  readonly endTimeLocal: Maybe<Scalars['LocalDateTime']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Maybe<Scalars['DateTime']['output']>;
  /** Heart rate during the night in beats per minute, as parallel lists; null when not measured. */
  readonly heartRateColumns: Maybe<TimeColumns>;
  /**
   * Heart rate from falling asleep to waking up, in order: 5-minute averages and sometimes denser, of which the first may
   * begin up to 5 minutes earlier; null when not measured.
   */
  readonly heartRateSamples: Maybe<ReadonlyArray<NightHeartRateSample>>;
  /** Summary of the heart rate during the night in beats per minute; null when not measured. */
  readonly heartRateStatistics: Maybe<SeriesStatistics>;
  /** The sleep stages in order, from falling asleep to waking up; null when not measured. */
  readonly hypnogram: Maybe<ReadonlyArray<HypnogramStage>>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Time in light sleep, stages N1 and N2. */
  readonly lightSleep: Maybe<Scalars['Duration']['output']>;
  /** Time in light sleep, in seconds. */
  readonly lightSleepSeconds: Maybe<Scalars['Float']['output']>;
  /** Sum of the interruptions of 90 seconds or more. */
  readonly longInterruption: Maybe<Scalars['Duration']['output']>;
  /** Sum of the interruptions of 90 seconds or more, in seconds. */
  readonly longInterruptionSeconds: Maybe<Scalars['Float']['output']>;
  /** Recovery during the night; null when not measured. */
  readonly recharge: Maybe<NightlyRecharge>;
  /** Score of the regeneration, 1.0 to 100.0: mean of REM and deep sleep. */
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
   * The sleep score compared with the person's usual level of the past 28 days, 1 (much below) to 5 (much above); null
   * without a usual level.
   */
  readonly sleepCharge: Maybe<Scalars['Int']['output']>;
  /** Level of the sleep charge; null when there is no usual level yet. */
  readonly sleepChargeLevel: Maybe<UsualLevel>;
  /** Number of sleep cycles. */
  readonly sleepCycles: Maybe<Scalars['Int']['output']>;
  /** The person's sleep goal; the default depends on the age. */
  readonly sleepGoal: Maybe<Scalars['Duration']['output']>;
  /** The person's sleep goal, in seconds. */
  readonly sleepGoalSeconds: Maybe<Scalars['Float']['output']>;
  /** How the person rated the sleep; null when not rated. */
  readonly sleepRating: Maybe<SleepRating>;
  /** The person's rating as a number, 1 (very poorly) to 5 (very well); null when not rated. */
  readonly sleepRatingNumber: Maybe<Scalars['Int']['output']>;
  /** Sleep score, 1 to 100, from sleep time, long interruptions, continuity, actual sleep, REM and deep sleep. */
  readonly sleepScore: Maybe<Scalars['Int']['output']>;
  /** Score of the solidity, 1.0 to 100.0: mean of long interruptions, continuity and actual sleep. */
  readonly solidityScore: Maybe<Scalars['Float']['output']>;
  /** true when AccessLink failed just now and this older response is served instead. */
  readonly stale: Maybe<Scalars['Boolean']['output']>;
  /** When the person fell asleep, with the UTC offset at that time; null when the offset is unknown. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
  /** When the person fell asleep, by the clock of the device. */
  readonly startTimeLocal: Maybe<Scalars['LocalDateTime']['output']>;
  /** Time awake between falling asleep and waking up. */
  readonly totalInterruption: Maybe<Scalars['Duration']['output']>;
  /** Time awake between falling asleep and waking up, in seconds. */
  readonly totalInterruptionSeconds: Maybe<Scalars['Float']['output']>;
  /** Time in which no stage was recognised. */
  readonly unrecognizedSleep: Maybe<Scalars['Duration']['output']>;
  /** Time in which no stage was recognised, in seconds. */
  readonly unrecognizedSleepSeconds: Maybe<Scalars['Float']['output']>;
};


/**
 * The sleep of one night and the recovery during it. A night exists when anything of it that the operation selects does: when
 * the sleep itself does not, as before a predicted alertness, its fields are null.
 */
export type NightHeartRateColumnsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The sleep of one night and the recovery during it. A night exists when anything of it that the operation selects does: when
 * the sleep itself does not, as before a predicted alertness, its fields are null.
 */
export type NightHeartRateSamplesArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};

/** A page of nights, oldest first. */
export type NightConnection = {
  /** The nights with their cursors; null when they could not be read. */
  readonly edges: Maybe<ReadonlyArray<NightEdge>>;
  /** The nights without cursors; null where one, or the whole page, could not be read. */
  readonly nodes: Maybe<ReadonlyArray<Maybe<Night>>>;
  /** Pagination details. */
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
  /** Time, with the UTC offset at that moment; null when the offset is unknown. */
  readonly time: Maybe<Scalars['DateTime']['output']>;
  /** Time, by the clock of the device. */
  readonly timeLocal: Scalars['LocalDateTime']['output'];
};

/** Recovery during one night. */
export type NightlyRecharge = Cached & Node & {
  /** Charge of the autonomic nervous system (ANS), -10.0 to 10.0; about 0 is the usual level of the past 28 days. */
  readonly ansCharge: Maybe<Scalars['Float']['output']>;
  /** Level of the ANS charge; null when unknown. */
  readonly ansChargeStatus: Maybe<UsualLevel>;
  /** ANS charge as a whole number, 1 (much below usual) to 5 (much above usual); null when unknown. */
  readonly ansChargeStatusNumber: Maybe<Scalars['Int']['output']>;
  /** Average time between two heart beats in milliseconds, over the same 4 hours; null when not measured. */
  readonly averageBeatToBeatMs: Maybe<Scalars['Int']['output']>;
  /** Average breathing rate in breaths per minute, over the same 4 hours. */
  readonly averageBreathingRate: Maybe<Scalars['Float']['output']>;
  /** Average heart rate in beats per minute, over 4 hours that begin 30 minutes after falling asleep. */
  readonly averageHeartRate: Maybe<Scalars['Int']['output']>;
  /** Average heart rate variability (RMSSD) in milliseconds, over the same 4 hours. */
  readonly averageHeartRateVariabilityMs: Maybe<Scalars['Int']['output']>;
  /** Breathing rate in breaths per minute, in order, 5-minute averages; null when not measured. */
  readonly breathingRate: Maybe<ReadonlyArray<RechargeSample>>;
  /** Breathing rate in breaths per minute, as parallel lists; null when not measured. */
  readonly breathingRateColumns: Maybe<LocalTimeColumns>;
  /** Summary of the breathing rate in breaths per minute; null when not measured. */
  readonly breathingRateStatistics: Maybe<SeriesStatistics>;
  /** The day of the result, usually the day of waking up. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Heart rate variability (RMSSD) in milliseconds, in order, 5-minute averages; null when not measured. */
  readonly heartRateVariability: Maybe<ReadonlyArray<RechargeSample>>;
  /** Heart rate variability in milliseconds, as parallel lists; null when not measured. */
  readonly heartRateVariabilityColumns: Maybe<LocalTimeColumns>;
  /** Summary of the heart rate variability in milliseconds; null when not measured. */
  readonly heartRateVariabilityStatistics: Maybe<SeriesStatistics>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** true when AccessLink failed just now and this older response is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Level of the recovery, from ANS charge and sleep charge; null when unknown. */
  readonly status: Maybe<RechargeStatus>;
  /** Recovery as a number, 1 (very poor) to 6 (very good); null when unknown. */
  readonly statusNumber: Maybe<Scalars['Int']['output']>;
};


/** Recovery during one night. */
export type NightlyRechargeBreathingRateArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** Recovery during one night. */
export type NightlyRechargeBreathingRateColumnsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** Recovery during one night. */
export type NightlyRechargeHeartRateVariabilityArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** Recovery during one night. */
export type NightlyRechargeHeartRateVariabilityColumnsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};

/** An object with a global id, by which `Query.node` reads it again. */
export type Node = {
  /** Global id. The same object has the same id in every response. */
  readonly id: Scalars['ID']['output'];
};

/** A series as two parallel lists, much smaller than a list of points. Times are seconds from the start. */
export type OffsetColumns = {
  /** Seconds from the start of the recording to each value. */
  readonly offsetSeconds: ReadonlyArray<Scalars['Float']['output']>;
  /** The values, in the unit that the field states; null is a gap. */
  readonly values: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
};

/** Pagination details, as the Relay specification defines them. */
export type PageInfo = {
  /** Cursor of the last item; null when the page is empty. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /**
   * Whether the connection has items after this page, within the requested range; the same for pages read forward and
   * backward.
   */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /**
   * Whether the connection has items before this page, within the requested range; the same for pages read forward and
   * backward.
   */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item; null when the page is empty. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/** Data of the AccessLink client itself. */
export type Partner = {
  /** Data that AccessLink now has ready in transactions; null when it could not be read. */
  readonly notifications: Maybe<ReadonlyArray<PullNotification>>;
  /** The people who signed in here, ordered by their id as text. */
  readonly users: PartnerUserConnection;
  /** The webhook, at AccessLink and as stored here; null when there is none in either place. */
  readonly webhook: Maybe<Webhook>;
};


/** Data of the AccessLink client itself. */
export type PartnerUsersArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};

/** A person as the partner sees them: no data, only the connection. */
export type PartnerUser = {
  /** Whether the person's data can be read. */
  readonly linkState: LinkState;
  /** When the person last signed in here through Polar. */
  readonly linkedAt: Scalars['DateTime']['output'];
  /** The identifier given to the person at registration; null when unknown. */
  readonly memberId: Maybe<Scalars['String']['output']>;
  /** The person's id at Polar. */
  readonly polarUserId: Scalars['ID']['output'];
  /** When the person was registered with this client; null when unknown. */
  readonly registeredAt: Maybe<Scalars['DateTime']['output']>;
};

/** A page of people. */
export type PartnerUserConnection = {
  /** The people with their cursors; null when they could not be read. */
  readonly edges: Maybe<ReadonlyArray<PartnerUserEdge>>;
  /** The people without cursors; null when they could not be read. */
  readonly nodes: Maybe<ReadonlyArray<Maybe<PartnerUser>>>;
  /** Pagination details. */
  readonly pageInfo: PageInfo;
};

/** A person in a page. */
export type PartnerUserEdge = {
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The person; never null. */
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
  /** Unknown, or a value that this service does not know. */
  | 'UNKNOWN';

/**
 * Weight, height and physical limits of a person, as last saved. What was not given is null, and so is what an imported entry
 * does not have: it has only weight, height, limits and the time of the change.
 */
export type PhysicalInfo = Cached & Node & {
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
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Highest heart rate in beats per minute. */
  readonly maximumHeartRate: Maybe<Scalars['Int']['output']>;
  /** When it was last changed. */
  readonly modifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** Heart rate at rest in beats per minute. */
  readonly restingHeartRate: Maybe<Scalars['Int']['output']>;
  /** The person's sleep goal. */
  readonly sleepGoal: Maybe<Scalars['Duration']['output']>;
  /** The person's sleep goal, in seconds. */
  readonly sleepGoalSeconds: Maybe<Scalars['Float']['output']>;
  /** true when AccessLink failed just now and this older response is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** The person's training history, as AccessLink words it; no list is documented. */
  readonly trainingBackground: Maybe<Scalars['String']['output']>;
  /** The person's activity on a typical day. */
  readonly typicalDay: Maybe<TypicalDay>;
  /** Maximal oxygen uptake in millilitres per kilogram and minute. */
  readonly vo2Max: Maybe<Scalars['Int']['output']>;
  /** Weight in kilograms; null when not given. */
  readonly weightKg: Maybe<Scalars['Float']['output']>;
  /** Source of the weight. */
  readonly weightSource: Maybe<WeightSource>;
};

/** A page of physical information, oldest first. */
export type PhysicalInfoConnection = {
  /** The entries with their cursors; null when they could not be read. */
  readonly edges: Maybe<ReadonlyArray<PhysicalInfoEdge>>;
  /** The entries without cursors; null when they could not be read. */
  readonly nodes: Maybe<ReadonlyArray<Maybe<PhysicalInfo>>>;
  /** Pagination details. */
  readonly pageInfo: PageInfo;
};

/** An entry of physical information in a page. */
export type PhysicalInfoEdge = {
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry; never null. */
  readonly node: Maybe<PhysicalInfo>;
  /** AccessLink's id of the entry; null when read without a transaction. */
  readonly polarEntryId: Maybe<Scalars['ID']['output']>;
  /** Id of the transaction that contained it; null when read without one. */
  readonly polarTransactionId: Maybe<Scalars['ID']['output']>;
};

/** Data that AccessLink has ready for a person in a transaction. */
export type PullNotification = {
  /** The person's id at Polar. */
  readonly polarUserId: Scalars['ID']['output'];
  /** The kind of data; null when it is newer than this description. */
  readonly type: Maybe<DataType>;
};

/** Operations that read data. */
export type Query = {
  /** How far back AccessLink serves each kind of data, as documented. */
  readonly dataWindows: ReadonlyArray<DataWindow>;
  /** An object by its global id; null when it does not exist or does not belong to the viewer. */
  readonly node: Maybe<Node>;
  /**
   * Objects by their global ids, in the order requested; null in place of each that does not exist or does not belong to
   * the viewer.
   */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /**
   * The users, webhook and notifications of the AccessLink client. Only for the partner, authenticated by HTTP Basic with
   * the client's id and secret or by the partner key; null for everybody else.
   */
  readonly partner: Maybe<Partner>;
  /** How many requests to AccessLink are used, counted over all people who share this gateway's client. */
  readonly rateLimit: RateLimit;
  /** Every sport of Polar Flow. */
  readonly sports: ReadonlyArray<Sport>;
  /** The person whose access token or session the request carries. */
  readonly viewer: User;
};


/** Operations that read data. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Operations that read data. */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};

/**
 * The two rate limits of AccessLink. All people who use the same AccessLink client share them. Whoever has not proved who they
 * are sees nothing of them: a caller without credentials, or with a token that AccessLink has not accepted yet.
 */
export type RateLimit = {
  /** The window of 24 hours; null before AccessLink's first response. */
  readonly long: Maybe<RateWindow>;
  /** What the viewer has of the window of 24 hours; null for a caller who has not proved who they are. */
  readonly share: Maybe<RateShare>;
  /** The window of 15 minutes; null before AccessLink's first response. */
  readonly short: Maybe<RateWindow>;
};

/**
 * One person's share of the window of 24 hours. Requests are shared so that nobody's are used up by others; whoever wants more
 * gets what others leave. Counted since this server started.
 */
export type RateShare = {
  /** Requests that the viewer may still have sent in this window before depending on what others leave. */
  readonly availableToday: Scalars['Int']['output'];
  /** Requests that were sent with the viewer's credential in this window. */
  readonly usedToday: Scalars['Int']['output'];
};

/** One rate limit, as AccessLink last sent it. */
export type RateWindow = {
  /** Requests allowed in this window. */
  readonly limit: Scalars['Int']['output'];
  /** When the window ends and the count restarts. */
  readonly resetsAt: Scalars['DateTime']['output'];
  /** Requests used in this window. */
  readonly used: Scalars['Int']['output'];
};

/** One value of a night, by the clock of the device. */
export type RechargeSample = {
  /** Time, by the clock of the device. */
  readonly time: Scalars['LocalDateTime']['output'];
  /** The value, in the unit that the field states; null is a gap. */
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

/** Kinds of data that AccessLink serves, each with its own limits. */
export type Resource =
  /** Samples of a day: steps, activity zones and reminders to move. */
  | 'ACTIVITY_SAMPLES'
  /** Measured or predicted alertness after a sleep. */
  | 'ALERTNESS'
  /** Blood oxygen tests. */
  | 'BLOOD_OXYGEN'
  /** Body temperature over a period. */
  | 'BODY_TEMPERATURE'
  /** Cardio load, strain and tolerance of a day. */
  | 'CARDIO_LOAD'
  /** The best bedtime. */
  | 'CIRCADIAN_BEDTIME'
  /** Heart rate of a day outside training sessions. */
  | 'CONTINUOUS_HEART_RATE'
  /** Totals of a day: steps, energy, distance, active time. */
  | 'DAILY_ACTIVITY'
  /** Wrist ECG tests. */
  | 'ECG'
  /** Training sessions. */
  | 'EXERCISES'
  /** Recovery during a night. */
  | 'NIGHTLY_RECHARGE'
  /** Periods of skin contact. */
  | 'SKIN_CONTACT'
  /** Skin temperature of a night. */
  | 'SKIN_TEMPERATURE'
  /** The sleep of a night. */
  | 'SLEEP'
  /** A resource that is newer than this description. */
  | 'UNKNOWN';

/** Which days of one resource are cached; AccessLink is not called. */
export type ResourceCoverage = {
  /** Every day of the range, oldest first. */
  readonly days: ReadonlyArray<DayCoverage>;
  /** Number of days that are `FRESH`. */
  readonly freshDays: Scalars['Int']['output'];
  /** Number of days that are `MISSING`. */
  readonly missingDays: Scalars['Int']['output'];
  /** The last day with data; null when there is none. */
  readonly newest: Maybe<Scalars['Date']['output']>;
  /** The first day with data; null when there is none. */
  readonly oldest: Maybe<Scalars['Date']['output']>;
  /** The resource. */
  readonly resource: Resource;
  /** Number of days that are `STALE`. */
  readonly staleDays: Scalars['Int']['output'];
};

/** Route of a session. */
export type Route = Node & {
  /** The same points as parallel lists. */
  readonly columns: RouteColumns;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** How many points there are before thinning. */
  readonly pointCount: Scalars['Int']['output'];
  /** The points in order. */
  readonly points: ReadonlyArray<RoutePoint>;
};


/** Route of a session. */
export type RouteColumnsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};


/** Route of a session. */
export type RoutePointsArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
};

/** A route as parallel lists, much smaller than a list of points. */
export type RouteColumns = {
  /** Latitude of each point in degrees, north positive; null when it was not sent, and without a fix (both 0). */
  readonly latitudes: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
  /** Longitude of each point in degrees, east positive; null when it was not sent, and without a fix (both 0). */
  readonly longitudes: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
  /** Seconds from the start of the session to each point; null when not sent. */
  readonly offsetSeconds: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
};

/** One point of a route. */
export type RoutePoint = {
  /** Quality of the position fix, 0 to 3; the meaning of the numbers is not documented. */
  readonly fix: Maybe<Scalars['Int']['output']>;
  /** Latitude in degrees, north positive; null when it was not sent, and without a fix (both 0). */
  readonly latitude: Maybe<Scalars['Float']['output']>;
  /** Longitude in degrees, east positive; null when it was not sent, and without a fix (both 0). */
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
   * Seconds from the start of the session to each of `values`. For times between heart beats, the end of each; one second
   * apart when the recording rate is unknown.
   */
  readonly offsetSeconds: ReadonlyArray<Scalars['Float']['output']>;
  /** The same values as points. */
  readonly points: ReadonlyArray<SamplePoint>;
  /** Seconds between two samples; null when the samples are not evenly spaced, such as times between heart beats. */
  readonly recordingRateSeconds: Maybe<Scalars['Float']['output']>;
  /** How many samples there are before thinning, gaps included. */
  readonly sampleCount: Scalars['Int']['output'];
  /** Summary of all values. */
  readonly statistics: SeriesStatistics;
  /** Kind of samples; null when it is newer than this description, see `typeNumber`. */
  readonly type: Maybe<SampleType>;
  /** AccessLink's number of the type, also of one that is newer than this description; null when it is not a number. */
  readonly typeNumber: Maybe<Scalars['Int']['output']>;
  /** Unit of the values, such as `bpm`; null when the type is unknown. */
  readonly unit: Maybe<Scalars['String']['output']>;
  /** The values; null is a gap. */
  readonly values: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
};

/** Kind of samples in a series. */
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

/** Where a sensor was worn. */
export type SensorLocation =
  /** Far from the centre of the body, such as the wrist. */
  | 'DISTAL'
  /** Near the centre of the body. */
  | 'PROXIMAL'
  /** Unknown, or a value that this service does not know. */
  | 'UNKNOWN';

/** Summary of all values of a series. Gaps do not count, and thinning with `maxPoints` does not change it. */
export type SeriesStatistics = {
  /** How many values there are. */
  readonly count: Scalars['Int']['output'];
  /** The largest value; null when there is none. */
  readonly maximum: Maybe<Scalars['Float']['output']>;
  /** The arithmetic mean; null when there are no values. */
  readonly mean: Maybe<Scalars['Float']['output']>;
  /** The smallest value; null when there is none. */
  readonly minimum: Maybe<Scalars['Float']['output']>;
};

/** A browser or an app in which a person is signed in. */
export type Session = {
  /** When the person signed in. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When the person has to sign in again. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Names the session in `endSession`. */
  readonly id: Scalars['ID']['output'];
  /** true for the session that sent this request. */
  readonly isCurrent: Scalars['Boolean']['output'];
  /** What is signed in. */
  readonly kind: SessionKind;
  /** When it was used last, up to a day too early. */
  readonly lastUsedAt: Scalars['DateTime']['output'];
};

/** What may be signed in. */
export type SessionKind =
  /** An app, with a token. */
  | 'APP'
  /** A browser, with a cookie. */
  | 'BROWSER'
  /** A kind that is newer than this description. */
  | 'UNKNOWN';

/** The moment at which skin contact began or ended. */
export type SkinContactChange = {
  /** true when contact begins, false when it ends; null when unknown. */
  readonly contact: Maybe<Scalars['Boolean']['output']>;
  /** Seconds from the start of the recording. */
  readonly offsetSeconds: Scalars['Float']['output'];
  /** Time in UTC; null when the start of the recording is unknown. */
  readonly time: Maybe<Scalars['DateTime']['output']>;
};

/** One period in which skin contact was recorded. */
export type SkinContactPeriod = Cached & Node & {
  /** When skin contact began and ended, in order; null when nothing was sent. */
  readonly changes: Maybe<ReadonlyArray<SkinContactChange>>;
  /** The device that measured. */
  readonly deviceId: Maybe<Scalars['String']['output']>;
  /** End of the recording, in UTC. */
  readonly endTime: Maybe<Scalars['DateTime']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Last change of the recording, in UTC. */
  readonly modifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** true when AccessLink failed just now and this older response is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Start of the recording, in UTC. */
  readonly startTime: Maybe<Scalars['DateTime']['output']>;
};

/** Skin temperature during one night. */
export type SkinTemperature = Cached & Node & {
  /** Difference from the person's baseline, in degrees Celsius; null when there is no baseline yet. */
  readonly deviationFromBaselineCelsius: Maybe<Scalars['Float']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** The day to which the sleep belongs. */
  readonly sleepDate: Maybe<Scalars['Date']['output']>;
  /** true when AccessLink failed just now and this older response is served instead. */
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
  /** Unknown, or a value that this service does not know. */
  | 'UNKNOWN';

/** The person's own rating of the sleep. */
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
  /** Another sleep, such as a nap. */
  | 'SECONDARY'
  /** Unknown, or a value that this service does not know. */
  | 'UNKNOWN';

/** Whether a result is a prediction. */
export type SleepWiseResultType =
  /** From measured sleep. */
  | 'HISTORY'
  /** Predicted. */
  | 'PREDICTION'
  /** Unknown, or a value that this service does not know. */
  | 'UNKNOWN';

/** Reliability of a result. */
export type SleepWiseValidity =
  /** An estimate. */
  | 'ESTIMATE'
  /** Not valid. */
  | 'NOT_VALID'
  /** The calculation was reset. */
  | 'RESET'
  /** Unknown, or a value that this service does not know. */
  | 'UNKNOWN'
  /** Valid. */
  | 'VALID';

/** One blood oxygen test. */
export type Spo2Test = Cached & Node & {
  /** Altitude of the test in metres. */
  readonly altitudeMeters: Maybe<Scalars['Float']['output']>;
  /** Average heart rate in beats per minute. */
  readonly averageHeartRate: Maybe<Scalars['Int']['output']>;
  /** Average quality of the measurement in percent. */
  readonly averageQualityPercent: Maybe<Scalars['Float']['output']>;
  /** Class of the blood oxygen; null when the test did not succeed. */
  readonly bloodOxygenClass: Maybe<BloodOxygenClass>;
  /** Blood oxygen compared with the person's baseline; null when the test did not succeed. */
  readonly bloodOxygenDeviation: Maybe<BaselineDeviation>;
  /** Blood oxygen in percent; null when the test did not succeed. */
  readonly bloodOxygenPercent: Maybe<Scalars['Int']['output']>;
  /** The device that measured. */
  readonly deviceId: Maybe<Scalars['String']['output']>;
  /** When AccessLink sent this. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Heart rate variability compared with the person's baseline. */
  readonly heartRateVariabilityDeviation: Maybe<BaselineDeviation>;
  /** Heart rate variability in milliseconds. */
  readonly heartRateVariabilityMs: Maybe<Scalars['Float']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** true when AccessLink failed just now and this older response is served instead. */
  readonly stale: Scalars['Boolean']['output'];
  /** Whether the test succeeded, or why not. */
  readonly status: Maybe<Spo2TestStatus>;
  /** Time of the test with the person's UTC offset; in UTC when the offset is unknown. */
  readonly testTime: Maybe<Scalars['DateTime']['output']>;
  /** UTC offset of the person in minutes, positive is ahead; null when unknown. */
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
  /** It succeeded. */
  | 'PASSED'
  /** A value that this service does not know. */
  | 'UNKNOWN';

/** A sport of Polar Flow. */
export type Sport = {
  /** Polar's code, such as `TRAIL_RUNNING`. Polar adds codes over time. */
  readonly code: Scalars['String']['output'];
  /** The sport in FIT files: `GENERIC` for a sport that Polar documents none for. */
  readonly fit: FitSport;
  /** The name in English, such as `Trail running`; derived from the code when the code is unknown. */
  readonly name: Scalars['String']['output'];
};

/** The steps of a part of a day. */
export type StepBucket = {
  /** Start of the bucket, by the clock of the device. */
  readonly startTime: Scalars['LocalDateTime']['output'];
  /**
   * Steps of the segments that start in it; 0 also where nothing was recorded. All buckets together have the steps of all
   * segments.
   */
  readonly steps: Scalars['Int']['output'];
};

/** Steps in one segment of the day. */
export type StepSample = {
  /** Steps in the segment; null when unknown. */
  readonly steps: Maybe<Scalars['Int']['output']>;
  /** Start of the segment, by the clock of the device. */
  readonly time: Scalars['LocalDateTime']['output'];
};

/**
 * Events as they happen, over server-sent events (`Accept: text/event-stream`) or a WebSocket (`graphql-ws`), both at
 * `/graphql`.
 */
export type Subscription = {
  /**
   * Sends an event to the person who signed in when they have new data, seconds after Polar has notified this server.
   * After a lost connection, resume with `after` (browsers: `Last-Event-ID`): events are stored for 30 days. An event may
   * be sent twice. Ends with the session.
   */
  readonly dataAvailable: Maybe<DataAvailable>;
};


/**
 * Events as they happen, over server-sent events (`Accept: text/event-stream`) or a WebSocket (`graphql-ws`), both at
 * `/graphql`.
 */
export type SubscriptionDataAvailableArgs = {
  after: InputMaybe<Scalars['ID']['input']>;
  types: InputMaybe<ReadonlyArray<DataType>>;
};

/** Kind of a temperature. */
export type TemperatureMeasurementType =
  /** Temperature of the body's core. */
  | 'CORE_TEMPERATURE'
  /** Temperature of the skin. */
  | 'SKIN_TEMPERATURE'
  /** Unknown, or a value that this service does not know. */
  | 'UNKNOWN';

/** A series as parallel lists, much smaller than a list of points. Times are instants, and the clock of the device. */
export type TimeColumns = {
  /** The time of each value, with the UTC offset at that moment; null when the offset is unknown. */
  readonly times: Maybe<ReadonlyArray<Scalars['DateTime']['output']>>;
  /** The time of each value, by the clock of the device. */
  readonly timesLocal: ReadonlyArray<Scalars['LocalDateTime']['output']>;
  /** The values, in the unit that the field states; null is a gap. */
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

/** Load of a session on the body. All but `load` and `date` need a device with Training Load Pro. */
export type TrainingLoad = Node & {
  /** Load on the heart (TRIMP), without unit; null when not available. */
  readonly cardioLoad: Maybe<Scalars['Float']['output']>;
  /** Level of the load on the heart. */
  readonly cardioLoadLevel: Maybe<LoadLevel>;
  /** The day of the session; null when its start is unknown. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Training load of the session, without unit; null when not available. */
  readonly load: Maybe<Scalars['Float']['output']>;
  /** Load on the muscles; the scale is not documented; null when not available. */
  readonly muscleLoad: Maybe<Scalars['Float']['output']>;
  /** Level of the load on the muscles. */
  readonly muscleLoadLevel: Maybe<LoadLevel>;
  /** How hard the person rated the session; null when unknown. */
  readonly perceivedExertion: Maybe<PerceivedExertion>;
  /** Perceived load; the scale is not documented; null when not available. */
  readonly perceivedLoad: Maybe<Scalars['Float']['output']>;
  /** Level of the perceived load. */
  readonly perceivedLoadLevel: Maybe<LoadLevel>;
};

/** A person's activity on a typical day. */
export type TypicalDay =
  /** Mostly moving. */
  | 'MOVING'
  /** Mostly sitting. */
  | 'SITTING'
  /** Mostly standing. */
  | 'STANDING'
  /** A value that this service does not know. */
  | 'UNKNOWN';

/** Fields of the webhook to change. */
export type UpdateWebhookInput = {
  /** Types of events to deliver. */
  readonly events?: InputMaybe<ReadonlyArray<DataType>>;
  /** Delivery URL. Polar sends it a PING first. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

/** A person with data at Polar. */
export type User = Node & {
  /**
   * Daily activity, oldest first: of the days of a range, or what was uploaded in the last 28 days. A day that was uploaded
   * late is among the latter, however old it is.
   */
  readonly activities: Maybe<ReadonlyArray<DailyActivity>>;
  /**
   * The course of each day without its totals, oldest first: of the days of a range, or what was uploaded in the last 28
   * days, late uploads included.
   */
  readonly activitySamples: Maybe<ReadonlyArray<ActivitySamples>>;
  /**
   * Alertness periods, oldest first: of the days of a range, or of the last 28 days and the predictions. A range has those
   * predictions that lie in it: AccessLink predicts at most 7 days ahead, and `lastDays` ends today.
   */
  readonly alertnessPeriods: Maybe<ReadonlyArray<Alertness>>;
  /** When each night of the last 28 days began and ended, oldest first, without the rest of the sleep. */
  readonly availableNights: Maybe<ReadonlyArray<AvailableNight>>;
  /** Temperatures, skin contact, ECG and blood oxygen; of the last 28 days when no range is given. */
  readonly biosensing: Biosensing;
  /** Day of birth; null when not given. */
  readonly birthdate: Maybe<Scalars['Date']['output']>;
  /** Cardio load day by day, oldest first; of the last 28 days when neither a range nor months are given. */
  readonly cardioLoads: Maybe<ReadonlyArray<CardioLoad>>;
  /**
   * Circadian bedtimes, oldest first: of the days of a range, or of the last 28 days and the predictions. A range has those
   * predictions that lie in it: AccessLink predicts at most 7 days ahead, and `lastDays` ends today.
   */
  readonly circadianBedtimes: Maybe<ReadonlyArray<CircadianBedtime>>;
  /**
   * Activity summaries imported from transactions, in the order of import. AccessLink is not called.
   * @deprecated Since 2026-11-22: AccessLink deprecates its source. Use `User.days` and `Day.activity`.
   */
  readonly collectedActivities: CollectedActivityConnection;
  /**
   * Training sessions imported from transactions, in the order of import. AccessLink is not called.
   * @deprecated Since 2026-11-22: AccessLink deprecates its source. Use `User.exercises`.
   */
  readonly collectedExercises: CollectedExerciseConnection;
  /**
   * Which days are cached, resource by resource, and why data is missing; of the last 28 days when no range is given.
   * AccessLink is not called.
   */
  readonly coverage: ReadonlyArray<ResourceCoverage>;
  /** One day with all its data. */
  readonly day: Day;
  /** Days, oldest first; the last 28 when no range is given. Every day of the range is included, with or without data. */
  readonly days: DayConnection;
  /** One training session; null when it does not exist or is not available. */
  readonly exercise: Maybe<Exercise>;
  /**
   * Training sessions, oldest first; all available ones when no range is given. AccessLink serves those uploaded in the
   * last 30 days and after registration.
   */
  readonly exercises: ExerciseConnection;
  /** Answers to the extra questions of this service; null when there are none. */
  readonly extraInfo: Maybe<ReadonlyArray<UserExtraInfo>>;
  /** First name; null when not given. */
  readonly firstName: Maybe<Scalars['String']['output']>;
  /** Sex; null when not given. */
  readonly gender: Maybe<Gender>;
  /** Height in centimetres; null when not given. `physicalInfo` is the better source. */
  readonly heightCm: Maybe<Scalars['Float']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Family name; null when not given. */
  readonly lastName: Maybe<Scalars['String']['output']>;
  /**
   * The newest cardio load that AccessLink could calculate, of the last 28 days: how training stands now; null when there is
   * none.
   */
  readonly latestCardioLoad: Maybe<CardioLoad>;
  /** The identifier that this service gave the person at registration; null when unknown. */
  readonly memberId: Maybe<Scalars['String']['output']>;
  /** The night that AccessLink assigns to this day, usually the one that ended on it; null when there is no data. */
  readonly night: Maybe<Night>;
  /** Nights with data, oldest first; of the last 28 days when no range is given. */
  readonly nights: NightConnection;
  /** Weight, height and physical limits; null when never filled in. */
  readonly physicalInfo: Maybe<PhysicalInfo>;
  /**
   * The person's physical information over time, oldest first: imported entries, and each response of AccessLink that
   * differed from the one before. For people who did not sign in here, except the demo user, only the current one.
   */
  readonly physicalInfoHistory: PhysicalInfoConnection;
  /** The person's id at Polar; null when the request did not name the user of its token. */
  readonly polarUserId: Maybe<Scalars['ID']['output']>;
  /** When the person was registered with this service; null when unknown. */
  readonly registeredAt: Maybe<Scalars['DateTime']['output']>;
  /** The browsers and apps in which the person is signed in, newest first; null for people who did not sign in here. */
  readonly sessions: Maybe<ReadonlyArray<Session>>;
  /** Weight in kilograms; null when not given. `physicalInfo` is the better source. */
  readonly weightKg: Maybe<Scalars['Float']['output']>;
};


/** A person with data at Polar. */
export type UserActivitiesArgs = {
  range: InputMaybe<DateRange>;
};


/** A person with data at Polar. */
export type UserActivitySamplesArgs = {
  range: InputMaybe<DateRange>;
};


/** A person with data at Polar. */
export type UserAlertnessPeriodsArgs = {
  range: InputMaybe<DateRange>;
};


/** A person with data at Polar. */
export type UserBiosensingArgs = {
  range: InputMaybe<DateRange>;
};


/** A person with data at Polar. */
export type UserCardioLoadsArgs = {
  months: InputMaybe<Scalars['Int']['input']>;
  range: InputMaybe<DateRange>;
};


/** A person with data at Polar. */
export type UserCircadianBedtimesArgs = {
  range: InputMaybe<DateRange>;
};


/** A person with data at Polar. */
export type UserCollectedActivitiesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};


/** A person with data at Polar. */
export type UserCollectedExercisesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};


/** A person with data at Polar. */
export type UserCoverageArgs = {
  range: InputMaybe<DateRange>;
};


/** A person with data at Polar. */
export type UserDayArgs = {
  date: Scalars['Date']['input'];
};


/** A person with data at Polar. */
export type UserDaysArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
  range: InputMaybe<DateRange>;
};


/** A person with data at Polar. */
export type UserExerciseArgs = {
  id: Scalars['ID']['input'];
};


/** A person with data at Polar. */
export type UserExercisesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
  range: InputMaybe<DateRange>;
};


/** A person with data at Polar. */
export type UserNightArgs = {
  date: Scalars['Date']['input'];
};


/** A person with data at Polar. */
export type UserNightsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
  range: InputMaybe<DateRange>;
};


/** A person with data at Polar. */
export type UserPhysicalInfoHistoryArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  before: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  last: InputMaybe<Scalars['Int']['input']>;
};

/** Why a mutation failed, for the person to read. */
export type UserError = {
  /** The reason, for programs. */
  readonly code: UserErrorCode;
  /** The reason and the remedy, as text. */
  readonly message: Scalars['String']['output'];
};

/** Reasons why a mutation fails. */
export type UserErrorCode =
  /** AccessLink denies this data: a mandatory consent is missing, or the user is not registered. */
  | 'CONSENT_REQUIRED'
  /** The person has nothing with this id. */
  | 'NOT_FOUND'
  /** The request does not come from a person who signed in here. */
  | 'NOT_SIGNED_IN'
  /** The rate limit of this server's client is reached: try again later. */
  | 'RATE_LIMITED'
  /** AccessLink no longer accepts the token: sign in again. */
  | 'REAUTHENTICATE'
  /** This server could not store what it read, so the transaction was not committed: try again later. */
  | 'STORAGE_FAILED'
  /** A reason that is newer than this description. */
  | 'UNKNOWN'
  /** AccessLink failed. What was not committed is still there: try again later. */
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

/** A result compared with the person's usual level of the past 28 days. */
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

/** The webhook by which AccessLink notifies this server of new data. */
export type Webhook = {
  /**
   * Whether AccessLink delivers; null when it does not say, or has no such webhook. It stops after 7 days of failed
   * deliveries; this server checks daily and activates it again.
   */
  readonly active: Maybe<Scalars['Boolean']['output']>;
  /** When this server created it; null when it was created elsewhere. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Types of the events that it delivers; null in place of one that is newer than this description. */
  readonly events: ReadonlyArray<Maybe<DataType>>;
  /** true when AccessLink has the webhook. */
  readonly existsAtAccessLink: Scalars['Boolean']['output'];
  /**
   * true when its signing key is stored here. Without the key no delivery can be verified, and all are rejected: create
   * the webhook again with `replace: true`.
   */
  readonly hasSigningKey: Scalars['Boolean']['output'];
  /** AccessLink's id. */
  readonly id: Scalars['ID']['output'];
  /**
   * true when deactivated on purpose (`deactivateWebhook`); if false, this server activates it again when AccessLink stops
   * it.
   */
  readonly paused: Scalars['Boolean']['output'];
  /** Delivery URL; null when AccessLink does not send it. */
  readonly url: Maybe<Scalars['String']['output']>;
};

/** Reasons why the webhook was not changed. */
export type WebhookErrorCode =
  /** There is a webhook already; its signing key is stored here. */
  | 'ALREADY_EXISTS'
  /** The list of event types is empty. */
  | 'INVALID_EVENTS'
  /** The URL is invalid, or this server does not know its public address. */
  | 'INVALID_URL'
  /** AccessLink has no webhook. */
  | 'NOT_FOUND'
  /** AccessLink rejected it, usually because the URL did not answer the PING with 200. */
  | 'REFUSED'
  /** There is a webhook whose signing key is missing here: replace it. */
  | 'SIGNING_KEY_MISSING'
  /** A reason that is newer than this description. */
  | 'UNKNOWN';

/** The result of a change to the webhook. */
export type WebhookPayload = {
  /** Why nothing was changed; empty when it was. */
  readonly userErrors: ReadonlyArray<WebhookUserError>;
  /** The current webhook; null when there is none. */
  readonly webhook: Maybe<Webhook>;
};

/** Why the webhook was not changed, for the partner to read. */
export type WebhookUserError = {
  /** The reason, for programs. */
  readonly code: WebhookErrorCode;
  /** Path from the argument to the invalid value; null when no value is invalid. */
  readonly field: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The reason and the remedy, as text. */
  readonly message: Scalars['String']['output'];
};

/** Source of a weight. */
export type WeightSource =
  /** A default that was never changed. */
  | 'DEFAULT'
  /** Estimated. */
  | 'ESTIMATE'
  /** Carried over from before. */
  | 'KEEP'
  /** Measured. */
  | 'MEASURED'
  /** A value that this service does not know. */
  | 'UNKNOWN'
  /** Entered by the person. */
  | 'USER';
