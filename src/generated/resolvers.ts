import type * as Graph from './graphql.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DailyActivityParent } from '../domain/activity/activity.ts';
import type { ActivitySamplesParent } from '../domain/activity/samples.ts';
import type { BodyTemperaturePeriodParent } from '../domain/biosensing/body-temperature.ts';
import type { EcgTestParent } from '../domain/biosensing/ecg-test.ts';
import type { SkinContactPeriodParent } from '../domain/biosensing/skin-contact.ts';
import type { SkinTemperatureParent } from '../domain/biosensing/skin-temperature.ts';
import type { Spo2TestParent } from '../domain/biosensing/spo2-test.ts';
import type { CardioLoadParent } from '../domain/cardio-load/cardio-load.ts';
import type { DayParent, DayEdgeParent, DayConnectionParent } from '../domain/days/day.ts';
import type { ExerciseParent, ExerciseConnectionParent, ExerciseEdgeParent } from '../domain/exercises/pages.ts';
import type { RouteParent } from '../domain/exercises/route.ts';
import type { TrainingLoadParent } from '../domain/exercises/training-load.ts';
import type { ExerciseFilesParent } from '../domain/files/exercise-files.ts';
import type { PageInfoParent } from '../domain/graph/connection.ts';
import type { ContinuousHeartRateParent } from '../domain/heart-rate/heart-rate.ts';
import type { AvailableNightParent } from '../domain/nights/available-night.ts';
import type { NightParent } from '../domain/nights/night.ts';
import type { NightConnectionParent, NightEdgeParent } from '../domain/nights/pages.ts';
import type { NightlyRechargeParent } from '../domain/nights/recharge.ts';
import type { BiosensingParent, CollectedActivityParent, CollectedActivityConnectionParent, CollectedActivityEdgeParent, CollectedExerciseParent, CollectedExerciseConnectionParent, CollectedExerciseEdgeParent, DataAvailableParent, UserParent } from '../domain/parents.ts';
import type { PartnerParent } from '../domain/partner/partner.ts';
import type { PartnerUserConnectionParent, PartnerUserEdgeParent } from '../domain/partner/users.ts';
import type { PhysicalInfoConnectionParent, PhysicalInfoEdgeParent } from '../domain/physical-info/history.ts';
import type { PhysicalInfoParent } from '../domain/physical-info/physical-info.ts';
import type { AlertnessParent } from '../domain/sleepwise/alertness.ts';
import type { CircadianBedtimeParent } from '../domain/sleepwise/circadian-bedtime.ts';
import type { Context } from '../domain/context.ts';
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };


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
) => Graph.Maybe<TTypes> | Promise<Graph.Maybe<TTypes>>;

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
  Cached:
    | ( AlertnessParent )
    | ( AvailableNightParent )
    | ( BodyTemperaturePeriodParent )
    | ( CardioLoadParent )
    | ( CircadianBedtimeParent )
    | ( ContinuousHeartRateParent )
    | ( DailyActivityParent )
    | ( EcgTestParent )
    | ( ExerciseParent )
    | ( NightlyRechargeParent )
    | ( PhysicalInfoParent )
    | ( SkinContactPeriodParent )
    | ( SkinTemperatureParent )
    | ( Spo2TestParent )
  ;
  Node:
    | ( ActivitySamplesParent )
    | ( AlertnessParent )
    | ( AvailableNightParent )
    | ( BiosensingParent )
    | ( BodyTemperaturePeriodParent )
    | ( CardioLoadParent )
    | ( CircadianBedtimeParent )
    | ( CollectedActivityParent )
    | ( CollectedExerciseParent )
    | ( ContinuousHeartRateParent )
    | ( DailyActivityParent )
    | ( DayParent )
    | ( EcgTestParent )
    | ( ExerciseParent )
    | ( NightParent )
    | ( NightlyRechargeParent )
    | ( PhysicalInfoParent )
    | ( RouteParent )
    | ( SkinContactPeriodParent )
    | ( SkinTemperatureParent )
    | ( Spo2TestParent )
    | ( TrainingLoadParent )
    | ( UserParent )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActivitySamples: ResolverTypeWrapper<ActivitySamplesParent>;
  ActivityZone: Graph.ActivityZone;
  ActivityZoneChange: ResolverTypeWrapper<Graph.ActivityZoneChange>;
  ActivityZoneSegment: ResolverTypeWrapper<Graph.ActivityZoneSegment>;
  Alertness: ResolverTypeWrapper<AlertnessParent>;
  AlertnessClassification: Graph.AlertnessClassification;
  AlertnessGradeType: Graph.AlertnessGradeType;
  AlertnessHour: ResolverTypeWrapper<Graph.AlertnessHour>;
  AlertnessLevel: Graph.AlertnessLevel;
  AvailableNight: ResolverTypeWrapper<AvailableNightParent>;
  BaselineDeviation: Graph.BaselineDeviation;
  Biosensing: ResolverTypeWrapper<BiosensingParent>;
  BloodOxygenClass: Graph.BloodOxygenClass;
  BodyTemperaturePeriod: ResolverTypeWrapper<BodyTemperaturePeriodParent>;
  BodyTemperatureSample: ResolverTypeWrapper<Graph.BodyTemperatureSample>;
  Boolean: ResolverTypeWrapper<Graph.Scalars['Boolean']['output']>;
  Cached: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Cached']>;
  CardioLoad: ResolverTypeWrapper<CardioLoadParent>;
  CardioLoadLevels: ResolverTypeWrapper<Graph.CardioLoadLevels>;
  CardioLoadStatus: Graph.CardioLoadStatus;
  CircadianBedtime: ResolverTypeWrapper<CircadianBedtimeParent>;
  CircadianBedtimeQuality: Graph.CircadianBedtimeQuality;
  CollectPayload: ResolverTypeWrapper<Graph.CollectPayload>;
  CollectedActivity: ResolverTypeWrapper<CollectedActivityParent>;
  CollectedActivityConnection: ResolverTypeWrapper<CollectedActivityConnectionParent>;
  CollectedActivityEdge: ResolverTypeWrapper<CollectedActivityEdgeParent>;
  CollectedActivityZones: ResolverTypeWrapper<Graph.CollectedActivityZones>;
  CollectedExercise: ResolverTypeWrapper<CollectedExerciseParent>;
  CollectedExerciseConnection: ResolverTypeWrapper<CollectedExerciseConnectionParent>;
  CollectedExerciseEdge: ResolverTypeWrapper<CollectedExerciseEdgeParent>;
  CollectedSteps: ResolverTypeWrapper<Graph.CollectedSteps>;
  CollectionKind: Graph.CollectionKind;
  ContinuityClass: Graph.ContinuityClass;
  ContinuousHeartRate: ResolverTypeWrapper<ContinuousHeartRateParent>;
  CoverageReason: Graph.CoverageReason;
  CoverageStatus: Graph.CoverageStatus;
  CreateWebhookInput: Graph.CreateWebhookInput;
  DailyActivity: ResolverTypeWrapper<DailyActivityParent>;
  DataAvailable: ResolverTypeWrapper<DataAvailableParent>;
  DataType: Graph.DataType;
  DataWindow: ResolverTypeWrapper<Graph.DataWindow>;
  DataWindowBasis: Graph.DataWindowBasis;
  Date: ResolverTypeWrapper<Graph.Scalars['Date']['output']>;
  DateInterval: Graph.DateInterval;
  DateRange: Graph.DateRange;
  DateTime: ResolverTypeWrapper<Graph.Scalars['DateTime']['output']>;
  Day: ResolverTypeWrapper<DayParent>;
  DayConnection: ResolverTypeWrapper<DayConnectionParent>;
  DayCoverage: ResolverTypeWrapper<Graph.DayCoverage>;
  DayEdge: ResolverTypeWrapper<DayEdgeParent>;
  DisconnectPayload: ResolverTypeWrapper<Graph.DisconnectPayload>;
  Duration: ResolverTypeWrapper<Graph.Scalars['Duration']['output']>;
  EcgQuality: Graph.EcgQuality;
  EcgQualityMeasurement: ResolverTypeWrapper<Graph.EcgQualityMeasurement>;
  EcgSample: ResolverTypeWrapper<Graph.EcgSample>;
  EcgTest: ResolverTypeWrapper<EcgTestParent>;
  EndAllSessionsPayload: ResolverTypeWrapper<Graph.EndAllSessionsPayload>;
  EndSessionPayload: ResolverTypeWrapper<Graph.EndSessionPayload>;
  ErasedData: ResolverTypeWrapper<Graph.ErasedData>;
  ErasedDataKind: Graph.ErasedDataKind;
  Exercise: ResolverTypeWrapper<ExerciseParent>;
  ExerciseConnection: ResolverTypeWrapper<ExerciseConnectionParent>;
  ExerciseEdge: ResolverTypeWrapper<ExerciseEdgeParent>;
  ExerciseFiles: ResolverTypeWrapper<ExerciseFilesParent>;
  FileLink: ResolverTypeWrapper<Graph.FileLink>;
  FitSport: ResolverTypeWrapper<Graph.FitSport>;
  Float: ResolverTypeWrapper<Graph.Scalars['Float']['output']>;
  ForgetMePayload: ResolverTypeWrapper<Graph.ForgetMePayload>;
  Gender: Graph.Gender;
  HeartRateSample: ResolverTypeWrapper<Graph.HeartRateSample>;
  HeartRateZone: ResolverTypeWrapper<Graph.HeartRateZone>;
  HypnogramStage: ResolverTypeWrapper<Graph.HypnogramStage>;
  ID: ResolverTypeWrapper<Graph.Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Graph.Scalars['Int']['output']>;
  LinkState: Graph.LinkState;
  LoadLevel: Graph.LoadLevel;
  LocalDateTime: ResolverTypeWrapper<Graph.Scalars['LocalDateTime']['output']>;
  LocalTimeColumns: ResolverTypeWrapper<Graph.LocalTimeColumns>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Night: ResolverTypeWrapper<NightParent>;
  NightConnection: ResolverTypeWrapper<NightConnectionParent>;
  NightEdge: ResolverTypeWrapper<NightEdgeParent>;
  NightHeartRateSample: ResolverTypeWrapper<Graph.NightHeartRateSample>;
  NightlyRecharge: ResolverTypeWrapper<NightlyRechargeParent>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OffsetColumns: ResolverTypeWrapper<Graph.OffsetColumns>;
  PageInfo: ResolverTypeWrapper<PageInfoParent>;
  Partner: ResolverTypeWrapper<PartnerParent>;
  PartnerUser: ResolverTypeWrapper<Graph.PartnerUser>;
  PartnerUserConnection: ResolverTypeWrapper<PartnerUserConnectionParent>;
  PartnerUserEdge: ResolverTypeWrapper<PartnerUserEdgeParent>;
  PerceivedExertion: Graph.PerceivedExertion;
  PhysicalInfo: ResolverTypeWrapper<PhysicalInfoParent>;
  PhysicalInfoConnection: ResolverTypeWrapper<PhysicalInfoConnectionParent>;
  PhysicalInfoEdge: ResolverTypeWrapper<PhysicalInfoEdgeParent>;
  PullNotification: ResolverTypeWrapper<Graph.PullNotification>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateLimit: ResolverTypeWrapper<Graph.RateLimit>;
  RateShare: ResolverTypeWrapper<Graph.RateShare>;
  RateWindow: ResolverTypeWrapper<Graph.RateWindow>;
  RechargeSample: ResolverTypeWrapper<Graph.RechargeSample>;
  RechargeStatus: Graph.RechargeStatus;
  Resource: Graph.Resource;
  ResourceCoverage: ResolverTypeWrapper<Graph.ResourceCoverage>;
  Route: ResolverTypeWrapper<RouteParent>;
  RouteColumns: ResolverTypeWrapper<Graph.RouteColumns>;
  RoutePoint: ResolverTypeWrapper<Graph.RoutePoint>;
  SamplePoint: ResolverTypeWrapper<Graph.SamplePoint>;
  SampleSeries: ResolverTypeWrapper<Graph.SampleSeries>;
  SampleType: Graph.SampleType;
  SensorLocation: Graph.SensorLocation;
  SeriesStatistics: ResolverTypeWrapper<Graph.SeriesStatistics>;
  Session: ResolverTypeWrapper<Graph.Session>;
  SessionKind: Graph.SessionKind;
  SkinContactChange: ResolverTypeWrapper<Graph.SkinContactChange>;
  SkinContactPeriod: ResolverTypeWrapper<SkinContactPeriodParent>;
  SkinTemperature: ResolverTypeWrapper<SkinTemperatureParent>;
  SleepInertia: Graph.SleepInertia;
  SleepRating: Graph.SleepRating;
  SleepStage: Graph.SleepStage;
  SleepType: Graph.SleepType;
  SleepWiseResultType: Graph.SleepWiseResultType;
  SleepWiseValidity: Graph.SleepWiseValidity;
  Spo2Test: ResolverTypeWrapper<Spo2TestParent>;
  Spo2TestStatus: Graph.Spo2TestStatus;
  Sport: ResolverTypeWrapper<Graph.Sport>;
  StepBucket: ResolverTypeWrapper<Graph.StepBucket>;
  StepSample: ResolverTypeWrapper<Graph.StepSample>;
  String: ResolverTypeWrapper<Graph.Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TemperatureMeasurementType: Graph.TemperatureMeasurementType;
  TimeColumns: ResolverTypeWrapper<Graph.TimeColumns>;
  TimeInActivityZone: ResolverTypeWrapper<Graph.TimeInActivityZone>;
  TrainingLoad: ResolverTypeWrapper<TrainingLoadParent>;
  TypicalDay: Graph.TypicalDay;
  UpdateWebhookInput: Graph.UpdateWebhookInput;
  User: ResolverTypeWrapper<UserParent>;
  UserError: ResolverTypeWrapper<Graph.UserError>;
  UserErrorCode: Graph.UserErrorCode;
  UserExtraInfo: ResolverTypeWrapper<Graph.UserExtraInfo>;
  UsualLevel: Graph.UsualLevel;
  Webhook: ResolverTypeWrapper<Graph.Webhook>;
  WebhookErrorCode: Graph.WebhookErrorCode;
  WebhookPayload: ResolverTypeWrapper<Graph.WebhookPayload>;
  WebhookUserError: ResolverTypeWrapper<Graph.WebhookUserError>;
  WeightSource: Graph.WeightSource;
  YearMonth: ResolverTypeWrapper<Graph.Scalars['YearMonth']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActivitySamples: ActivitySamplesParent;
  ActivityZoneChange: Graph.ActivityZoneChange;
  ActivityZoneSegment: Graph.ActivityZoneSegment;
  Alertness: AlertnessParent;
  AlertnessHour: Graph.AlertnessHour;
  AvailableNight: AvailableNightParent;
  Biosensing: BiosensingParent;
  BodyTemperaturePeriod: BodyTemperaturePeriodParent;
  BodyTemperatureSample: Graph.BodyTemperatureSample;
  Boolean: Graph.Scalars['Boolean']['output'];
  Cached: ResolversInterfaceTypes<ResolversParentTypes>['Cached'];
  CardioLoad: CardioLoadParent;
  CardioLoadLevels: Graph.CardioLoadLevels;
  CircadianBedtime: CircadianBedtimeParent;
  CollectPayload: Graph.CollectPayload;
  CollectedActivity: CollectedActivityParent;
  CollectedActivityConnection: CollectedActivityConnectionParent;
  CollectedActivityEdge: CollectedActivityEdgeParent;
  CollectedActivityZones: Graph.CollectedActivityZones;
  CollectedExercise: CollectedExerciseParent;
  CollectedExerciseConnection: CollectedExerciseConnectionParent;
  CollectedExerciseEdge: CollectedExerciseEdgeParent;
  CollectedSteps: Graph.CollectedSteps;
  ContinuousHeartRate: ContinuousHeartRateParent;
  CreateWebhookInput: Graph.CreateWebhookInput;
  DailyActivity: DailyActivityParent;
  DataAvailable: DataAvailableParent;
  DataWindow: Graph.DataWindow;
  Date: Graph.Scalars['Date']['output'];
  DateInterval: Graph.DateInterval;
  DateRange: Graph.DateRange;
  DateTime: Graph.Scalars['DateTime']['output'];
  Day: DayParent;
  DayConnection: DayConnectionParent;
  DayCoverage: Graph.DayCoverage;
  DayEdge: DayEdgeParent;
  DisconnectPayload: Graph.DisconnectPayload;
  Duration: Graph.Scalars['Duration']['output'];
  EcgQualityMeasurement: Graph.EcgQualityMeasurement;
  EcgSample: Graph.EcgSample;
  EcgTest: EcgTestParent;
  EndAllSessionsPayload: Graph.EndAllSessionsPayload;
  EndSessionPayload: Graph.EndSessionPayload;
  ErasedData: Graph.ErasedData;
  Exercise: ExerciseParent;
  ExerciseConnection: ExerciseConnectionParent;
  ExerciseEdge: ExerciseEdgeParent;
  ExerciseFiles: ExerciseFilesParent;
  FileLink: Graph.FileLink;
  FitSport: Graph.FitSport;
  Float: Graph.Scalars['Float']['output'];
  ForgetMePayload: Graph.ForgetMePayload;
  HeartRateSample: Graph.HeartRateSample;
  HeartRateZone: Graph.HeartRateZone;
  HypnogramStage: Graph.HypnogramStage;
  ID: Graph.Scalars['ID']['output'];
  Int: Graph.Scalars['Int']['output'];
  LocalDateTime: Graph.Scalars['LocalDateTime']['output'];
  LocalTimeColumns: Graph.LocalTimeColumns;
  Mutation: Record<PropertyKey, never>;
  Night: NightParent;
  NightConnection: NightConnectionParent;
  NightEdge: NightEdgeParent;
  NightHeartRateSample: Graph.NightHeartRateSample;
  NightlyRecharge: NightlyRechargeParent;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  OffsetColumns: Graph.OffsetColumns;
  PageInfo: PageInfoParent;
  Partner: PartnerParent;
  PartnerUser: Graph.PartnerUser;
  PartnerUserConnection: PartnerUserConnectionParent;
  PartnerUserEdge: PartnerUserEdgeParent;
  PhysicalInfo: PhysicalInfoParent;
  PhysicalInfoConnection: PhysicalInfoConnectionParent;
  PhysicalInfoEdge: PhysicalInfoEdgeParent;
  PullNotification: Graph.PullNotification;
  Query: Record<PropertyKey, never>;
  RateLimit: Graph.RateLimit;
  RateShare: Graph.RateShare;
  RateWindow: Graph.RateWindow;
  RechargeSample: Graph.RechargeSample;
  ResourceCoverage: Graph.ResourceCoverage;
  Route: RouteParent;
  RouteColumns: Graph.RouteColumns;
  RoutePoint: Graph.RoutePoint;
  SamplePoint: Graph.SamplePoint;
  SampleSeries: Graph.SampleSeries;
  SeriesStatistics: Graph.SeriesStatistics;
  Session: Graph.Session;
  SkinContactChange: Graph.SkinContactChange;
  SkinContactPeriod: SkinContactPeriodParent;
  SkinTemperature: SkinTemperatureParent;
  Spo2Test: Spo2TestParent;
  Sport: Graph.Sport;
  StepBucket: Graph.StepBucket;
  StepSample: Graph.StepSample;
  String: Graph.Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  TimeColumns: Graph.TimeColumns;
  TimeInActivityZone: Graph.TimeInActivityZone;
  TrainingLoad: TrainingLoadParent;
  UpdateWebhookInput: Graph.UpdateWebhookInput;
  User: UserParent;
  UserError: Graph.UserError;
  UserExtraInfo: Graph.UserExtraInfo;
  Webhook: Graph.Webhook;
  WebhookPayload: Graph.WebhookPayload;
  WebhookUserError: Graph.WebhookUserError;
  YearMonth: Graph.Scalars['YearMonth']['output'];
};

