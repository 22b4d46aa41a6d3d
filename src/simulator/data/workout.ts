// A workout: planned, or added while the simulator runs.
import type { IsoDate } from '../../calendar.ts';

export const WORKOUT_KINDS = [
  'easy-run',
  'hard-run',
  'long-run',
  'strength',
  'indoor-cycling',
  'yoga',
  'walk',
] as const;

/** A kind of workout. */
export type WorkoutKind = (typeof WORKOUT_KINDS)[number];

/** A workout. */
export interface Workout {
  readonly date: IsoDate;
  readonly index: number;
  readonly kind: WorkoutKind;
  /** Seconds from local midnight. */
  readonly start: number;
  /** Length in milliseconds. */
  readonly milliseconds: number;
  /** Mean share of the heart rate reserve, 0 to 1. */
  readonly intensity: number;
  /** Cardio load (training impulse, no unit), two decimals. */
  readonly load: number;
  /** Epoch milliseconds; only of an added workout. */
  readonly uploadedAt?: number;
}
