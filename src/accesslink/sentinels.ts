// Numbers that stand for "no value" in AccessLink's responses. Decoding turns them into null.
import type { RecordName } from '../generated/accesslink.ts';

/** Whether a number stands for "no value". */
export type SentinelTest = (value: number) => boolean;

const negative: SentinelTest = (value) => value < 0;
const notPositive: SentinelTest = (value) => value <= 0;

/** The sizes and limits of a body: nobody alive has 0 of them. */
const BODY = { weight: notPositive, height: notPositive };
const HEART = {
  maximum_heart_rate: notPositive,
  resting_heart_rate: notPositive,
  aerobic_threshold: notPositive,
  anaerobic_threshold: notPositive,
  vo2_max: notPositive,
};

/**
 * Seen in recorded responses: -1 where a load could not be calculated, 0 where a night was not rated or measured, and as the
 * recording rate of beat intervals, which have none. A pulse of 0, and what is computed from one, is "no signal".
 */
const sentinels: { readonly [R in RecordName]?: Readonly<Record<string, SentinelTest>> } = {
  CardioLoad: { cardio_load: negative, strain: negative, tolerance: negative, cardio_load_ratio: negative },
  CardioLoadLevels: { very_low: negative, low: negative, medium: negative, high: negative, very_high: negative },
  TrainingLoadProSample: { cardio_load: negative, muscle_load: negative, perceived_load: negative },
  Exercise: { training_load: negative, running_index: notPositive },
  ExerciseHashId: { training_load: negative, running_index: notPositive },
  HeartRate: { average: notPositive, maximum: notPositive },
  Sample: { recording_rate: notPositive },
  Sleep: {
    continuity: notPositive,
    continuity_class: notPositive,
    sleep_charge: notPositive,
    sleep_score: notPositive,
    sleep_rating: notPositive,
    group_duration_score: notPositive,
    group_solidity_score: notPositive,
    group_regeneration_score: notPositive,
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
  EcgTestResult: { average_heart_rate_bpm: notPositive, rri_ms: notPositive },
  Spo2TestResult: { blood_oxygen_percent: notPositive, average_heart_rate_bpm: notPositive },
  User: BODY,
  PhysicalInfo: { ...BODY, ...HEART },
  PhysicalInformation: { ...BODY, ...HEART },
};

/** The test for the sentinels of a property, in a map of times of each number; undefined when it has none. */
export function sentinelOf(record: RecordName, property: string): SentinelTest | undefined {
  return sentinels[record]?.[property.replaceAll('-', '_')];
}
