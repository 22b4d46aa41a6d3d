// Sleep and Nightly Recharge as JSON.
import type { Recharge } from '../data/recharge.ts';
import type { Sleep } from '../data/sleep.ts';
import { type Dialect, type Json, offsetTime, orPlaceholder, userLink } from './spelling.ts';

/** The user and device of a night. */
export interface DeviceOwner {
  readonly userId: string;
  readonly device: { readonly id: string };
}

/** One night of `/v3/users/sleep`. Missing values: continuity 0 and sleep charge -1 in the live dialect. */
export function sleepJson(sleep: Sleep, owner: DeviceOwner, dialect: Dialect): Json {
  const { night } = sleep;
  const orZero = (key: string, value: number | null): Json => orPlaceholder(key, value, { dialect, placeholder: 0 });
  return {
    polar_user: userLink(owner.userId, dialect, 'www.polaraccesslink'),
    date: night.date,
    sleep_start_time: offsetTime(night.start, night.offsetAtStart),
    sleep_end_time: offsetTime(night.end, night.offsetAtEnd),
    device_id: owner.device.id,
    ...orZero('continuity', sleep.continuity),
    ...orZero('continuity_class', sleep.continuityClass),
    light_sleep: sleep.light,
    deep_sleep: sleep.deep,
    rem_sleep: sleep.rem,
    unrecognized_sleep_stage: sleep.unrecognized,
    sleep_score: sleep.score,
    total_interruption_duration: sleep.shortInterruptions + sleep.longInterruptions,
    ...orPlaceholder('sleep_charge', sleep.charge, { dialect, placeholder: -1 }),
    sleep_goal: sleep.goal,
    sleep_rating: sleep.rating,
    short_interruption_duration: sleep.shortInterruptions,
    long_interruption_duration: sleep.longInterruptions,
    sleep_cycles: sleep.cycles,
    group_duration_score: sleep.durationScore,
    group_solidity_score: sleep.solidityScore,
    group_regeneration_score: sleep.regenerationScore,
    hypnogram: Object.fromEntries(sleep.hypnogram),
    heart_rate_samples: Object.fromEntries(sleep.heartRate),
  };
}

/** One entry of `/v3/users/sleep/available`. */
export function availableSleepJson({ night }: Sleep): Json {
  return {
    date: night.date,
    start_time: offsetTime(night.start, night.offsetAtStart),
    end_time: offsetTime(night.end, night.offsetAtEnd),
  };
}

/** One night of `/v3/users/nightly-recharge`. A missing beat-to-beat average is 0 in the live dialect. */
export function rechargeJson(recharge: Recharge, owner: DeviceOwner, dialect: Dialect): Json {
  return {
    polar_user: userLink(owner.userId, dialect),
    date: recharge.night.date,
    heart_rate_avg: recharge.heartRate,
    ...orPlaceholder('beat_to_beat_avg', recharge.beatToBeat, { dialect, placeholder: 0 }),
    heart_rate_variability_avg: recharge.variability,
    breathing_rate_avg: recharge.breathing,
    nightly_recharge_status: recharge.status,
    ans_charge: recharge.ansCharge,
    ans_charge_status: recharge.ansStatus,
    hrv_samples: Object.fromEntries(recharge.variabilitySamples),
    breathing_samples: Object.fromEntries(recharge.breathingSamples),
  };
}