export type DeferDirectiveArgs = {
  if?: Graph.Scalars['Boolean']['input'];
  label?: Graph.Maybe<Graph.Scalars['String']['input']>;
};

export type DeferDirectiveResolver<Result, Parent, ContextType = Context, Args = DeferDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type StreamDirectiveArgs = {
  if?: Graph.Scalars['Boolean']['input'];
  initialCount?: Graph.Scalars['Int']['input'];
  label?: Graph.Maybe<Graph.Scalars['String']['input']>;
};

export type StreamDirectiveResolver<Result, Parent, ContextType = Context, Args = StreamDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ActivitySamplesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivitySamples'] = ResolversParentTypes['ActivitySamples']> = {
  date?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inactivityStamps?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['LocalDateTime']>>, ParentType, ContextType>;
  intervalMs?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  stepBuckets?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['StepBucket']>>, ParentType, ContextType, RequireFields<Graph.ActivitySamplesStepBucketsArgs, 'minutes'>>;
  stepColumns?: Resolver<Graph.Maybe<ResolversTypes['LocalTimeColumns']>, ParentType, ContextType>;
  stepStatistics?: Resolver<Graph.Maybe<ResolversTypes['SeriesStatistics']>, ParentType, ContextType>;
  steps?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['StepSample']>>, ParentType, ContextType>;
  totalSteps?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  zones?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['ActivityZoneChange']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActivityZoneChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivityZoneChange'] = ResolversParentTypes['ActivityZoneChange']> = {
  time?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
  zone?: Resolver<ResolversTypes['ActivityZone'], ParentType, ContextType>;
};

