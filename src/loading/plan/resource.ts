// Descriptors: what the loading machine must know of a resource to read it by date, by id, or alone.
import type { RecordsRequest } from '../../accesslink/client.ts';
import type { IsoDate } from '../../calendar.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import { type PlannedRequest, periodDays } from './plan.ts';
import type { ResourceLimits } from './limits.ts';

/** Flags of a resource and the schema coordinates (`Type.field`) that need each of them. */
export type FlagTable = Readonly<Record<string, readonly Need[]>>;

/** A coordinate; or several that must all be selected, where a type is reached by more than one field. */
export type Need = string | readonly string[];

/** The forms of request that a dated resource has. */
export interface Forms<R extends RecordName> {
  readonly date?: (date: IsoDate, flags: readonly string[]) => RecordsRequest<R>;
  readonly range?: (from: IsoDate, to: IsoDate, flags: readonly string[]) => RecordsRequest<R>;
  readonly recent?: (flags: readonly string[]) => RecordsRequest<R>;
  readonly period?: (days: number) => RecordsRequest<R>;
}

/** A resource whose records belong to days. */
export interface DatedResource<R extends RecordName> {
  readonly name: string;
  readonly limits: ResourceLimits;
  readonly forms: Forms<R>;
  readonly flags: FlagTable;
  /** The day a record belongs to; null when it does not say. */
  readonly dateOf: (record: Records[R]) => IsoDate | null;
  /** Whether a record only says that there is nothing that day. */
  readonly isNothing: (record: Records[R]) => boolean;
}

/** A resource of one list with an id for each record. */
export interface ListedResource<R extends RecordName> {
  readonly name: string;
  /** Records of older days are in the list only when they were uploaded late. */
  readonly maxAgeDays: number;
  readonly list: (flags: readonly string[]) => RecordsRequest<R>;
  readonly one: (id: string, flags: readonly string[]) => RecordsRequest<R>;
  readonly flags: FlagTable;
  readonly idOf: (record: Records[R]) => string | null;
  readonly dateOf: (record: Records[R]) => IsoDate | null;
}

/** A resource that is read whole: one record, or a list that knows no dates. */
export interface SingleResource<R extends RecordName> {
  readonly name: string;
  /** None when left out. */
  readonly flags?: FlagTable;
  readonly read: (flags: readonly string[]) => RecordsRequest<R>;
}

/** The flags that an operation needs, given the coordinates that it selects; in the table's order. */
export function flagsFor(flags: FlagTable, selected: ReadonlySet<string>): string[] {
  const isSelected = (need: Need) => [need].flat().every((coordinate) => selected.has(coordinate));
  return Object.keys(flags).filter((flag) => flags[flag]?.some(isSelected));
}

/** The read that a planned request stands for. */
export function readOf<R extends RecordName>(
  resource: DatedResource<R>,
  request: PlannedRequest,
  flags: readonly string[],
): RecordsRequest<R> {
  const { date, range, recent, period } = resource.forms;
  if (request.form === 'date' && date) return date(request.from, flags);
  if (request.form === 'range' && range) return range(request.from, request.to, flags);
  if (request.form === 'recent' && recent) return recent(flags);
  if (request.form === 'period' && period) return period(periodDays(request));
  throw new Error(`Cannot read ${resource.name}: it has no request of the form ${request.form}`);
}
