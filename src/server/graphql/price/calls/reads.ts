// What an operation may read, in stages, and how many calls that takes: a stage is what is asked for at one time.
import { addDays, type IsoDate } from '../../../../calendar.ts';
import { resourceTable, type ResourceTable } from '../../../../domain/resource-table.ts';
import type { DayOf } from '../../../../loading/day-clock.ts';
import { availabilityOf, type ResourceLimits, type Today } from '../../../../loading/plan/limits.ts';
import { type PlannedRequest, planRequests } from '../../../../loading/plan/plan.ts';
import { mostSearches } from '../../../../loading/plan/search-bound.ts';
import { daysAround, requiredUtcDates } from '../../../../loading/readers/local-days.ts';

/** A resource of the table, by the name of its loader. */
export type LoaderName = keyof ResourceTable;

/** Dates, of which an operation may need only so many. */
export interface SomeDates {
  readonly dates: readonly IsoDate[];
  readonly most: number;
}

/** With this a lookup begins that is for one exercise. */
export const ID_LOOKUP = 'id ';

/** What is asked for at one time, or, when it is not single, by and by as other replies come. */
export interface ReadStage {
  readonly isSingle: boolean;
  readonly earlier: readonly ReadStage[];
  readonly dated: Map<LoaderName, SomeDates[]>;
  /** Lookups in the list of exercises, as texts. */
  readonly lookups: Set<string>;
}

/** The days of an operation, and what its price supposes. */
export interface Supposing {
  readonly today: Today;
  /** The clock of the time zone that the request names; null when it names none. */
  readonly named: DayOf | null;
  /** That everything exists that is asked for, and AccessLink refuses nothing. */
  readonly isOrdinary: boolean;
}

/** The stage after others, of which all are over. A field of an item of a list comes when the item has come. */
export function stageAfter(stages: readonly ReadStage[], isSingle: boolean): ReadStage {
  const earlier = [...new Set(stages.flatMap((stage) => [...stage.earlier, stage]))];
  return { isSingle, earlier, dated: new Map(), lookups: new Set() };
}

/** Asks for dates of a resource. */
export function readDates({ dated }: ReadStage, name: LoaderName, some: SomeDates): void {
  dated.set(name, [...(dated.get(name) ?? []), some]);
}

/**
 * Whether the records of all these dates come at one time: with the batch of the first stage, or with one batch that an earlier
 * stage asked for. Otherwise some are there already, and others come later.
 */
export function comeAtOnce(stage: ReadStage, names: readonly LoaderName[], { dates }: SomeDates): boolean {
  const hasAll = (one: ReadStage, name: LoaderName) => {
    const known = new Set((one.dated.get(name) ?? []).filter(isWhole).flatMap(datesIn));
    return dates.every((date) => known.has(date));
  };
  const isFirst = stage.earlier.length === 0;
  return (
    stage.isSingle && (isFirst || names.every((name) => stage.earlier.some((one) => one.isSingle && hasAll(one, name))))
  );
}

/** The most calls of a stage, without those that were asked for earlier. */
export function callsOf(stage: ReadStage, supposing: Supposing): number {
  const ofDates = [...stage.dated].map(([name, some]) => callsForDates(stage, { name, some }, supposing));
  return ofDates.reduce((sum, calls) => sum + calls, 0) + callsForLookups(stage, supposing);
}

interface DateReads {
  readonly name: LoaderName;
  readonly some: readonly SomeDates[];
}

/** What a stage has of a resource beyond what was asked for earlier: loaders read a date once. */
function callsForDates(stage: ReadStage, { name, some }: DateReads, supposing: Supposing): number {
  const resource = resourceTable[name];
  if (resource.kind !== 'dated') return 0;
  const { limits } = resource;
  const { today, isOrdinary } = supposing;
  const known = new Set(stage.earlier.flatMap((one) => (one.dated.get(name) ?? []).filter(isWhole).flatMap(datesIn)));
  const hasUtcTimes = 'startOf' in resource;
  const missing = (of: readonly SomeDates[]) => {
    const dates = [...new Set(of.flatMap(datesIn)).difference(known)];
    return hasUtcTimes ? requiredOf(dates, supposing) : dates.filter((date) => isAvailable(limits, date, today));
  };
  const [whole, capped] = [some.filter(isWhole), some.filter((one) => !isWhole(one))];
  const caps = capped.reduce((sum, { most }) => sum + most, 0);
  const planned = (dates: readonly IsoDate[]) => planRequests(limits, dates, today);
  const needed = (of: readonly SomeDates[]) => (stage.isSingle ? planned(missing(of)) : missing(of)).length;
  const calls = Math.min(needed(some), needed(whole) + caps);
  if (isOrdinary) return calls;
  const neighbours = hasUtcTimes ? missing(some).flatMap((date) => daysAround(date, today)) : [];
  const isExact = stage.isSingle && capped.length === 0;
  const searches = isExact
    ? Math.max(...[missing(some), [...new Set(neighbours)]].map((dates) => mostSearches(planned(dates), today)))
    : calls * widestSearch(limits, today);
  return calls + searches + ('correct' in resource ? mostCorrections(calls + searches, supposing) : 0);
}

/** Each reply may need records of another resource to be mended. */
function mostCorrections(replies: number, { today }: Supposing): number {
  return replies * (1 + widestSearch(resourceTable.alertness.limits, today));
}

function requiredOf(dates: readonly IsoDate[], { named, today }: Supposing): IsoDate[] {
  return [...new Set(dates.flatMap((date) => requiredUtcDates(date, named, today)))];
}

function isAvailable(limits: ResourceLimits, date: IsoDate, today: Today): boolean {
  return availabilityOf(limits, date, today) === 'available';
}

/** The most requests of a search, whichever dates are requested at one time. */
function widestSearch({ maxRangeDays, maxPeriodDays, aheadDays }: ResourceLimits, today: Today): number {
  const rangeTo = (days: number, to: IsoDate): PlannedRequest => ({ form: 'range', from: addDays(to, 1 - days), to });
  const ends = Array.from({ length: aheadDays + 3 }, (_, index) => addDays(today.utc, index));
  const ranges = maxRangeDays === null ? [] : ends.map((to) => rangeTo(maxRangeDays, to));
  const period: PlannedRequest[] =
    maxPeriodDays === null ? [] : [{ ...rangeTo(maxPeriodDays, today.utc), form: 'period' }];
  const past = maxRangeDays === null ? [] : [rangeTo(maxRangeDays, addDays(today.utc, -1))];
  return (
    Math.max(0, ...[...ranges, ...period].map((request) => mostSearches([request], today))) + mostSearches(past, today)
  );
}

function isWhole({ dates, most }: SomeDates): boolean {
  return most >= dates.length;
}

function datesIn({ dates }: SomeDates): readonly IsoDate[] {
  return dates;
}

/** One call by id for a single exercise, the list for everything else. A list that came answers every later lookup. */
function callsForLookups({ lookups, earlier, isSingle }: ReadStage, { isOrdinary }: Supposing): number {
  const before = earlier.flatMap((one) => [...one.lookups]);
  const fresh = lookups.difference(new Set(before)).size;
  const isListed = earlier.some(
    (one) => one.lookups.size > 1 || [...one.lookups].some((lookup) => !lookup.startsWith(ID_LOOKUP)),
  );
  if (isOrdinary && isListed) return 0;
  return isSingle ? Math.min(1, fresh) : fresh;
}
