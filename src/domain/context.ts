// What every resolver receives: the viewer, their today, and the loaders of this operation.
import type { FileType } from '../accesslink/endpoints/files.ts';
import type { PersonShare } from '../accesslink/budget/admission.ts';
import type { RateLimit } from '../accesslink/rate-limit.ts';
import type { IsoDate } from '../calendar.ts';
import type { DataType } from '../generated/graphql.ts';
import type { Calendar } from '../loading/day-clock.ts';
import type { Today } from '../loading/plan/limits.ts';
import type { Reads } from '../loading/reads.ts';
import type { DataWarning } from '../loading/stats.ts';
import type { ResourceFacts } from '../loading/readers/coverage.ts';
import type { Secret } from '../secret.ts';
import type { Erasure } from '../store/contract/erasure.ts';
import type { StoredEvent } from '../store/contract/events.ts';
import type { ImportedItem, ImportKind } from '../store/contract/imports.ts';
import type { ModelCache } from './convert/model-cache.ts';
import type { Loaders } from './loaders.ts';
import type { DayPart } from './nights/day-parts.ts';
import type { NightPart } from './nights/night-parts.ts';
import type { Partner } from './partner/partner.ts';

/** The person whose token the request carries. */
export interface Viewer {
  /** Part of every global id: the Polar user id, or a digest of the token. Ids of other users have another owner. */
  readonly owner: string;
  /** Null when the request did not name one. */
  readonly polarUserId: string | null;
}

/** A file of a training session of the viewer's. */
export interface RequestedFile {
  /** `accesslink`: AccessLink still has it. `imported`: it was imported and is stored here. */
  readonly source: 'accesslink' | 'imported';
  readonly exerciseId: string;
  readonly type: FileType;
  /** File name without its extension; only a proposal. */
  readonly name: string;
}

/** A link that opens a file until it expires. */
export interface SignedLink {
  readonly url: string;
  readonly expiresAt: string;
}

/** The outcome of an import: how many items were stored, and what ended it early. Nothing that was stored is lost. */
export interface ImportResult {
  readonly importedCount: number;
  readonly failure: Error | null;
}

/** The imported items of the viewer, and the way to import more. */
export interface Imports {
  /** Imports what waits in transactions of a kind. Never rejects. */
  collect(kind: ImportKind): Promise<ImportResult>;
  /** All items without their values, in the order of their import. */
  list(kind: ImportKind): Promise<Omit<ImportedItem, 'value'>[]>;
  read(kind: ImportKind, ids: readonly string[]): Promise<ImportedItem[]>;
  newest(kind: ImportKind, limit: number): Promise<ImportedItem[]>;
  /** Stores an item that came without a transaction, in the background. */
  add(kind: ImportKind, item: ImportedItem): void;
}

/** The partner that runs this gateway: authenticated by the client's credentials. Never a viewer. */
export interface PartnerCaller {
  /** The client's id and secret as AccessLink takes them: the value of an Authorization header. */
  readonly authorization: Secret;
}

/** A browser or app in which a person is signed in. Instants are milliseconds since the epoch. */
export interface AccountSession {
  /** Says nothing of its token. */
  readonly id: string;
  readonly kind: 'browser' | 'app';
  readonly createdAt: number;
  /** To the day. */
  readonly lastUsedAt: number;
  readonly expiresAt: number;
  /** Whether the request was sent with it. */
  readonly isCurrent: boolean;
}

/** Where a person is signed in. */
export interface AccountSessions {
  /** Newest first. */
  list(): Promise<AccountSession[]>;
  /** False when the person has no session with this id. */
  end(id: string): Promise<boolean>;
  /** Ends all of them, this one too; how many there were. */
  endAll(): Promise<number>;
}

/** A person who signed in here, also when AccessLink does not accept their token any more. */
export interface Account {
  readonly polarUserId: string;
  readonly sessions: AccountSessions;
  /** Signs the person out everywhere and has their data erased, here and at AccessLink. */
  disconnect(): Promise<DeletionResult>;
}

/** The outcome of an account deletion. */
export interface DeletionResult {
  /** Whether AccessLink has confirmed and everything is erased. */
  readonly isConfirmed: boolean;
  /** What was erased, and what was found afterwards; null: nothing was erased. */
  readonly erasure: Erasure | null;
}

/** One event, as the root value of a subscription's result. */
export interface EventRoot {
  readonly dataAvailable: StoredEvent;
}

/** Events as they come. */
export interface EventStream extends AsyncIterable<EventRoot> {
  /** The id after which the stream began: whoever resumes after it misses none. */
  readonly startId: string;
}

/** Which events are subscribed to. */
export interface EventFilter {
  /** Null: events of all types. */
  readonly types: readonly DataType[] | null;
  /** Events after this id; null: those that come from now on. */
  readonly after: string | null;
}

/** The coverage of days by resource, and since when the user is registered. */
export interface Coverage {
  readonly resources: readonly (ResourceFacts & { readonly afterRegistration: boolean })[];
  /** Null when that is not known. */
  readonly registeredAt: string | null;
}

export interface Context {
  /** The viewer. Throws an unauthenticated or a bad-user-input error when the request has no valid credentials. */
  readonly viewer: () => Viewer;
  /** Null unless the request authenticates as the partner. A viewer is never the partner. */
  readonly partner: () => Partner | null;
  /** Null unless the viewer signed in here. */
  readonly account: () => Account | null;
  /**
   * Erases what is stored of the caller, as far as they have proved who they are; rejects with what AccessLink says of a token
   * that has proved nothing. Null without a caller.
   */
  readonly forget: () => (() => Promise<Erasure>) | null;
  /** Subscribes to the events of the viewer. Throws unauthenticated for a viewer who did not sign in here. */
  readonly subscribe: (filter: EventFilter) => Promise<EventStream>;
  readonly loaders: Loaders;
  /** What the operation finds fresh in memory: noted for whoever remembers what was made of it. */
  readonly reads: Reads;
  /** Models that operations share. */
  readonly models: ModelCache;
  /** Says of which days the operation may read several resources. */
  readonly expectDates: (dates: readonly IsoDate[]) => void;
  /** Counts what of AccessLink's data could not be used. */
  readonly warn: (warning: DataWarning) => void;
  /** The coverage of these days, oldest first; sends nothing. */
  readonly coverage: (dates: readonly IsoDate[]) => Promise<Coverage>;
  /** The parts of nights that the operation needs. */
  readonly nightParts: readonly NightPart[];
  /** What it needs of the days of its nights. */
  readonly nightDayParts: readonly DayPart[];
  readonly today: Today;
  /** The days of the caller: of the time zone that they named, else of the person's last known offset, else of UTC. */
  readonly calendar: () => Promise<Calendar>;
  /** Null unless this server has verified who the viewer is: nothing is imported for others. */
  readonly imports: () => Imports | null;
  /** Makes a link for the viewer; sends nothing. */
  readonly linkTo: (file: RequestedFile) => SignedLink;
  /** The request budget as far as the viewer may see it. */
  readonly rateLimit: () => ViewerBudget;
}

/** The rate windows as AccessLink last stated them, and the viewer's share of the long one; null where not to be seen. */
export interface ViewerBudget extends RateLimit {
  readonly share: PersonShare | null;
}
