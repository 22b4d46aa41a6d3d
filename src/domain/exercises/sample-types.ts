// AccessLink's numbers for what a series of samples measures.
import type { SampleType } from '../../generated/graphql.ts';

/** What is measured, and in which unit. */
export interface SampleKind {
  /** Null when it is newer than this program. */
  readonly type: SampleType | null;
  readonly unit: string | null;
}

/** By AccessLink's number. */
export const SAMPLE_TYPES: readonly SampleKind[] = [
  { type: 'HEART_RATE', unit: 'bpm' },
  { type: 'SPEED', unit: 'km/h' },
  { type: 'CADENCE', unit: 'rpm' },
  { type: 'ALTITUDE', unit: 'm' },
  { type: 'POWER', unit: 'W' },
  { type: 'POWER_PEDALING_INDEX', unit: '%' },
  { type: 'POWER_LEFT_RIGHT_BALANCE', unit: '%' },
  { type: 'AIR_PRESSURE', unit: 'hPa' },
  { type: 'RUNNING_CADENCE', unit: 'spm' },
  { type: 'TEMPERATURE', unit: '°C' },
  { type: 'DISTANCE', unit: 'm' },
  { type: 'RR_INTERVAL', unit: 'ms' },
];

/** Measurements that are newer than this program. */
export const UNKNOWN_TYPE: SampleKind = { type: null, unit: null };
