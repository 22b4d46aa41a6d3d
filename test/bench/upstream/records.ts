// The records of the stand-in upstream: plausible values of any date, in AccessLink's words, the same for everybody.
import { daysBetween, type IsoDate, isoDate } from '../../../src/calendar.ts';

const dayNumber = (date: IsoDate) => daysBetween(isoDate('2020-01-01'), date);

/** Records as JSON, by date. */
export interface Records {
  readonly activity: (date: IsoDate) => string;
  readonly cardioLoad: (date: IsoDate) => string;
  readonly sleep: (date: IsoDate) => string;
  readonly recharge: (date: IsoDate) => string;
  /** A sample about every `86,400 / samples` seconds. */
  readonly heartRate: (date: IsoDate, samples: number) => string;
  readonly exercise: (date: IsoDate) => string;
}

/** Summaries only: without the samples of a night, which AccessLink sends with it. */
export const records: Records = {
  activity: (date) => {
    const value = valuesOf(date);
    const steps = value(2_000, 18_000);
    return JSON.stringify({
      start_time: `${date}T00:00`,
      end_time: `${date}T23:59:59`,
      active_duration: `PT${value(1, 5)}H${value(1, 59)}M`,
      inactive_duration: `PT${value(14, 20)}H${value(1, 59)}M`,
      daily_activity: value(300, 2_000) / 10,
      calories: value(1_800, 3_400),
      active_calories: value(300, 1_500),
      steps,
      inactivity_alert_count: value(0, 9),
      distance_from_steps: Math.round(steps * 74) / 100,
    });
  },
  cardioLoad: (date) => {
    const value = valuesOf(date);
    return JSON.stringify({
      date,
      cardio_load_status: 'PRODUCTIVE',
      cardio_load: value(1_000, 20_000) / 100,
      strain: value(5_000, 10_000) / 100,
      tolerance: value(5_000, 10_000) / 100,
      cardio_load_ratio: value(80, 130) / 100,
      cardio_load_level: { very_low: 22.8, low: 45.59, medium: 75.99, high: 113.98, very_high: 167.18 },
    });
  },
  sleep: (date) => JSON.stringify({ ...sleepOn(date), polar_user: 'https://www.polaraccesslink/v3/users/1' }),
  recharge: (date) => {
    const value = valuesOf(date);
    return JSON.stringify({
      polar_user: 'https://www.polaraccesslink.com/v3/users/1',
      date,
      heart_rate_avg: value(48, 70),
      beat_to_beat_avg: value(800, 1_200),
      heart_rate_variability_avg: value(20, 90),
      breathing_rate_avg: value(120, 180) / 10,
      nightly_recharge_status: value(1, 6),
      ans_charge: value(-100, 100) / 10,
      ans_charge_status: value(1, 5),
    });
  },
  heartRate: (date, samples) => {
    const value = valuesOf(date);
    const interval = 86_400 / samples;
    // As a device sends them: a rate changes little from one sample to the next, and no sample comes to the second.
    let rate = value(50, 70);
    const list = Array.from({ length: samples }, (_, index) => {
      rate = Math.min(150, Math.max(42, rate + value(-4, 4)));
      const seconds = Math.floor((index + 0.5) * interval) + (interval < 8 ? 0 : value(-3, 3));
      return { heart_rate: rate, sample_time: clockTime(seconds) };
    });
    return JSON.stringify({ polar_user: 'https://polaraccesslink.com/v3/users/1', date, heart_rate_samples: list });
  },
  exercise: (date) =>
    JSON.stringify({
      id: `x${dayNumber(date)}`,
      upload_time: `${date}T19:00:00.000Z`,
      device: 'Polar Vantage V3',
      device_id: 'A1B2C301',
      start_time: `${date}T17:05:20`,
      start_time_utc_offset: 120,
      duration: 'PT2781.228S',
      calories: valuesOf(date)(200, 900),
      distance: valuesOf(date)(3_000, 12_000),
      heart_rate: { average: 131, maximum: 168 },
      sport: 'RUNNING',
      has_route: false,
      detailed_sport_info: 'RUNNING',
    }),
};

function sleepOn(date: IsoDate) {
  const value = valuesOf(date);
  return {
    date,
    sleep_start_time: `${date}T00:${value(10, 59)}:07+02:00`,
    sleep_end_time: `${date}T07:${value(10, 59)}:37+02:00`,
    device_id: 'A1B2C301',
    continuity: value(10, 50) / 10,
    continuity_class: value(1, 5),
    light_sleep: value(9_000, 18_000),
    deep_sleep: value(2_000, 6_000),
    rem_sleep: value(3_000, 8_000),
    unrecognized_sleep_stage: 0,
    sleep_score: value(40, 100),
    total_interruption_duration: value(200, 2_000),
    sleep_charge: value(1, 5),
    sleep_goal: 28_800,
    sleep_rating: value(0, 5),
    short_interruption_duration: value(100, 600),
    long_interruption_duration: value(100, 1_400),
    sleep_cycles: value(3, 7),
    group_duration_score: value(500, 1_000) / 10,
    group_solidity_score: value(500, 1_000) / 10,
    group_regeneration_score: value(500, 1_000) / 10,
  };
}

/** Whole numbers from `low` to `high` that look like chance, the same for the same date. */
function valuesOf(date: IsoDate): (low: number, high: number) => number {
  let state = dayNumber(date) * 2_654_435_761;
  return (low, high) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return low + ((state >>> 8) % (high - low + 1));
  };
}

function clockTime(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
