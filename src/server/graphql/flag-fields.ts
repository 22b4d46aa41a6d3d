// Which fields of the graph need which flag of a resource, and which need which part of a night.
import { type ResourceTable, resourceTable } from '../../domain/resource-table.ts';
import { DAY_PARTS, type DayPart } from '../../domain/nights/day-parts.ts';
import { NIGHT_PARTS, type NightPart } from '../../domain/nights/night-parts.ts';
import type { ResourceFlags } from '../../loading/context.ts';
import type { Resource } from '../../loading/plan/resource.ts';

/** A schema coordinate (`Type.field`); or several that must all be selected, where more than one field leads to a type. */
type Need = string | readonly string[];

type FlagOf<T> = T extends Resource<infer F> ? F : never;

/** Every flag of every resource that has flags, with the fields that need it. */
type FlagFields = {
  readonly [N in keyof ResourceTable as [FlagOf<ResourceTable[N]>] extends [never] ? never : N]: Readonly<
    Record<FlagOf<ResourceTable[N]>, readonly Need[]>
  >;
};

/** The samples of a day are also reached without its totals, and need no flag then. */
const activityFields = {
  steps: [
    'DailyActivity.stepBuckets',
    ...activitySamples('intervalMs', 'totalSteps', 'steps', 'stepColumns', 'stepStatistics', 'stepBuckets'),
  ],
  activity_zones: activitySamples('zones'),
  inactivity_stamps: activitySamples('inactivityStamps'),
};

export const flagFields: FlagFields = {
  activity: activityFields,
  recentActivities: activityFields,
  exercises: {
    samples: ['Exercise.samples'],
    zones: ['Exercise.heartRateZones'],
    route: ['Exercise.route', 'Route.pointCount', 'Route.points', 'Route.columns'],
  },
};

/**
 * The flag of a resource with which its samples exist at all, for an operation that selects them and nothing of them that
 * needs a flag (`samples { date }`): the one with the fewest values.
 */
const EXISTENCE: Readonly<Record<string, { readonly field: string; readonly flag: string }>> = {
  activity: { field: 'DailyActivity.samples', flag: 'inactivity_stamps' },
  recentActivities: { field: 'DailyActivity.samples', flag: 'inactivity_stamps' },
};

/** Fields of a night that are read from another resource than its sleep. */
const PART_FIELDS: Readonly<Record<string, NightPart>> = {
  'Night.recharge': 'recharge',
  'Night.skinTemperature': 'skinTemperature',
  'Night.alertness': 'alertness',
  'Night.circadianBedtime': 'circadianBedtime',
};

/** Fields below the day of a night that are read by its date. */
const DAY_PART_FIELDS: Readonly<Record<string, DayPart>> = {
  'Day.activity': 'activity',
  'Day.heartRate': 'heartRate',
  'Day.cardioLoad': 'cardioLoad',
  'Day.alertness': 'alertness',
  'Day.circadianBedtime': 'circadianBedtime',
  'Day.exercises': 'exercises',
  'Biosensing.bodyTemperature': 'bodyTemperature',
  'Biosensing.skinTemperature': 'skinTemperature',
  'Biosensing.skinContacts': 'skinContacts',
  'Biosensing.ecgTests': 'ecgTests',
  'Biosensing.spo2Tests': 'spo2Tests',
};

/** Below them lie other days. */
const OTHER_DAYS = ['Day.previous', 'Day.next', 'Exercise.day'];

/** Fields of a night for which nothing needs to be read. */
const FREE_FIELDS = ['Night.id', 'Night.date', 'Night.day', 'Night.__typename'];

/** The flags that an operation needs, by the name of the resource, in the resource's order. */
export function flagsFor(selected: ReadonlySet<string>): ResourceFlags {
  const isSelected = (need: Need) => [need].flat().every((coordinate) => selected.has(coordinate));
  return Object.fromEntries(
    Object.entries<Readonly<Record<string, readonly Need[]>>>(flagFields).map(([table, fields]) => {
      const { name, flags } = resourceTable[table as keyof FlagFields];
      const needed = flags.filter((flag) => fields[flag]?.some(isSelected));
      const existence = EXISTENCE[table];
      const isBare = needed.length === 0 && existence !== undefined && selected.has(existence.field);
      return [name, isBare ? [existence.flag] : needed];
    }),
  );
}

/** The parts of nights that an operation needs: those it selects; the sleep when it selects none but free fields. */
export function nightPartsFor(selected: ReadonlySet<string>): readonly NightPart[] {
  const fields = [...selected].filter((field) => field.startsWith('Night.') && !FREE_FIELDS.includes(field));
  const parts = new Set(fields.map((field) => PART_FIELDS[field] ?? 'sleep'));
  return parts.size === 0 ? ['sleep'] : NIGHT_PARTS.filter((part) => parts.has(part));
}

/** The parts of days that an operation needs of its nights; none where it also selects other days, which would be read for nothing. */
export function nightDayPartsFor(belowNightDay: ReadonlySet<string>): readonly DayPart[] {
  if (OTHER_DAYS.some((field) => belowNightDay.has(field))) return [];
  return DAY_PARTS.filter((part) =>
    Object.entries(DAY_PART_FIELDS).some(([field, name]) => name === part && belowNightDay.has(field)),
  );
}

/** Fields of samples with the fields that lead to them through the totals of their day: from the day, and by a global id. */
function activitySamples(...fields: readonly string[]): Need[] {
  const ways = ['DailyActivity.samples', 'Query.node', 'Query.nodes'];
  return fields.flatMap((field) => ways.map((way) => [way, `ActivitySamples.${field}`]));
}