export type ActivityZoneSegmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivityZoneSegment'] = ResolversParentTypes['ActivityZoneSegment']> = {
  time?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
  zones?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['TimeInActivityZone']>>, ParentType, ContextType>;
};

export type AlertnessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Alertness'] = ResolversParentTypes['Alertness']> = {
  endTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  grade?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  gradeClassification?: Resolver<Graph.Maybe<ResolversTypes['AlertnessClassification']>, ParentType, ContextType>;
  gradeType?: Resolver<Graph.Maybe<ResolversTypes['AlertnessGradeType']>, ParentType, ContextType>;
  gradeValidity?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  gradeValiditySeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  hours?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['AlertnessHour']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  resultType?: Resolver<Graph.Maybe<ResolversTypes['SleepWiseResultType']>, ParentType, ContextType>;
  sleepEndTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sleepInertia?: Resolver<Graph.Maybe<ResolversTypes['SleepInertia']>, ParentType, ContextType>;
  sleepStartTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sleepType?: Resolver<Graph.Maybe<ResolversTypes['SleepType']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  utcOffsetMinutes?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  validity?: Resolver<Graph.Maybe<ResolversTypes['SleepWiseValidity']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlertnessHourResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertnessHour'] = ResolversParentTypes['AlertnessHour']> = {
  endTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  level?: Resolver<Graph.Maybe<ResolversTypes['AlertnessLevel']>, ParentType, ContextType>;
  startTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validity?: Resolver<Graph.Maybe<ResolversTypes['SleepWiseValidity']>, ParentType, ContextType>;
};

