// What a field of the graph is in AccessLink's words: the documentation of both, written down a second time.
import type { Wire } from './rest.ts';

/** A field's value from a record. */
type Reading = string | ((record: Wire) => unknown);

export type Table = Readonly<Record<string, Reading>>;

/** The fields of a record by a table. */
export function read(record: Wire, table: Table): Record<string, unknown> {
  const entries = Object.entries(table).map(([field, reading]) => [
    field,
    (typeof reading === 'string' ? record[reading] : reading(record)) ?? null,
  ]);
  return Object.fromEntries(entries);
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const withoutPrefix = (name: string, prefix: string) => (record: Wire) =>
  text(record[name]).replace(prefix, '') || null;

/** Hours, minutes and seconds only. */
const secondsOf = (name: string) => (record: Wire) => {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text(record[name])) ?? [];
  return record[name] === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
};

function statisticsOf(values: readonly number[]): object | null {
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    count: values.length,
    minimum: Math.min(...values),
    maximum: Math.max(...values),
    mean: sum / values.length,
  };
}

/** A heart rate of 0 is a gap: there was no signal. */
const beatsOf = (values: readonly number[]) => statisticsOf(values.filter((value) => value > 0));

const listOf = (value: unknown) => (Array.isArray(value) ? (value as readonly Wire[]) : []);
const numbersOf = (value: unknown) => Object.values((value ?? {}) as Readonly<Record<string, number>>);

export const ACTIVITY: Table = {
  date: ({ start_time }) => text(start_time).slice(0, 10),
  startTime: 'start_time',
  activeDurationSeconds: secondsOf('active_duration'),
  inactiveDurationSeconds: secondsOf('inactive_duration'),
  activityPercent: 'daily_activity',
  energyKcal: 'calories',
  activeEnergyKcal: 'active_calories',
  steps: 'steps',
  inactivityAlertCount: 'inactivity_alert_count',
  distanceMeters: 'distance_from_steps',
};

export const HEART_RATE: Table = {
  date: 'date',
  statistics: ({ heart_rate_samples }) =>
    beatsOf(listOf(heart_rate_samples).map(({ heart_rate }) => Number(heart_rate))),
};

export const CARDIO_LOAD: Table = {
  date: 'date',
  status: withoutPrefix('cardio_load_status', 'LOAD_STATUS_'),
  load: 'cardio_load',
  strain: 'strain',
  tolerance: 'tolerance',
  ratio: 'cardio_load_ratio',
};

/** Without the course of the night: on which side of midnight, and of a change of clocks, a value lies is another test's. */
export const SLEEP: Table = {
  date: 'date',
  startTimeLocal: ({ sleep_start_time }) => text(sleep_start_time).replace(/[+-]\d\d:\d\d$/, ''),
  endTimeLocal: ({ sleep_end_time }) => text(sleep_end_time).replace(/[+-]\d\d:\d\d$/, ''),
  deviceId: 'device_id',
  continuity: 'continuity',
  continuityClassNumber: 'continuity_class',
  lightSleepSeconds: 'light_sleep',
  deepSleepSeconds: 'deep_sleep',
  remSleepSeconds: 'rem_sleep',
  sleepScore: 'sleep_score',
  totalInterruptionSeconds: 'total_interruption_duration',
  sleepCharge: 'sleep_charge',
  sleepGoalSeconds: 'sleep_goal',
  sleepCycles: 'sleep_cycles',
  durationScore: 'group_duration_score',
  solidityScore: 'group_solidity_score',
};

export const RECHARGE: Table = {
  date: 'date',
  averageHeartRate: 'heart_rate_avg',
  averageBeatToBeatMs: 'beat_to_beat_avg',
  averageHeartRateVariabilityMs: 'heart_rate_variability_avg',
  averageBreathingRate: 'breathing_rate_avg',
  statusNumber: 'nightly_recharge_status',
  ansCharge: 'ans_charge',
  heartRateVariabilityStatistics: ({ hrv_samples }) => statisticsOf(numbersOf(hrv_samples)),
};

export const ZONE: Table = {
  lowerLimit: 'lower-limit',
  upperLimit: 'upper-limit',
  inZoneSeconds: secondsOf('in-zone'),
};

export const EXERCISE: Table = {
  polarExerciseId: 'id',
  date: ({ start_time }) => text(start_time).slice(0, 10),
  startTimeLocal: 'start_time',
  utcOffsetMinutes: 'start_time_utc_offset',
  durationSeconds: secondsOf('duration'),
  device: 'device',
  deviceId: 'device_id',
  sportGroup: 'sport',
  energyKcal: 'calories',
  distanceMeters: 'distance',
  averageHeartRate: ({ heart_rate }) => (heart_rate as Wire | undefined)?.['average'],
  maximumHeartRate: ({ heart_rate }) => (heart_rate as Wire | undefined)?.['maximum'],
  fatPercent: 'fat_percentage',
  hasRoute: 'has_route',
  heartRateZones: ({ heart_rate_zones }) => listOf(heart_rate_zones).map((zone) => read(zone, ZONE)),
};

export const ALERTNESS: Table = {
  grade: 'grade',
  gradeValiditySeconds: 'grade_validity_seconds',
  gradeType: withoutPrefix('grade_type', 'GRADE_TYPE_'),
  gradeClassification: withoutPrefix('grade_classification', 'GRADE_CLASSIFICATION_'),
  utcOffsetMinutes: 'sleep_timezone_offset_minutes',
};

export const BEDTIME: Table = {
  quality: withoutPrefix('quality', 'CIRCADIAN_BEDTIME_QUALITY_'),
  utcOffsetMinutes: 'sleep_timezone_offset_minutes',
};

export const BODY_TEMPERATURE: Table = {
  deviceId: 'source_device_id',
  sensorLocation: withoutPrefix('sensor_location', 'SL_'),
  statistics: ({ samples }) =>
    statisticsOf(listOf(samples).map(({ temperature_celsius }) => Number(temperature_celsius))),
};

export const SKIN_TEMPERATURE: Table = {
  sleepDate: 'sleep_date',
  temperatureCelsius: 'sleep_time_skin_temperature_celsius',
  deviationFromBaselineCelsius: 'deviation_from_baseline_celsius',
};

export const SKIN_CONTACT: Table = { deviceId: 'source_device_id' };

export const ECG: Table = {
  deviceId: 'source_device_id',
  utcOffsetMinutes: 'time_zone_offset',
  averageHeartRate: 'average_heart_rate_bpm',
  heartRateVariabilityMs: 'heart_rate_variability_ms',
  rrIntervalMs: 'rri_ms',
};

export const SPO2: Table = {
  deviceId: 'source_device_id',
  utcOffsetMinutes: 'time_zone_offset',
  bloodOxygenPercent: 'blood_oxygen_percent',
  averageQualityPercent: 'spo2_quality_average_percent',
  altitudeMeters: 'altitude_meters',
};

export const PHYSICAL_INFO: Table = {
  weightKg: 'weight',
  heightCm: 'height',
  maximumHeartRate: 'maximum_heart_rate',
  restingHeartRate: 'resting_heart_rate',
  vo2Max: 'vo2_max',
};

export const USER: Table = {
  memberId: 'member-id',
  firstName: 'first-name',
  lastName: 'last-name',
  birthdate: 'birthdate',
  gender: 'gender',
  weightKg: 'weight',
  heightCm: 'height',
};
