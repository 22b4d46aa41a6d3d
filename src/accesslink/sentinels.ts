// Numbers that stand for "no value" in AccessLink's responses. Decoding turns them into null.
import type { RecordName } from '../generated/accesslink.ts';

type SentinelTest = (value: number) => boolean;

const negative: SentinelTest = (value) => value < 0;
const notPositive: SentinelTest = (value) => value <= 0;

/**
 * Seen in recorded responses: -1 where a load could not be calculated, 0 where a night was not rated or measured, and as the
 * recording rate of beat intervals, which have none.
 */
const sentinels: { readonly [R in RecordName]?: Readonly<Record<string, SentinelTest>> } = {
  CardioLoad: { cardio_load: negative, strain: negative, tolerance: negative, cardio_load_ratio: negative },
  CardioLoadLevels: { very_low: negative, low: negative, medium: negative, high: negative, 'very-high': negative },
  TrainingLoadProSample: { 'cardio-load': negative, 'muscle-load': negative, 'perceived-load': negative },
  Exercise: { 'training-load': negative, 'running-index': notPositive },
  ExerciseHashId: { training_load: negative, 'running-index': notPositive },
  HeartRate: { average: notPositive, maximum: notPositive },
  Sample: { 'recording-rate': notPositive },
  Sleep: {
    continuity: notPositive,
    continuity_class: notPositive,
    sleep_charge: notPositive,
    sleep_score: negative,
    sleep_rating: notPositive,
    group_duration_score: negative,
    group_solidity_score: negative,
    group_regeneration_score: negative,
    heart_rate_samples: notPositive,
  },
  NightlyRecharge: {
    heart_rate_avg: notPositive,
    beat_to_beat_avg: notPositive,
    heart_rate_variability_avg: notPositive,
    breathing_rate_avg: notPositive,
    nightly_recharge_status: notPositive,
    ans_charge_status: notPositive,
    hrv_samples: notPositive,
    breathing_samples: notPositive,
  },
  ContinuousHeartrateHeartRateSamples: { heart_rate: notPositive },
};

/** The value of a property, with null in place of a sentinel; in a map of times, in place of each. */
export function withoutSentinel(record: RecordName, property: string, value: unknown): unknown {
  const isSentinel = sentinels[record]?.[property];
  if (!isSentinel) return value;
  if (Array.isArray(value)) return value.map(([time, reading]) => [time, isSentinel(reading) ? null : reading]);
  return typeof value === 'number' && isSentinel(value) ? null : value;
}