export type AvailableNightResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailableNight'] = ResolversParentTypes['AvailableNight']> = {
  date?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endTimeLocal?: Resolver<Graph.Maybe<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  night?: Resolver<Graph.Maybe<ResolversTypes['Night']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startTimeLocal?: Resolver<Graph.Maybe<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BiosensingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Biosensing'] = ResolversParentTypes['Biosensing']> = {
  bodyTemperature?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['BodyTemperaturePeriod']>>, ParentType, ContextType>;
  ecgTests?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['EcgTest']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  skinContacts?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['SkinContactPeriod']>>, ParentType, ContextType>;
  skinTemperature?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['SkinTemperature']>>, ParentType, ContextType>;
  spo2Tests?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['Spo2Test']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BodyTemperaturePeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BodyTemperaturePeriod'] = ResolversParentTypes['BodyTemperaturePeriod']> = {
  columns?: Resolver<Graph.Maybe<ResolversTypes['OffsetColumns']>, ParentType, ContextType, Partial<Graph.BodyTemperaturePeriodColumnsArgs>>;
  deviceId?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measurementType?: Resolver<Graph.Maybe<ResolversTypes['TemperatureMeasurementType']>, ParentType, ContextType>;
  modifiedAt?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  samples?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['BodyTemperatureSample']>>, ParentType, ContextType, Partial<Graph.BodyTemperaturePeriodSamplesArgs>>;
  sensorLocation?: Resolver<Graph.Maybe<ResolversTypes['SensorLocation']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  statistics?: Resolver<Graph.Maybe<ResolversTypes['SeriesStatistics']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BodyTemperatureSampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BodyTemperatureSample'] = ResolversParentTypes['BodyTemperatureSample']> = {
  offsetSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  temperatureCelsius?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  time?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CachedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cached'] = ResolversParentTypes['Cached']> = {
  __resolveType: TypeResolveFn<'Alertness' | 'AvailableNight' | 'BodyTemperaturePeriod' | 'CardioLoad' | 'CircadianBedtime' | 'ContinuousHeartRate' | 'DailyActivity' | 'EcgTest' | 'Exercise' | 'NightlyRecharge' | 'PhysicalInfo' | 'SkinContactPeriod' | 'SkinTemperature' | 'Spo2Test', ParentType, ContextType>;
};

export type CardioLoadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardioLoad'] = ResolversParentTypes['CardioLoad']> = {
  date?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<Graph.Maybe<ResolversTypes['CardioLoadLevels']>, ParentType, ContextType>;
  load?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ratio?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<Graph.Maybe<ResolversTypes['CardioLoadStatus']>, ParentType, ContextType>;
  strain?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  tolerance?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CardioLoadLevelsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardioLoadLevels'] = ResolversParentTypes['CardioLoadLevels']> = {
  high?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  medium?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  veryHigh?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  veryLow?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CircadianBedtimeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CircadianBedtime'] = ResolversParentTypes['CircadianBedtime']> = {
  endTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  preferredSleepEndTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  preferredSleepStartTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  quality?: Resolver<Graph.Maybe<ResolversTypes['CircadianBedtimeQuality']>, ParentType, ContextType>;
  resultType?: Resolver<Graph.Maybe<ResolversTypes['SleepWiseResultType']>, ParentType, ContextType>;
  sleepGateEndTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sleepGateStartTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  utcOffsetMinutes?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  validity?: Resolver<Graph.Maybe<ResolversTypes['SleepWiseValidity']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CollectPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CollectPayload'] = ResolversParentTypes['CollectPayload']> = {
  collected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CollectedActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CollectedActivity'] = ResolversParentTypes['CollectedActivity']> = {
  activeEnergyKcal?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  activeSteps?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  collectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdAt?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  date?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  duration?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  durationSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  energyKcal?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  polarActivityId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  polarTransactionId?: Resolver<Graph.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  steps?: Resolver<Graph.Maybe<ResolversTypes['CollectedSteps']>, ParentType, ContextType>;
  zones?: Resolver<Graph.Maybe<ResolversTypes['CollectedActivityZones']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CollectedActivityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CollectedActivityConnection'] = ResolversParentTypes['CollectedActivityConnection']> = {
  edges?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['CollectedActivityEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Graph.Maybe<ReadonlyArray<Graph.Maybe<ResolversTypes['CollectedActivity']>>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CollectedActivityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CollectedActivityEdge'] = ResolversParentTypes['CollectedActivityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Graph.Maybe<ResolversTypes['CollectedActivity']>, ParentType, ContextType>;
};

export type CollectedActivityZonesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CollectedActivityZones'] = ResolversParentTypes['CollectedActivityZones']> = {
  date?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  intervalMinutes?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  samples?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['ActivityZoneSegment']>>, ParentType, ContextType>;
};

export type CollectedExerciseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CollectedExercise'] = ResolversParentTypes['CollectedExercise']> = {
  averageHeartRate?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  carbohydratePercent?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  clubId?: Resolver<Graph.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  clubName?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  collectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  date?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  device?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deviceId?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  distanceMeters?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  duration?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  durationSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  energyKcal?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fatPercent?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  files?: Resolver<ResolversTypes['ExerciseFiles'], ParentType, ContextType>;
  hasRoute?: Resolver<Graph.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  heartRateZones?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['HeartRateZone']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maximumHeartRate?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  polarExerciseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  polarTransactionId?: Resolver<Graph.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  proteinPercent?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  runningIndex?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  samples?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['SampleSeries']>>, ParentType, ContextType, Partial<Graph.CollectedExerciseSamplesArgs>>;
  sport?: Resolver<Graph.Maybe<ResolversTypes['Sport']>, ParentType, ContextType>;
  sportGroup?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startTimeLocal?: Resolver<Graph.Maybe<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  trainingLoad?: Resolver<Graph.Maybe<ResolversTypes['TrainingLoad']>, ParentType, ContextType>;
  uploadedAt?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  utcOffsetMinutes?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CollectedExerciseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CollectedExerciseConnection'] = ResolversParentTypes['CollectedExerciseConnection']> = {
  edges?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['CollectedExerciseEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Graph.Maybe<ReadonlyArray<Graph.Maybe<ResolversTypes['CollectedExercise']>>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CollectedExerciseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CollectedExerciseEdge'] = ResolversParentTypes['CollectedExerciseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Graph.Maybe<ResolversTypes['CollectedExercise']>, ParentType, ContextType>;
};

export type CollectedStepsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CollectedSteps'] = ResolversParentTypes['CollectedSteps']> = {
  date?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  intervalMinutes?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  samples?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['StepSample']>>, ParentType, ContextType>;
};

export type ContinuousHeartRateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContinuousHeartRate'] = ResolversParentTypes['ContinuousHeartRate']> = {
  columns?: Resolver<Graph.Maybe<ResolversTypes['LocalTimeColumns']>, ParentType, ContextType, Partial<Graph.ContinuousHeartRateColumnsArgs>>;
  date?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  samples?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['HeartRateSample']>>, ParentType, ContextType, Partial<Graph.ContinuousHeartRateSamplesArgs>>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  statistics?: Resolver<Graph.Maybe<ResolversTypes['SeriesStatistics']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DailyActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DailyActivity'] = ResolversParentTypes['DailyActivity']> = {
  activeDuration?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  activeDurationSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  activeEnergyKcal?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  activityPercent?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  date?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  distanceMeters?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  endTime?: Resolver<Graph.Maybe<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  energyKcal?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inactiveDuration?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  inactiveDurationSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  inactivityAlertCount?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  samples?: Resolver<Graph.Maybe<ResolversTypes['ActivitySamples']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startTime?: Resolver<Graph.Maybe<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  stepBuckets?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['StepBucket']>>, ParentType, ContextType, RequireFields<Graph.DailyActivityStepBucketsArgs, 'minutes'>>;
  steps?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataAvailableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataAvailable'] = ResolversParentTypes['DataAvailable']> = {
  date?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  day?: Resolver<Graph.Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  exercise?: Resolver<Graph.Maybe<ResolversTypes['Exercise']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  night?: Resolver<Graph.Maybe<ResolversTypes['Night']>, ParentType, ContextType>;
  type?: Resolver<Graph.Maybe<ResolversTypes['DataType']>, ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type DataWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataWindow'] = ResolversParentTypes['DataWindow']> = {
  afterRegistration?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['DataWindowBasis'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  maxAgeDays?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxRangeDays?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  recentDays?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  resource?: Resolver<ResolversTypes['Resource'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Day'] = ResolversParentTypes['Day']> = {
  activity?: Resolver<Graph.Maybe<ResolversTypes['DailyActivity']>, ParentType, ContextType>;
  alertness?: Resolver<Graph.Maybe<ResolversTypes['Alertness']>, ParentType, ContextType>;
  biosensing?: Resolver<ResolversTypes['Biosensing'], ParentType, ContextType>;
  cardioLoad?: Resolver<Graph.Maybe<ResolversTypes['CardioLoad']>, ParentType, ContextType>;
  circadianBedtime?: Resolver<Graph.Maybe<ResolversTypes['CircadianBedtime']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  exercises?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['Exercise']>>, ParentType, ContextType>;
  heartRate?: Resolver<Graph.Maybe<ResolversTypes['ContinuousHeartRate']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  next?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  night?: Resolver<Graph.Maybe<ResolversTypes['Night']>, ParentType, ContextType>;
  previous?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DayConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DayConnection'] = ResolversParentTypes['DayConnection']> = {
  edges?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['DayEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Graph.Maybe<ReadonlyArray<Graph.Maybe<ResolversTypes['Day']>>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DayCoverageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DayCoverage'] = ResolversParentTypes['DayCoverage']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  fetchedAt?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Graph.Maybe<ResolversTypes['CoverageReason']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CoverageStatus'], ParentType, ContextType>;
};

export type DayEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DayEdge'] = ResolversParentTypes['DayEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Graph.Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
};

