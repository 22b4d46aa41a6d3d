// What every resolver is given: who asks, what day it is for them, and the loaders of this operation.
import type { RateLimit } from '../accesslink/rate-limit.ts';
import type { IsoDate } from '../calendar.ts';
import type { RecordName, Records } from '../generated/accesslink.ts';
import type { DayRecords } from '../loading/by-date.ts';
import type { ListedKey, ListedRecords } from '../loading/listed.ts';
import type { Loader } from '../loading/loader.ts';
import type { Today } from '../loading/reach.ts';
import type { Held } from '../loading/session.ts';

/** The person whose token the request carries. */
export interface Viewer {
  /** Part of every global id: the Polar user id, else a digest of the token. Other people's ids have another owner. */
  readonly owner: string;
  /** Null when the request did not say. */
  readonly polarUserId: string | null;
}

/** A file of a training session of the viewer's. */
export interface WantedFile {
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

/** Records of one kind by day. */
export type DayLoader<R extends RecordName> = Loader<IsoDate, Held<DayRecords<R>>>;

/** The loaders of one operation. */
export interface Loaders {
  readonly activity: DayLoader<'ActivitySummaryWithAllSamples'>;
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
  readonly exercises: Loader<ListedKey, ListedRecords<'ExerciseHashId'>>;
  /** The user's own record; rejects when the request did not say which user. */
  readonly user: () => Promise<Held<Records['User'] | null>>;
  readonly physicalInfo: () => Promise<Held<Records['PhysicalInfo'] | null>>;
}

export interface Context {
  /** Who asks. Throws an unauthenticated or a bad-user-input error when the request does not say it well. */
  readonly viewer: () => Viewer;
  readonly loaders: Loaders;
  /** Schema coordinates (`Type.field`) that the operation selects. */
  readonly selected: ReadonlySet<string>;
  readonly today: Today;
  /** Makes a link for the viewer; sends nothing. */
  readonly linkTo: (file: WantedFile) => SignedLink;
  /** The rate windows as AccessLink last told them. */
  readonly rateLimit: () => RateLimit;
}
