import { describe, expect, it } from 'vitest';
import { at, records, useSimulator } from './simulator-client.ts';

const { request } = useSimulator();
const FULL = '/v3/exercises?samples=true&zones=true&route=true';

const numbers = (list: readonly Record<string, unknown>[], key: string): number[] =>
  list.map((item) => Number(item[key]));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

function seconds(duration: unknown): number {
  const [, h = 0, m = 0, s = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(String(duration)) ?? [];
  return Number(h) * 3600 + Number(m) * 60 + Number(s);
}

describe('a day', () => {
  it('has as many steps as its samples, and never two equal ones in a row', async () => {
    for (const day of records((await request('/v3/users/activities?steps=true')).json)) {
      const samples = records(at(day, 'samples', 'steps', 'samples'));
      expect(sum(numbers(samples, 'steps'))).toBe(day['steps']);
      expect(at(day, 'samples', 'steps', 'total_steps')).toBe(day['steps']);
      const times = samples.map((sample) => Date.parse(`${String(sample['timestamp'])}Z`));
      const repeated = samples.filter(
        (sample, index) =>
          sample['steps'] === samples[index - 1]?.['steps'] && times[index] === Number(times[index - 1]) + 60_000,
      );
      expect(repeated).toEqual([]);
    }
  });

  it('adds up: active, inactive and unworn time fill it', async () => {
    for (const day of records((await request('/v3/users/activities?activity_zones=true')).json)) {
      const zones = records(at(day, 'samples', 'activity_zones', 'samples'));
      const begins = zones.map((zone) => Date.parse(`${String(zone['timestamp'])}Z`) / 1000);
      const end = Date.parse(`${String(day['end_time'])}Z`) / 1000 + 1;
      const unworn = sum(
        zones.map(({ zone }, index) => (zone === 'NON_WEAR' ? (begins[index + 1] ?? end) - Number(begins[index]) : 0)),
      );
      expect(unworn).toBeGreaterThan(0);
      const whole = end - Date.parse(`${String(day['start_time'])}Z`) / 1000;
      expect(seconds(day['active_duration']) + seconds(day['inactive_duration']) + unworn).toBe(whole);
    }
  });

  it('counts its inactivity stamps and stays under 30 KB', async () => {
    const flags = 'steps=true&activity_zones=true&inactivity_stamps=true';
    for (const day of records((await request(`/v3/users/activities?${flags}`)).json)) {
      expect(records(at(day, 'samples', 'inactivity_stamps', 'samples'))).toHaveLength(
        Number(day['inactivity_alert_count']),
      );
      expect(JSON.stringify(day).length).toBeLessThan(30_000);
      const heart = await request(`/v3/users/continuous-heart-rate/${String(day['start_time']).slice(0, 10)}`);
      expect(heart.text.length).toBeLessThan(30_000);
    }
  });

  it('has no continuous heart rate during its exercises, and signal lost without the watch', async () => {
    const heartRates = at(
      (await request('/v3/users/continuous-heart-rate?from=2026-11-01&to=2026-11-21')).json,
      'heart_rates',
    );
    const exercises = records((await request('/v3/exercises')).json);
    for (const day of records(heartRates)) {
      const samples = records(day['heart_rate_samples']);
      const during = exercises.filter((exercise) => String(exercise['start_time']).startsWith(String(day['date'])));
      for (const exercise of during) {
        const start = Date.parse(`${String(exercise['start_time'])}Z`);
        const end = start + seconds(exercise['duration']) * 1000;
        const times = samples.map((sample) => Date.parse(`${String(day['date'])}T${String(sample['sample_time'])}Z`));
        expect(times.filter((time) => time >= start && time < end)).toEqual([]);
      }
      expect(numbers(samples, 'heart_rate')).toContain(0);
    }
  });

  it('has the cardio load of its exercises, and strain and tolerance as means of 7 and 28 days', async () => {
    const loads = records((await request('/v3/users/cardio-load/period/days/60')).json);
    const daily = numbers(loads, 'cardio_load');
    for (const [index, load] of loads.entries()) {
      if (index < 27) continue;
      expect(load['strain']).toBeCloseTo(mean(daily.slice(index - 6, index + 1)), 1);
      expect(load['tolerance']).toBeCloseTo(mean(daily.slice(index - 27, index + 1)), 1);
      expect(load['cardio_load_ratio']).toBeCloseTo(Number(load['strain']) / Number(load['tolerance']), 1);
    }
    const exercises = records((await request('/v3/exercises')).json);
    const onDay = exercises.filter((exercise) => String(exercise['start_time']).startsWith('2026-11-19'));
    const total = sum(onDay.map((exercise) => Number(at(exercise, 'training_load_pro', 'cardio-load'))));
    expect(loads.find(({ date }) => date === '2026-11-19')?.['cardio_load']).toBeCloseTo(total, 2);
    expect(new Set(loads.map((load) => load['cardio_load_status'])).size).toBeGreaterThan(2);
  });
});

describe('an exercise', () => {
  it('has zones, series, distance and route that agree with its summary', async () => {
    for (const exercise of records((await request(FULL)).json)) {
      const length = Math.floor(seconds(exercise['duration']));
      expect(sum(records(exercise['heart_rate_zones']).map((zone) => seconds(zone['in_zone'])))).toBe(length);
      const series = new Map(
        records(exercise['samples']).map((one) => [one['sample_type'], String(one['data']).split(',')]),
      );
      expect(series.get(0)).toHaveLength(length);
      const rates = (series.get(0) ?? []).filter((value) => value !== 'null').map(Number);
      expect(at(exercise, 'heart_rate')).toEqual({ average: Math.round(mean(rates)), maximum: Math.max(...rates) });
      expect(Number(series.get(10)?.at(-1))).toBe(exercise['distance'] ?? Number.NaN);
      expect(records(exercise['route']).length > 0).toBe(exercise['has_route']);
      const beats = (series.get(11) ?? []).map((value) => (value === 'null' ? 500 : Number(value)));
      expect(sum(beats) / 1000 / length).toBeCloseTo(1, 2);
    }
  });

  it('is of many kinds in any week, with the series of its sport', async () => {
    const week = records((await request(FULL)).json).filter(
      (exercise) => String(exercise['start_time']) > '2026-11-16',
    );
    const typesOf = (sport: string): unknown[] =>
      records(week.find((exercise) => exercise['detailed_sport_info'] === sport)?.['samples']).map(
        (one) => one['sample_type'],
      );
    expect(typesOf('ROAD_RUNNING')).toEqual([0, 1, 8, 3, 10, 11]);
    expect(typesOf('INDOOR_CYCLING')).toEqual([0, 2, 4, 11]);
    expect(typesOf('STRENGTH_TRAINING')).toEqual([0, 11]);
    expect(typesOf('YOGA')).toEqual([0, 11]);
  });
});

describe('a night', () => {
  it('has stages that fill it and sum to its durations', async () => {
    for (const night of records(at((await request('/v3/users/sleep')).json, 'nights'))) {
      const start = Date.parse(String(night['sleep_start_time']));
      const length = (Date.parse(String(night['sleep_end_time'])) - start) / 1000;
      const clock = Date.parse(`${String(night['sleep_start_time']).slice(0, 19)}Z`) / 1000;
      const stages = Object.entries(Object(night['hypnogram']));
      let before = 0;
      const begins = stages.map(([time], index) => {
        const [h = 0, m = 0] = time.split(':').map(Number);
        const second = ((((h * 60 + m) * 60 - (clock % 86_400)) % 86_400) + 86_400) % 86_400;
        before = index === 0 ? 0 : second;
        return before;
      });
      const total = (...codes: number[]): number =>
        sum(
          stages.map(([, code], index) =>
            codes.includes(Number(code)) ? (begins[index + 1] ?? length) - Number(begins[index]) : 0,
          ),
        );
      expect(begins).toEqual(begins.toSorted((a, b) => a - b));
      expect(total(2, 3)).toBe(night['light_sleep']);
      expect(total(4)).toBe(night['deep_sleep']);
      expect(total(1)).toBe(night['rem_sleep']);
      expect(total(5)).toBe(night['unrecognized_sleep_stage']);
      expect(total(0)).toBe(night['total_interruption_duration']);
      expect(total(0, 1, 2, 3, 4, 5)).toBe(length);
    }
  });

  it('has a lower recharge after a hard run than after an easy day', async () => {
    const recharges = records(at((await request('/v3/users/nightly-recharge')).json, 'recharges'));
    const nights = records(at((await request('/v3/users/sleep')).json, 'nights'));
    const weekday = ({ date }: Record<string, unknown>): number => new Date(`${String(date)}T00:00:00Z`).getUTCDay();
    const average = (list: typeof nights, key: string, days: readonly number[]): number =>
      mean(
        numbers(
          list.filter((record) => days.includes(weekday(record))),
          key,
        ),
      );
    // Hard and long runs are on Wednesdays and Saturdays, strength on Tuesdays and Fridays.
    for (const [list, key] of [
      [recharges, 'ans_charge'],
      [recharges, 'heart_rate_variability_avg'],
      [nights, 'sleep_score'],
    ] as const) {
      expect(average(list, key, [4, 0])).toBeLessThan(average(list, key, [3, 6]));
    }
  });

  it('has consecutive phases of the same stage at times, as real recordings do', async () => {
    const nights = records(at((await request('/v3/users/sleep')).json, 'nights'));
    const isRepeated = nights.map((night) => {
      const stages = Object.values(Object(night['hypnogram']));
      return stages.some((stage, index) => stage === stages[index - 1]);
    });
    expect(new Set(isRepeated)).toEqual(new Set([true, false]));
  });

  it('is asleep in the activity of its day', async () => {
    const { json } = await request('/v3/users/activities/samples/2026-11-20');
    expect(at(json, 'activity_zones', 'samples', 0)).toEqual({ zone: 'SLEEP', timestamp: '2026-11-20T00:00' });
  });
});