export type DisconnectPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisconnectPayload'] = ResolversParentTypes['DisconnectPayload']> = {
  confirmed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  disconnected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  erased?: Resolver<ReadonlyArray<ResolversTypes['ErasedData']>, ParentType, ContextType>;
  remaining?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type EcgQualityMeasurementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EcgQualityMeasurement'] = ResolversParentTypes['EcgQualityMeasurement']> = {
  offsetSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  quality?: Resolver<Graph.Maybe<ResolversTypes['EcgQuality']>, ParentType, ContextType>;
};

export type EcgSampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EcgSample'] = ResolversParentTypes['EcgSample']> = {
  amplitudeMv?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  offsetSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type EcgTestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EcgTest'] = ResolversParentTypes['EcgTest']> = {
  averageHeartRate?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  columns?: Resolver<Graph.Maybe<ResolversTypes['OffsetColumns']>, ParentType, ContextType, Partial<Graph.EcgTestColumnsArgs>>;
  deviceId?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  heartRateVariabilityLevel?: Resolver<Graph.Maybe<ResolversTypes['BaselineDeviation']>, ParentType, ContextType>;
  heartRateVariabilityMs?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pulseTransitTimeDiastolicMs?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pulseTransitTimeQualityIndex?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pulseTransitTimeSystolicMs?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  qualityMeasurements?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['EcgQualityMeasurement']>>, ParentType, ContextType>;
  rrIntervalMs?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  samples?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['EcgSample']>>, ParentType, ContextType, Partial<Graph.EcgTestSamplesArgs>>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  statistics?: Resolver<Graph.Maybe<ResolversTypes['SeriesStatistics']>, ParentType, ContextType>;
  testTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  utcOffsetMinutes?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EndAllSessionsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndAllSessionsPayload'] = ResolversParentTypes['EndAllSessionsPayload']> = {
  endedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EndSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndSessionPayload'] = ResolversParentTypes['EndSessionPayload']> = {
  ended?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ErasedDataResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErasedData'] = ResolversParentTypes['ErasedData']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ErasedDataKind'], ParentType, ContextType>;
};

export type ExerciseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Exercise'] = ResolversParentTypes['Exercise']> = {
  averageHeartRate?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  carbohydratePercent?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  clubId?: Resolver<Graph.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  clubName?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  day?: Resolver<Graph.Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  device?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deviceId?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  distanceMeters?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  duration?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  durationSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  energyKcal?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fatPercent?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  files?: Resolver<ResolversTypes['ExerciseFiles'], ParentType, ContextType>;
  hasRoute?: Resolver<Graph.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  heartRateZones?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['HeartRateZone']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maximumHeartRate?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  polarExerciseId?: Resolver<Graph.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  proteinPercent?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  route?: Resolver<Graph.Maybe<ResolversTypes['Route']>, ParentType, ContextType>;
  runningIndex?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  samples?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['SampleSeries']>>, ParentType, ContextType, Partial<Graph.ExerciseSamplesArgs>>;
  sport?: Resolver<Graph.Maybe<ResolversTypes['Sport']>, ParentType, ContextType>;
  sportGroup?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startTimeLocal?: Resolver<Graph.Maybe<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  trainingLoad?: Resolver<Graph.Maybe<ResolversTypes['TrainingLoad']>, ParentType, ContextType>;
  uploadedAt?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  utcOffsetMinutes?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExerciseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExerciseConnection'] = ResolversParentTypes['ExerciseConnection']> = {
  edges?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['ExerciseEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Graph.Maybe<ReadonlyArray<Graph.Maybe<ResolversTypes['Exercise']>>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ExerciseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExerciseEdge'] = ResolversParentTypes['ExerciseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Graph.Maybe<ResolversTypes['Exercise']>, ParentType, ContextType>;
};

export type ExerciseFilesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExerciseFiles'] = ResolversParentTypes['ExerciseFiles']> = {
  fit?: Resolver<Graph.Maybe<ResolversTypes['FileLink']>, ParentType, ContextType>;
  gpx?: Resolver<Graph.Maybe<ResolversTypes['FileLink']>, ParentType, ContextType, RequireFields<Graph.ExerciseFilesGpxArgs, 'includePauseTimes'>>;
  tcx?: Resolver<Graph.Maybe<ResolversTypes['FileLink']>, ParentType, ContextType>;
};

export type FileLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FileLink'] = ResolversParentTypes['FileLink']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FitSportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FitSport'] = ResolversParentTypes['FitSport']> = {
  sport?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subSport?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ForgetMePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForgetMePayload'] = ResolversParentTypes['ForgetMePayload']> = {
  erased?: Resolver<ReadonlyArray<ResolversTypes['ErasedData']>, ParentType, ContextType>;
  forgotten?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  remaining?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type HeartRateSampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeartRateSample'] = ResolversParentTypes['HeartRateSample']> = {
  beatsPerMinute?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
};

export type HeartRateZoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeartRateZone'] = ResolversParentTypes['HeartRateZone']> = {
  inZone?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  inZoneSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  index?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lowerLimit?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  upperLimit?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type HypnogramStageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HypnogramStage'] = ResolversParentTypes['HypnogramStage']> = {
  duration?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  durationSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['SleepStage'], ParentType, ContextType>;
  stageNumber?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  time?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  timeLocal?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
};

export interface LocalDateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDateTime'], any> {
  name: 'LocalDateTime';
}

export type LocalTimeColumnsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocalTimeColumns'] = ResolversParentTypes['LocalTimeColumns']> = {
  times?: Resolver<ReadonlyArray<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<Graph.Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  activateWebhook?: Resolver<ResolversTypes['WebhookPayload'], ParentType, ContextType>;
  collect?: Resolver<ResolversTypes['CollectPayload'], ParentType, ContextType, RequireFields<Graph.MutationCollectArgs, 'kind'>>;
  createWebhook?: Resolver<ResolversTypes['WebhookPayload'], ParentType, ContextType, RequireFields<Graph.MutationCreateWebhookArgs, 'input'>>;
  deactivateWebhook?: Resolver<ResolversTypes['WebhookPayload'], ParentType, ContextType>;
  deleteWebhook?: Resolver<ResolversTypes['WebhookPayload'], ParentType, ContextType>;
  disconnect?: Resolver<ResolversTypes['DisconnectPayload'], ParentType, ContextType>;
  endAllSessions?: Resolver<ResolversTypes['EndAllSessionsPayload'], ParentType, ContextType>;
  endSession?: Resolver<ResolversTypes['EndSessionPayload'], ParentType, ContextType, RequireFields<Graph.MutationEndSessionArgs, 'id'>>;
  forgetMe?: Resolver<ResolversTypes['ForgetMePayload'], ParentType, ContextType>;
  updateWebhook?: Resolver<ResolversTypes['WebhookPayload'], ParentType, ContextType, RequireFields<Graph.MutationUpdateWebhookArgs, 'input'>>;
};

