// Records as AccessLink sends them, of nobody: the program runs operations on them before it listens.
import { addDays, type IsoDate } from '../calendar.ts';

const DAYS = 28;

/** The body of a response to a path, with records of the 28 days until `today`; null: nothing of that path. */
export function exampleBody(path: string, today: IsoDate): object | null {
  const dates = Array.from({ length: DAYS }, (_, age) => addDays(today, -age));
  if (path.startsWith('/v3/users/sleep')) return { nights: dates.map(night) };
  if (path.startsWith('/v3/users/nightly-recharge')) return { recharges: dates.map(recharge) };
  if (path.startsWith('/v3/users/activities')) return dates.map(activity);
  if (path.startsWith('/v3/users/cardio-load')) return dates.map(cardioLoad);
  return null;
}

function night(date: IsoDate): object {
  return {
    date,
    sleep_start_time: `${addDays(date, -1)}T22:40:00+02:00`,
    sleep_end_time: `${date}T06:40:00+02:00`,
    continuity: 3.1,
    continuity_class: 3,
    light_sleep: 14_400,
    deep_sleep: 5_400,
    rem_sleep: 6_300,
    unrecognized_sleep_stage: 0,
    sleep_score: 80,
    total_interruption_duration: 1_500,
    sleep_charge: 3,
    sleep_goal: 28_800,
    sleep_rating: 3,
    short_interruption_duration: 600,
    long_interruption_duration: 900,
    sleep_cycles: 5,
    group_duration_score: 80,
    group_solidity_score: 80,
    group_regeneration_score: 80,
    hypnogram: { '22:40': 2, '00:10': 3, '02:00': 1, '06:30': 0 },
    heart_rate_samples: { '22:41': 60, '02:00': 50, '06:35': 62 },
  };
}

function recharge(date: IsoDate): object {
  return {
    date,
    heart_rate_avg: 52,
    beat_to_beat_avg: 1_150,
    heart_rate_variability_avg: 48,
    breathing_rate_avg: 14.1,
    nightly_recharge_status: 4,
    ans_charge: 1.2,
    ans_charge_status: 3,
    hrv_samples: { '22:41': 48, '02:00': 50 },
    breathing_samples: { '22:41': 14.1, '02:00': 13.9 },
  };
}

function activity(date: IsoDate): object {
  return {
    start_time: `${date}T00:00`,
    end_time: `${date}T23:59`,
    active_duration: 'PT5H12M',
    inactive_duration: 'PT9H30M',
    daily_activity: 90.5,
    calories: 2_300,
    active_calories: 800,
    steps: 9_000,
    inactivity_alert_count: 1,
    distance_from_steps: 6_800.5,
  };
}

function cardioLoad(date: IsoDate): object {
  return {
    date,
    cardio_load_status: 'MAINTAINING',
    cardio_load: 30,
    strain: 31.5,
    tolerance: 33,
    cardio_load_ratio: 0.95,
    cardio_load_level: { 'very-low': 5, low: 15, medium: 35, high: 60, 'very-high': 90 },
  };
}
