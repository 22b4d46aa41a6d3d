// Descriptors: what loading needs of a resource to read it by date, from a list, or by key.
import type { RecordsRequest } from '../../accesslink/client.ts';
import type { ObservedOffset } from '../../accesslink/record-offsets.ts';
import type { EventType } from '../../accesslink/webhook-event.ts';
import type { IsoDate } from '../../calendar.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import type { RecordKey } from '../cache/keys.ts';
import type { ResourceLimits } from './limits.ts';
import { type PlannedRequest, periodDays } from './plan.ts';

/** What every resource has. */
export interface Resource<F extends string = string> {
  /** Unique; in messages, in the store, and (in capitals) in the graph. */
  readonly name: string;
  /** Query flags that ask for more than the summary. */
  readonly flags: readonly F[];
  /** Events of the webhook after which its records are read again at once. */
  readonly refreshedBy: readonly EventType[];
  /** Events after which its records are invalidated, and read again when they are requested. */
  readonly invalidatedBy: readonly EventType[];
}

/** The limits that AccessLink documents, in days; null where it documents none. */
export interface DocumentedWindow {
  readonly maxAgeDays: number | null;
  readonly maxRangeDays: number | null;
  /** Days in the reply to a request without dates. */
  readonly recentDays: number | null;
  /** What the age counts from: the day of the data, or its upload to Polar. */
  readonly basis: 'date' | 'upload' | null;
  readonly afterRegistration: boolean;
}

/** The forms of request that a dated resource has. */
export interface RequestForms<R extends RecordName, F extends string = string> {
  date?(date: IsoDate, flags: readonly F[]): RecordsRequest<R>;
  range?(from: IsoDate, to: IsoDate, flags: readonly F[]): RecordsRequest<R>;
  recent?(flags: readonly F[]): RecordsRequest<R>;
  period?(days: number): RecordsRequest<R>;
}

/** A resource whose records belong to days. */
export interface DatedResource<R extends RecordName, F extends string = string> extends Resource<F> {
  readonly kind: 'dated';
  readonly limits: ResourceLimits;
  /** Null: a part of another resource, with its window. */
  readonly documented: DocumentedWindow | null;
  readonly forms: RequestForms<R, F>;
  /** The day a record belongs to; null when it has none. */
  dateOf(record: Records[R]): IsoDate | null;
  /** By which clock the person lived; for records that show it. */
  offsetOf?(this: void, record: Records[R]): ObservedOffset | null;
  /** Whether a record is empty: AccessLink's way to say that the day has no data. */
  isNothing(record: Records[R]): boolean;
  /**
   * The start of a record in milliseconds since the epoch, for records with UTC times alone: they are requested and cached by
   * UTC days, and lie on the days of the person. Null when a record has no time.
   */
  startOf?(this: void, record: Records[R]): number | null;
  /** Mends records by those of another resource, before their days are determined. Never rejects. */
  correct?(records: readonly Records[R][], correction: Correction): Promise<readonly Records[R][]>;
}

/** A dated resource whose records have UTC times alone. */
export type UtcDatedResource<R extends RecordName> = DatedResource<R> & Required<Pick<DatedResource<R>, 'startOf'>>;

/** What records may be mended by. */
export interface Correction {
  /** The days that the records were requested for. */
  readonly dates: readonly IsoDate[];
  /** Reads another resource: cached, in flight, or requested. What cannot be read is left out. */
  readonly read: <Q extends RecordName>(
    resource: DatedResource<Q>,
    dates: readonly IsoDate[],
  ) => Promise<readonly Records[Q][]>;
}

/** A resource of one list with an id for each record. */
export interface ListedResource<R extends RecordName, F extends string = string> extends Resource<F> {
  readonly kind: 'listed';
  /** Records of older days are in the list only when they were uploaded late. */
  readonly maxAgeDays: number;
  /** How old the day of a record may be that is uploaded late: a device keeps it no longer. */
  readonly latestUploadDays: number;
  readonly documented: DocumentedWindow;
  list(flags: readonly F[]): RecordsRequest<R>;
  one(id: string, flags: readonly F[]): RecordsRequest<R>;
  idOf(record: Records[R]): string | null;
  dateOf(record: Records[R]): IsoDate | null;
  /** When a record was uploaded, which its list is in order of, in milliseconds since the epoch. */
  uploadOf(record: Records[R]): number | null;
  /** By which clock the person lived; for records that show it. */
  offsetOf?(this: void, record: Records[R]): ObservedOffset | null;
}

/** The input for the request of a keyed resource. */
export interface KeyedRead<F extends string = string> {
  readonly key: RecordKey;
  readonly flags: readonly F[];
  /** The user of the records; null when the request did not name one. */
  readonly polarUserId: string | null;
}

/** A resource that is read whole under a key: one record, or a list without dates. */
export interface KeyedResource<R extends RecordName, F extends string = string> extends Resource<F> {
  readonly kind: 'keyed';
  /** Where the same records are read by day. */
  readonly byDay?: DatedResource<R, F>;
  /** May throw when the request cannot be made. */
  read(request: KeyedRead<F>): RecordsRequest<R>;
}

/** The read that a planned request stands for, which knows the day of each record. Throws when the resource has no such form. */
export function readOf<R extends RecordName>(
  { name, forms, dateOf }: Pick<DatedResource<R>, 'name' | 'forms' | 'dateOf'>,
  request: PlannedRequest,
  flags: readonly string[],
): RecordsRequest<R> {
  const reads = {
    date: () => forms.date?.(request.from, flags),
    range: () => forms.range?.(request.from, request.to, flags),
    recent: () => forms.recent?.(flags),
    period: () => forms.period?.(periodDays(request)),
  };
  const read = reads[request.form]();
  if (read) return { ...read, dateOf: request.form === 'date' ? () => request.from : dateOf };
  throw new Error(`Cannot read ${name}: it has no request of the form ${request.form}`);
}