export type NightResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Night'] = ResolversParentTypes['Night']> = {
  alertness?: Resolver<Graph.Maybe<ResolversTypes['Alertness']>, ParentType, ContextType>;
  circadianBedtime?: Resolver<Graph.Maybe<ResolversTypes['CircadianBedtime']>, ParentType, ContextType>;
  continuity?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  continuityClass?: Resolver<Graph.Maybe<ResolversTypes['ContinuityClass']>, ParentType, ContextType>;
  continuityClassNumber?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  deepSleep?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  deepSleepSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  deviceId?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  durationScore?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  endTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endTimeLocal?: Resolver<Graph.Maybe<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  fetchedAt?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  heartRateColumns?: Resolver<Graph.Maybe<ResolversTypes['TimeColumns']>, ParentType, ContextType, Partial<Graph.NightHeartRateColumnsArgs>>;
  heartRateSamples?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['NightHeartRateSample']>>, ParentType, ContextType, Partial<Graph.NightHeartRateSamplesArgs>>;
  heartRateStatistics?: Resolver<Graph.Maybe<ResolversTypes['SeriesStatistics']>, ParentType, ContextType>;
  hypnogram?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['HypnogramStage']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lightSleep?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  lightSleepSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longInterruption?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  longInterruptionSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  recharge?: Resolver<Graph.Maybe<ResolversTypes['NightlyRecharge']>, ParentType, ContextType>;
  regenerationScore?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  remSleep?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  remSleepSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  shortInterruption?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  shortInterruptionSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  skinTemperature?: Resolver<Graph.Maybe<ResolversTypes['SkinTemperature']>, ParentType, ContextType>;
  sleepCharge?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sleepChargeLevel?: Resolver<Graph.Maybe<ResolversTypes['UsualLevel']>, ParentType, ContextType>;
  sleepCycles?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sleepGoal?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  sleepGoalSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sleepRating?: Resolver<Graph.Maybe<ResolversTypes['SleepRating']>, ParentType, ContextType>;
  sleepRatingNumber?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sleepScore?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  solidityScore?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stale?: Resolver<Graph.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  startTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startTimeLocal?: Resolver<Graph.Maybe<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  totalInterruption?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  totalInterruptionSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unrecognizedSleep?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  unrecognizedSleepSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NightConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NightConnection'] = ResolversParentTypes['NightConnection']> = {
  edges?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['NightEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Graph.Maybe<ReadonlyArray<Graph.Maybe<ResolversTypes['Night']>>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NightEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NightEdge'] = ResolversParentTypes['NightEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Graph.Maybe<ResolversTypes['Night']>, ParentType, ContextType>;
};

export type NightHeartRateSampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NightHeartRateSample'] = ResolversParentTypes['NightHeartRateSample']> = {
  beatsPerMinute?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  time?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  timeLocal?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
};

export type NightlyRechargeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NightlyRecharge'] = ResolversParentTypes['NightlyRecharge']> = {
  ansCharge?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ansChargeStatus?: Resolver<Graph.Maybe<ResolversTypes['UsualLevel']>, ParentType, ContextType>;
  ansChargeStatusNumber?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageBeatToBeatMs?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageBreathingRate?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  averageHeartRate?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageHeartRateVariabilityMs?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  breathingRate?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['RechargeSample']>>, ParentType, ContextType, Partial<Graph.NightlyRechargeBreathingRateArgs>>;
  breathingRateColumns?: Resolver<Graph.Maybe<ResolversTypes['LocalTimeColumns']>, ParentType, ContextType, Partial<Graph.NightlyRechargeBreathingRateColumnsArgs>>;
  breathingRateStatistics?: Resolver<Graph.Maybe<ResolversTypes['SeriesStatistics']>, ParentType, ContextType>;
  date?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  heartRateVariability?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['RechargeSample']>>, ParentType, ContextType, Partial<Graph.NightlyRechargeHeartRateVariabilityArgs>>;
  heartRateVariabilityColumns?: Resolver<Graph.Maybe<ResolversTypes['LocalTimeColumns']>, ParentType, ContextType, Partial<Graph.NightlyRechargeHeartRateVariabilityColumnsArgs>>;
  heartRateVariabilityStatistics?: Resolver<Graph.Maybe<ResolversTypes['SeriesStatistics']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<Graph.Maybe<ResolversTypes['RechargeStatus']>, ParentType, ContextType>;
  statusNumber?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'ActivitySamples' | 'Alertness' | 'AvailableNight' | 'Biosensing' | 'BodyTemperaturePeriod' | 'CardioLoad' | 'CircadianBedtime' | 'CollectedActivity' | 'CollectedExercise' | 'ContinuousHeartRate' | 'DailyActivity' | 'Day' | 'EcgTest' | 'Exercise' | 'Night' | 'NightlyRecharge' | 'PhysicalInfo' | 'Route' | 'SkinContactPeriod' | 'SkinTemperature' | 'Spo2Test' | 'TrainingLoad' | 'User', ParentType, ContextType>;
};

export type OffsetColumnsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OffsetColumns'] = ResolversParentTypes['OffsetColumns']> = {
  offsetSeconds?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<Graph.Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartnerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Partner'] = ResolversParentTypes['Partner']> = {
  notifications?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['PullNotification']>>, ParentType, ContextType>;
  users?: Resolver<ResolversTypes['PartnerUserConnection'], ParentType, ContextType, Partial<Graph.PartnerUsersArgs>>;
  webhook?: Resolver<Graph.Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type PartnerUserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerUser'] = ResolversParentTypes['PartnerUser']> = {
  linkState?: Resolver<ResolversTypes['LinkState'], ParentType, ContextType>;
  linkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  memberId?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  polarUserId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  registeredAt?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PartnerUserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerUserConnection'] = ResolversParentTypes['PartnerUserConnection']> = {
  edges?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['PartnerUserEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Graph.Maybe<ReadonlyArray<Graph.Maybe<ResolversTypes['PartnerUser']>>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PartnerUserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerUserEdge'] = ResolversParentTypes['PartnerUserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Graph.Maybe<ResolversTypes['PartnerUser']>, ParentType, ContextType>;
};

export type PhysicalInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhysicalInfo'] = ResolversParentTypes['PhysicalInfo']> = {
  aerobicThreshold?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  anaerobicThreshold?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  birthdate?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  createdAt?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  gender?: Resolver<Graph.Maybe<ResolversTypes['Gender']>, ParentType, ContextType>;
  heightCm?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maximumHeartRate?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  modifiedAt?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  restingHeartRate?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sleepGoal?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  sleepGoalSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  trainingBackground?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  typicalDay?: Resolver<Graph.Maybe<ResolversTypes['TypicalDay']>, ParentType, ContextType>;
  vo2Max?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  weightKg?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  weightSource?: Resolver<Graph.Maybe<ResolversTypes['WeightSource']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PhysicalInfoConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhysicalInfoConnection'] = ResolversParentTypes['PhysicalInfoConnection']> = {
  edges?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['PhysicalInfoEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Graph.Maybe<ReadonlyArray<Graph.Maybe<ResolversTypes['PhysicalInfo']>>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PhysicalInfoEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhysicalInfoEdge'] = ResolversParentTypes['PhysicalInfoEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Graph.Maybe<ResolversTypes['PhysicalInfo']>, ParentType, ContextType>;
  polarEntryId?: Resolver<Graph.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  polarTransactionId?: Resolver<Graph.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type PullNotificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PullNotification'] = ResolversParentTypes['PullNotification']> = {
  polarUserId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<Graph.Maybe<ResolversTypes['DataType']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  dataWindows?: Resolver<ReadonlyArray<ResolversTypes['DataWindow']>, ParentType, ContextType>;
  node?: Resolver<Graph.Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<Graph.QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Graph.Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<Graph.QueryNodesArgs, 'ids'>>;
  partner?: Resolver<Graph.Maybe<ResolversTypes['Partner']>, ParentType, ContextType>;
  rateLimit?: Resolver<ResolversTypes['RateLimit'], ParentType, ContextType>;
  sports?: Resolver<ReadonlyArray<ResolversTypes['Sport']>, ParentType, ContextType>;
  viewer?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type RateLimitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateLimit'] = ResolversParentTypes['RateLimit']> = {
  long?: Resolver<Graph.Maybe<ResolversTypes['RateWindow']>, ParentType, ContextType>;
  share?: Resolver<Graph.Maybe<ResolversTypes['RateShare']>, ParentType, ContextType>;
  short?: Resolver<Graph.Maybe<ResolversTypes['RateWindow']>, ParentType, ContextType>;
};

