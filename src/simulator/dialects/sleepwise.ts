// Alertness and circadian bedtime as JSON; all times are UTC without an offset.
import type { Alertness, Bedtime } from '../data/sleepwise.ts';
import { type Json, naiveTime } from './spelling.ts';

/** One period of `/v3/users/sleepwise/alertness`, the same in both dialects. */
export function alertnessJson(alertness: Alertness): Json {
  const validity = alertness.isPrediction ? 'VALIDITY_ESTIMATE' : 'VALIDITY_VALID';
  return {
    grade: alertness.grade,
    grade_validity_seconds: (alertness.periodEnd - alertness.sleepEnd) / 1000,
    grade_type: 'GRADE_TYPE_PRIMARY',
    grade_classification: alertness.gradeClass,
    validity,
    sleep_inertia: alertness.inertia,
    sleep_type: 'SLEEP_TYPE_PRIMARY',
    result_type: `ALERTNESS_TYPE_${alertness.isPrediction ? 'PREDICTION' : 'HISTORY'}`,
    period_start_time: naiveTime(alertness.sleepStart),
    period_end_time: naiveTime(alertness.periodEnd),
    sleep_period_start_time: naiveTime(alertness.sleepStart),
    sleep_period_end_time: naiveTime(alertness.sleepEnd),
    sleep_timezone_offset_minutes: alertness.offsetMinutes,
    hourly_data: alertness.hours.map(({ start, end, level }) => ({
      validity,
      alertness_level: level,
      start_time: naiveTime(start),
      end_time: naiveTime(end),
    })),
  };
}

/** One period of `/v3/users/sleepwise/circadian-bedtime`, the same in both dialects. */
export function bedtimeJson(bedtime: Bedtime): Json {
  return {
    validity: bedtime.isPrediction ? 'VALIDITY_ESTIMATE' : 'VALIDITY_VALID',
    quality: bedtime.quality,
    result_type: `CIRCADIAN_BEDTIME_TYPE_${bedtime.isPrediction ? 'PREDICTION' : 'HISTORY'}`,
    period_start_time: naiveTime(bedtime.start),
    period_end_time: naiveTime(bedtime.end),
    preferred_sleep_period_start_time: naiveTime(bedtime.start),
    preferred_sleep_period_end_time: naiveTime(bedtime.end),
    sleep_gate_start_time: naiveTime(bedtime.gateStart),
    sleep_gate_end_time: naiveTime(bedtime.gateEnd),
    sleep_timezone_offset_minutes: bedtime.offsetMinutes,
  };
}
