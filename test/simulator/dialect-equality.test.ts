import { describe, expect, it } from 'vitest';
import { useSimulator } from './simulator-client.ts';

const { sim, request } = useSimulator();

/** Keys whose 0 means "no value" in the live dialect. */
const ZERO_IS_NOTHING = ['continuity', 'continuity_class', 'beat_to_beat_avg'];
const RANGE = '?from=2026-10-26&to=2026-11-22';

const PATHS = [
  '/v3/users/physical-info',
  '/v3/exercises?samples=true&zones=true&route=true',
  '/v3/users/activities?steps=true&activity_zones=true&inactivity_stamps=true',
  '/v3/users/activities/samples',
  `/v3/users/continuous-heart-rate${RANGE}`,
  `/v3/users/cardio-load/date${RANGE}`,
  '/v3/users/cardio-load/2026-11-20',
  '/v3/users/sleepwise/alertness',
  '/v3/users/sleepwise/circadian-bedtime',
  '/v3/users/biosensing/bodytemperature',
  '/v3/users/biosensing/skintemperature',
  '/v3/users/biosensing/skincontacts',
  '/v3/users/biosensing/ecg',
  '/v3/users/biosensing/spo2',
  '/v3/users/sleep',
  '/v3/users/sleep/available',
  '/v3/users/nightly-recharge',
];

/** The content of a response as a tolerant client decodes it, in either dialect. */
function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => !isPrediction(item)).map(read);
  if (typeof value === 'string') return readText(value);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, inner]) => [key.replaceAll('-', '_'), inner] as const);
  return Object.fromEntries(fields.flatMap(([key, inner]) => readField(key, inner)));
}

function readField(key: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (value === null || value === -1 || (value === 0 && ZERO_IS_NOTHING.includes(key))) return [];
  if (typeof value === 'object' && Object.keys(value).length === 0 && !Array.isArray(value)) return [];
  if (key === 'recording_rate' && value === 0) return [];
  if (key === 'polar_user' && typeof value === 'string') return [[key, value.split('/').at(-1)]];
  if (key === 'sample_type') return [[key, Number(value)]];
  if (key === 'test_time') return [[key, Number(value) > 1e11 ? Number(value) / 1000 : value]];
  if (key === 'inactivity_stamps' && !Array.isArray(value))
    return [[key, read((value as { samples: unknown }).samples)]];
  if (key === 'heart_rate_zones')
    return [[key, (value as unknown[]).map((zone) => read({ ...Object(zone), index: null }))]];
  if (key === 'training_load_pro') return [[key, read({ ...value, date: null })]];
  return [[key, read(value)]];
}

function readText(text: string): unknown {
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return `${text}:00`;
  const [, h = 0, m = 0, s = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text) ?? [];
  return text.startsWith('PT') ? Math.round((Number(h) * 3600 + Number(m) * 60 + Number(s)) * 1000) : text;
}

function isPrediction(value: unknown): boolean {
  return String(Object(value).result_type).endsWith('_PREDICTION');
}

/** A list, with or without an object around it. */
function unwrapped(value: unknown): unknown {
  const { heart_rates: wrapped } = Object(value);
  if (wrapped) return wrapped;
  return Object(value).cardio_load_status ? [value] : value;
}

describe.each(PATHS)('%s', (path) => {
  it('has the same content in both dialects, for every person', async () => {
    for (const person of sim().people.keys()) {
      const live = await request(path, { person, dialect: 'live' });
      const documented = await request(path, { person, dialect: 'documented' });
      expect(live.status).toBe(documented.status);
      if (live.status !== 200) continue;
      expect(read(unwrapped(live.json))).toEqual(read(unwrapped(documented.json)));
    }
  });
});