export type RateShareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateShare'] = ResolversParentTypes['RateShare']> = {
  availableToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usedToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RateWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateWindow'] = ResolversParentTypes['RateWindow']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RechargeSampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RechargeSample'] = ResolversParentTypes['RechargeSample']> = {
  time?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
  value?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ResourceCoverageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResourceCoverage'] = ResolversParentTypes['ResourceCoverage']> = {
  days?: Resolver<ReadonlyArray<ResolversTypes['DayCoverage']>, ParentType, ContextType>;
  freshDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  newest?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  oldest?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  resource?: Resolver<ResolversTypes['Resource'], ParentType, ContextType>;
  staleDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RouteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Route'] = ResolversParentTypes['Route']> = {
  columns?: Resolver<ResolversTypes['RouteColumns'], ParentType, ContextType, Partial<Graph.RouteColumnsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pointCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['RoutePoint']>, ParentType, ContextType, Partial<Graph.RoutePointsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RouteColumnsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RouteColumns'] = ResolversParentTypes['RouteColumns']> = {
  latitudes?: Resolver<ReadonlyArray<Graph.Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
  longitudes?: Resolver<ReadonlyArray<Graph.Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
  offsetSeconds?: Resolver<ReadonlyArray<Graph.Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type RoutePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoutePoint'] = ResolversParentTypes['RoutePoint']> = {
  fix?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  latitude?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  offset?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  offsetSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  satellites?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SamplePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SamplePoint'] = ResolversParentTypes['SamplePoint']> = {
  offsetSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  value?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SampleSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SampleSeries'] = ResolversParentTypes['SampleSeries']> = {
  offsetSeconds?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['SamplePoint']>, ParentType, ContextType>;
  recordingRateSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sampleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  statistics?: Resolver<ResolversTypes['SeriesStatistics'], ParentType, ContextType>;
  type?: Resolver<Graph.Maybe<ResolversTypes['SampleType']>, ParentType, ContextType>;
  typeNumber?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unit?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<Graph.Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type SeriesStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeriesStatistics'] = ResolversParentTypes['SeriesStatistics']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maximum?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mean?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  minimum?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SessionKind'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SkinContactChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkinContactChange'] = ResolversParentTypes['SkinContactChange']> = {
  contact?: Resolver<Graph.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  offsetSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  time?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SkinContactPeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkinContactPeriod'] = ResolversParentTypes['SkinContactPeriod']> = {
  changes?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['SkinContactChange']>>, ParentType, ContextType>;
  deviceId?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  modifiedAt?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SkinTemperatureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkinTemperature'] = ResolversParentTypes['SkinTemperature']> = {
  deviationFromBaselineCelsius?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sleepDate?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  temperatureCelsius?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Spo2TestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Spo2Test'] = ResolversParentTypes['Spo2Test']> = {
  altitudeMeters?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  averageHeartRate?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageQualityPercent?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bloodOxygenClass?: Resolver<Graph.Maybe<ResolversTypes['BloodOxygenClass']>, ParentType, ContextType>;
  bloodOxygenDeviation?: Resolver<Graph.Maybe<ResolversTypes['BaselineDeviation']>, ParentType, ContextType>;
  bloodOxygenPercent?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  deviceId?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  heartRateVariabilityDeviation?: Resolver<Graph.Maybe<ResolversTypes['BaselineDeviation']>, ParentType, ContextType>;
  heartRateVariabilityMs?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<Graph.Maybe<ResolversTypes['Spo2TestStatus']>, ParentType, ContextType>;
  testTime?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  utcOffsetMinutes?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Sport'] = ResolversParentTypes['Sport']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fit?: Resolver<ResolversTypes['FitSport'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StepBucketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StepBucket'] = ResolversParentTypes['StepBucket']> = {
  startTime?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
  steps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StepSampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StepSample'] = ResolversParentTypes['StepSample']> = {
  steps?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  dataAvailable?: SubscriptionResolver<Graph.Maybe<ResolversTypes['DataAvailable']>, "dataAvailable", ParentType, ContextType, Partial<Graph.SubscriptionDataAvailableArgs>>;
};

export type TimeColumnsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeColumns'] = ResolversParentTypes['TimeColumns']> = {
  times?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['DateTime']>>, ParentType, ContextType>;
  timesLocal?: Resolver<ReadonlyArray<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<Graph.Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type TimeInActivityZoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeInActivityZone'] = ResolversParentTypes['TimeInActivityZone']> = {
  inZone?: Resolver<Graph.Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  inZoneSeconds?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  index?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  zone?: Resolver<ResolversTypes['ActivityZone'], ParentType, ContextType>;
};

export type TrainingLoadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrainingLoad'] = ResolversParentTypes['TrainingLoad']> = {
  cardioLoad?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  cardioLoadLevel?: Resolver<Graph.Maybe<ResolversTypes['LoadLevel']>, ParentType, ContextType>;
  date?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  load?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  muscleLoad?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  muscleLoadLevel?: Resolver<Graph.Maybe<ResolversTypes['LoadLevel']>, ParentType, ContextType>;
  perceivedExertion?: Resolver<Graph.Maybe<ResolversTypes['PerceivedExertion']>, ParentType, ContextType>;
  perceivedLoad?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  perceivedLoadLevel?: Resolver<Graph.Maybe<ResolversTypes['LoadLevel']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  activities?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['DailyActivity']>>, ParentType, ContextType, Partial<Graph.UserActivitiesArgs>>;
  activitySamples?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['ActivitySamples']>>, ParentType, ContextType, Partial<Graph.UserActivitySamplesArgs>>;
  alertnessPeriods?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['Alertness']>>, ParentType, ContextType, Partial<Graph.UserAlertnessPeriodsArgs>>;
  availableNights?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['AvailableNight']>>, ParentType, ContextType>;
  biosensing?: Resolver<ResolversTypes['Biosensing'], ParentType, ContextType, Partial<Graph.UserBiosensingArgs>>;
  birthdate?: Resolver<Graph.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  cardioLoads?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['CardioLoad']>>, ParentType, ContextType, Partial<Graph.UserCardioLoadsArgs>>;
  circadianBedtimes?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['CircadianBedtime']>>, ParentType, ContextType, Partial<Graph.UserCircadianBedtimesArgs>>;
  collectedActivities?: Resolver<ResolversTypes['CollectedActivityConnection'], ParentType, ContextType, Partial<Graph.UserCollectedActivitiesArgs>>;
  collectedExercises?: Resolver<ResolversTypes['CollectedExerciseConnection'], ParentType, ContextType, Partial<Graph.UserCollectedExercisesArgs>>;
  coverage?: Resolver<ReadonlyArray<ResolversTypes['ResourceCoverage']>, ParentType, ContextType, Partial<Graph.UserCoverageArgs>>;
  day?: Resolver<ResolversTypes['Day'], ParentType, ContextType, RequireFields<Graph.UserDayArgs, 'date'>>;
  days?: Resolver<ResolversTypes['DayConnection'], ParentType, ContextType, Partial<Graph.UserDaysArgs>>;
  exercise?: Resolver<Graph.Maybe<ResolversTypes['Exercise']>, ParentType, ContextType, RequireFields<Graph.UserExerciseArgs, 'id'>>;
  exercises?: Resolver<ResolversTypes['ExerciseConnection'], ParentType, ContextType, Partial<Graph.UserExercisesArgs>>;
  extraInfo?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['UserExtraInfo']>>, ParentType, ContextType>;
  firstName?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gender?: Resolver<Graph.Maybe<ResolversTypes['Gender']>, ParentType, ContextType>;
  heightCm?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastName?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latestCardioLoad?: Resolver<Graph.Maybe<ResolversTypes['CardioLoad']>, ParentType, ContextType>;
  memberId?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  night?: Resolver<Graph.Maybe<ResolversTypes['Night']>, ParentType, ContextType, RequireFields<Graph.UserNightArgs, 'date'>>;
  nights?: Resolver<ResolversTypes['NightConnection'], ParentType, ContextType, Partial<Graph.UserNightsArgs>>;
  physicalInfo?: Resolver<Graph.Maybe<ResolversTypes['PhysicalInfo']>, ParentType, ContextType>;
  physicalInfoHistory?: Resolver<ResolversTypes['PhysicalInfoConnection'], ParentType, ContextType, Partial<Graph.UserPhysicalInfoHistoryArgs>>;
  polarUserId?: Resolver<Graph.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  registeredAt?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sessions?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['Session']>>, ParentType, ContextType>;
  weightKg?: Resolver<Graph.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserExtraInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserExtraInfo'] = ResolversParentTypes['UserExtraInfo']> = {
  index?: Resolver<Graph.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  active?: Resolver<Graph.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  createdAt?: Resolver<Graph.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  events?: Resolver<ReadonlyArray<Graph.Maybe<ResolversTypes['DataType']>>, ParentType, ContextType>;
  existsAtAccessLink?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasSigningKey?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  paused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  url?: Resolver<Graph.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookPayload'] = ResolversParentTypes['WebhookPayload']> = {
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['WebhookUserError']>, ParentType, ContextType>;
  webhook?: Resolver<Graph.Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type WebhookUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookUserError'] = ResolversParentTypes['WebhookUserError']> = {
  code?: Resolver<ResolversTypes['WebhookErrorCode'], ParentType, ContextType>;
  field?: Resolver<Graph.Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface YearMonthScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['YearMonth'], any> {
  name: 'YearMonth';
}

