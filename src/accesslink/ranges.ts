// Between which numbers a property of AccessLink's lies: what is outside is no value of it.
import { type Kind, type RecordName, scales } from '../generated/accesslink.ts';
import { ZONE_OFFSETS } from './wire-times.ts';

/** The smallest and the largest number. */
export type NumberRange = readonly [smallest: number, largest: number];

const LARGEST_INT = 2_147_483_647;
/** What the `Int` of GraphQL holds. */
const INTEGERS: NumberRange = [-LARGEST_INT - 1, LARGEST_INT];
const COUNTS: NumberRange = [0, LARGEST_INT];
/** Sums and products of such numbers stay finite, and nothing that is measured comes near. */
const NUMBERS: NumberRange = [-1e15, 1e15];
const AMOUNTS: NumberRange = [0, 1e15];
const PERCENT: NumberRange = [0, 100];
/** After 1970, in seconds or in milliseconds, up to the year 9998. */
const UNIX_TIMES: NumberRange = [1, Date.parse('9999-01-01') - 1];

/** By property in any record, spelled with underscores: what its description promises and the schema does not state. */
const byProperty: ReadonlyMap<string, NumberRange> = new Map([
  ...rows(ZONE_OFFSETS, 'start_time_utc_offset sleep_timezone_offset_minutes time_zone_offset'),
  ...rows(UNIX_TIMES, 'test_time'),
  ...rows([-90, 90], 'latitude'),
  ...rows([-180, 180], 'longitude'),
  ...rows([0, 255], 'sample_type'),
  ...rows(PERCENT, 'fat_percentage carbohydrate_percentage protein_percentage'),
  ...rows(PERCENT, 'blood_oxygen_percent spo2_quality_average_percent'),
  ...rows(COUNTS, 'light_sleep deep_sleep rem_sleep unrecognized_sleep_stage sleep_goal sleep_cycles'),
  ...rows(COUNTS, 'total_interruption_duration short_interruption_duration long_interruption_duration'),
  ...rows(COUNTS, 'grade_validity_seconds interval interval_ms recording_rate'),
  ...rows(COUNTS, 'steps total_steps active_steps calories active_calories inactivity_alert_count'),
  ...rows(COUNTS, 'average maximum lower_limit upper_limit heart_rate'),
  ...rows(COUNTS, 'hypnogram heart_rate_samples'),
  ...rows([0, 1000], 'index'),
  ...rows(AMOUNTS, 'hrv_samples breathing_samples daily_activity distance distance_from_steps weight height'),
]);

/** The range of a property of a record: what is documented, else what its kind can hold. */
export function rangeOf(record: RecordName, property: string, kind: Kind): NumberRange {
  const documented: NumberRange | undefined = Reflect.get(scales[record] ?? {}, property);
  const isWhole = kind === 'integer' || (typeof kind === 'object' && 'map' in kind && kind.map === 'integer');
  return documented ?? byProperty.get(property.replaceAll('-', '_')) ?? (isWhole ? INTEGERS : NUMBERS);
}

function rows(range: NumberRange, properties: string): [string, NumberRange][] {
  return properties.split(' ').map((property) => [property, range]);
}
