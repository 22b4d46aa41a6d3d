// What every resolver is given: who asks, what day it is for them, and the loaders of this operation.
import type { RateLimit } from '../accesslink/rate-limit.ts';
import type { IsoDate } from '../calendar.ts';
import type { RecordName, Records } from '../generated/accesslink.ts';
import type { DayRecords } from '../loading/readers/date-reader.ts';
import type { ResourceFacts } from '../loading/readers/coverage.ts';
import type { ListLookup, ListRecords } from '../loading/readers/list-reader.ts';
import type { Loader } from '../loading/readers/loader.ts';
import type { CachedRecords } from '../loading/cache/record-cache.ts';
import type { Today } from '../loading/plan/limits.ts';
import type { CachedValue } from '../loading/context.ts';
import type { ImportedItem, ImportKind } from '../store/contract/deliveries.ts';
import type { Secret } from '../secret.ts';
import type { StoredEvent } from '../store/contract/deliveries.ts';
import type { DataType } from '../generated/graphql.ts';
import type { Partner } from './partner/partner.ts';

/** The person whose token the request carries. */
export interface Viewer {
  /** Part of every global id: the Polar user id, else a digest of the token. Other people's ids have another owner. */
  readonly owner: string;
  /** Null when the request did not say. */
  readonly polarUserId: string | null;
}

/** A file of a training session of the viewer's. */
export interface RequestedFile {
  /** `session`: AccessLink still has it. `collected`: it is kept here. */
  readonly source: 'session' | 'collected';
  readonly exerciseId: string;
  readonly type: 'fit' | 'tcx' | 'gpx';
  /** What to call it, without what tells its type; only a proposal. */
  readonly name: string;
}

/** An address that opens a file for a while. */
export interface SignedLink {
  readonly url: string;
  readonly expiresAt: string;
}

/** What became of collecting: how many items were kept, and what ended it early. Nothing that was kept is lost. */
export interface ImportResult {
  readonly importedCount: number;
  readonly failure: Error | null;
}

/** What was collected of the viewer, and the way to collect more. */
export interface Imports {
  collect(kind: ImportKind): Promise<ImportResult>;
  /** What there is, without the values, in the order of its collection. */
  list(kind: ImportKind): Promise<Omit<ImportedItem, 'value'>[]>;
  read(kind: ImportKind, ids: readonly string[]): Promise<ImportedItem[]>;
  newest(kind: ImportKind, limit: number): Promise<ImportedItem[]>;
  /** Keeps what came without a transaction; nobody waits for it. */
  add(kind: ImportKind, item: ImportedItem): void;
}

/** The partner that runs this gateway: whoever proves to hold the client's credential. Never a viewer. */
export interface PartnerCaller {
  /** The client's id and secret as AccessLink takes them: the value of an Authorization header. */
  readonly authorization: Secret;
}

/** A person who signed in here, also when AccessLink does not accept their token any more. */
export interface Account {
  readonly polarUserId: string;
  /** Signs the person out everywhere and has them forgotten, here and at AccessLink. */
  disconnect(): Promise<DeletionResult>;
}

/** What became of a wish to be forgotten. */
export interface DeletionResult {
  /** Whether AccessLink has confirmed and everything is erased. */
  readonly isConfirmed: boolean;
}

/** Records of one kind by day. */
export type DayLoader<R extends RecordName> = Loader<IsoDate, CachedValue<DayRecords<R>>>;

/** The kind of record in each list without dates. */
export interface RecentRecords {
  readonly activities: 'ActivitySummaryWithAllSamples';
  readonly activitySamples: 'ActivityDayWithSamples';
  readonly cardioLoads: 'CardioLoad';
  readonly alertnessPeriods: 'Alertness';
  readonly circadianBedtimes: 'CircadianBedtime';
  readonly availableNights: 'AvailableSleep';
}

/** The loaders of one operation. */
export interface Loaders {
  readonly activity: DayLoader<'ActivitySummaryWithAllSamples'>;
  readonly activitySamples: DayLoader<'ActivityDayWithSamples'>;
  readonly heartRate: DayLoader<'ContinuousHeartrate'>;
  readonly cardioLoad: DayLoader<'CardioLoad'>;
  readonly sleep: DayLoader<'Sleep'>;
  readonly recharge: DayLoader<'NightlyRecharge'>;
  readonly alertness: DayLoader<'Alertness'>;
  readonly circadianBedtime: DayLoader<'CircadianBedtime'>;
  readonly bodyTemperature: DayLoader<'BodyTemperaturePeriod'>;
  readonly skinTemperature: DayLoader<'SkinTemperature'>;
  readonly skinContacts: DayLoader<'SkinContactPeriod'>;
  readonly ecgTests: DayLoader<'EcgTestResult'>;
  readonly spo2Tests: DayLoader<'Spo2TestResult'>;
  readonly exercises: Loader<ListLookup, ListRecords<'ExerciseHashId'>>;
  /** The user's own record; rejects when the request did not say which user. */
  readonly user: () => Promise<CachedValue<Records['User'] | null>>;
  readonly physicalInfo: () => Promise<CachedValue<Records['PhysicalInfo'] | null>>;
  /** A list that AccessLink keeps without dates, by name. */
  readonly recent: <N extends keyof RecentRecords>(name: N) => Promise<CachedRecords<RecentRecords[N]>>;
  /** What is known of these days, oldest first; sends nothing. */
  readonly coverage: (dates: readonly IsoDate[]) => Promise<Coverage>;
  /** Cardio loads of the last 1 to 6 months. */
  readonly recentCardioLoads: (months: number) => Promise<CachedRecords<'CardioLoad'>>;
}

/** One piece of news, as the root of what is answered. */
export interface EventRoot {
  readonly dataAvailable: StoredEvent;
}

/** Which news are followed. */
export interface EventFilter {
  /** Null: of all types. */
  readonly types: readonly DataType[] | null;
  /** Those behind this id; null: those that come from now on. */
  readonly after: string | null;
}

/** What is known of days, resource by resource, and since when the user is registered. */
export interface Coverage {
  readonly resources: readonly ResourceFacts[];
  /** Null when that is not remembered. */
  readonly registeredAt: string | null;
}

export interface Context {
  /** Who asks. Throws an unauthenticated or a bad-user-input error when the request does not say it well. */
  readonly viewer: () => Viewer;
  /** Null unless the request proves to be the partner's. Somebody who is a viewer is never a partner. */
  readonly partner: () => Partner | null;
  /** Null unless the viewer signed in here. */
  readonly account: Account | null;
  /** Follows the news of the viewer. Throws unauthenticated for whoever did not sign in here. */
  readonly subscribe: (wanted: EventFilter) => Promise<AsyncIterable<EventRoot>>;
  readonly loaders: Loaders;
  /** Schema coordinates (`Type.field`) that the operation selects. */
  readonly selected: ReadonlySet<string>;
  readonly today: Today;
  /** Null unless this server itself knows who the viewer is: others are kept nothing of. */
  readonly imports: Imports | null;
  /** Makes a link for the viewer; sends nothing. */
  readonly linkTo: (file: RequestedFile) => SignedLink;
  /** The rate windows as AccessLink last told them. */
  readonly rateLimit: () => RateLimit;
}