export type Resolvers<ContextType = Context> = {
  ActivitySamples?: ActivitySamplesResolvers<ContextType>;
  ActivityZoneChange?: ActivityZoneChangeResolvers<ContextType>;
  ActivityZoneSegment?: ActivityZoneSegmentResolvers<ContextType>;
  Alertness?: AlertnessResolvers<ContextType>;
  AlertnessHour?: AlertnessHourResolvers<ContextType>;
  AvailableNight?: AvailableNightResolvers<ContextType>;
  Biosensing?: BiosensingResolvers<ContextType>;
  BodyTemperaturePeriod?: BodyTemperaturePeriodResolvers<ContextType>;
  BodyTemperatureSample?: BodyTemperatureSampleResolvers<ContextType>;
  Cached?: CachedResolvers<ContextType>;
  CardioLoad?: CardioLoadResolvers<ContextType>;
  CardioLoadLevels?: CardioLoadLevelsResolvers<ContextType>;
  CircadianBedtime?: CircadianBedtimeResolvers<ContextType>;
  CollectPayload?: CollectPayloadResolvers<ContextType>;
  CollectedActivity?: CollectedActivityResolvers<ContextType>;
  CollectedActivityConnection?: CollectedActivityConnectionResolvers<ContextType>;
  CollectedActivityEdge?: CollectedActivityEdgeResolvers<ContextType>;
  CollectedActivityZones?: CollectedActivityZonesResolvers<ContextType>;
  CollectedExercise?: CollectedExerciseResolvers<ContextType>;
  CollectedExerciseConnection?: CollectedExerciseConnectionResolvers<ContextType>;
  CollectedExerciseEdge?: CollectedExerciseEdgeResolvers<ContextType>;
  CollectedSteps?: CollectedStepsResolvers<ContextType>;
  ContinuousHeartRate?: ContinuousHeartRateResolvers<ContextType>;
  DailyActivity?: DailyActivityResolvers<ContextType>;
  DataAvailable?: DataAvailableResolvers<ContextType>;
  DataWindow?: DataWindowResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Day?: DayResolvers<ContextType>;
  DayConnection?: DayConnectionResolvers<ContextType>;
  DayCoverage?: DayCoverageResolvers<ContextType>;
  DayEdge?: DayEdgeResolvers<ContextType>;
  DisconnectPayload?: DisconnectPayloadResolvers<ContextType>;
  Duration?: GraphQLScalarType;
  EcgQualityMeasurement?: EcgQualityMeasurementResolvers<ContextType>;
  EcgSample?: EcgSampleResolvers<ContextType>;
  EcgTest?: EcgTestResolvers<ContextType>;
  EndAllSessionsPayload?: EndAllSessionsPayloadResolvers<ContextType>;
  EndSessionPayload?: EndSessionPayloadResolvers<ContextType>;
  ErasedData?: ErasedDataResolvers<ContextType>;
  Exercise?: ExerciseResolvers<ContextType>;
  ExerciseConnection?: ExerciseConnectionResolvers<ContextType>;
  ExerciseEdge?: ExerciseEdgeResolvers<ContextType>;
  ExerciseFiles?: ExerciseFilesResolvers<ContextType>;
  FileLink?: FileLinkResolvers<ContextType>;
  FitSport?: FitSportResolvers<ContextType>;
  ForgetMePayload?: ForgetMePayloadResolvers<ContextType>;
  HeartRateSample?: HeartRateSampleResolvers<ContextType>;
  HeartRateZone?: HeartRateZoneResolvers<ContextType>;
  HypnogramStage?: HypnogramStageResolvers<ContextType>;
  LocalDateTime?: GraphQLScalarType;
  LocalTimeColumns?: LocalTimeColumnsResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Night?: NightResolvers<ContextType>;
  NightConnection?: NightConnectionResolvers<ContextType>;
  NightEdge?: NightEdgeResolvers<ContextType>;
  NightHeartRateSample?: NightHeartRateSampleResolvers<ContextType>;
  NightlyRecharge?: NightlyRechargeResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  OffsetColumns?: OffsetColumnsResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Partner?: PartnerResolvers<ContextType>;
  PartnerUser?: PartnerUserResolvers<ContextType>;
  PartnerUserConnection?: PartnerUserConnectionResolvers<ContextType>;
  PartnerUserEdge?: PartnerUserEdgeResolvers<ContextType>;
  PhysicalInfo?: PhysicalInfoResolvers<ContextType>;
  PhysicalInfoConnection?: PhysicalInfoConnectionResolvers<ContextType>;
  PhysicalInfoEdge?: PhysicalInfoEdgeResolvers<ContextType>;
  PullNotification?: PullNotificationResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateLimit?: RateLimitResolvers<ContextType>;
  RateShare?: RateShareResolvers<ContextType>;
  RateWindow?: RateWindowResolvers<ContextType>;
  RechargeSample?: RechargeSampleResolvers<ContextType>;
  ResourceCoverage?: ResourceCoverageResolvers<ContextType>;
  Route?: RouteResolvers<ContextType>;
  RouteColumns?: RouteColumnsResolvers<ContextType>;
  RoutePoint?: RoutePointResolvers<ContextType>;
  SamplePoint?: SamplePointResolvers<ContextType>;
  SampleSeries?: SampleSeriesResolvers<ContextType>;
  SeriesStatistics?: SeriesStatisticsResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SkinContactChange?: SkinContactChangeResolvers<ContextType>;
  SkinContactPeriod?: SkinContactPeriodResolvers<ContextType>;
  SkinTemperature?: SkinTemperatureResolvers<ContextType>;
  Spo2Test?: Spo2TestResolvers<ContextType>;
  Sport?: SportResolvers<ContextType>;
  StepBucket?: StepBucketResolvers<ContextType>;
  StepSample?: StepSampleResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TimeColumns?: TimeColumnsResolvers<ContextType>;
  TimeInActivityZone?: TimeInActivityZoneResolvers<ContextType>;
  TrainingLoad?: TrainingLoadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserExtraInfo?: UserExtraInfoResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookPayload?: WebhookPayloadResolvers<ContextType>;
  WebhookUserError?: WebhookUserErrorResolvers<ContextType>;
  YearMonth?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  defer?: DeferDirectiveResolver<any, any, ContextType>;
  stream?: StreamDirectiveResolver<any, any, ContextType>;
};
