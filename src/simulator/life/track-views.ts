// What is derived from a recorded track: heart rate figures and zones, beats, the route.
import { createRandom } from '../random.ts';
import type { Resident } from './resident.ts';
import { type Track, trackOf } from './track.ts';
import type { Workout } from './workout.ts';

export interface HeartRateZone {
  /** Beats per minute. */
  readonly lower: number;
  readonly upper: number;
  readonly seconds: number;
}

export interface RoutePoint {
  readonly latitude: number;
  readonly longitude: number;
  /** Seconds since the start. */
  readonly at: number;
  readonly satellites: number;
  readonly fix: number;
}

const ZONE_FLOORS = [0.5, 0.6, 0.7, 0.8, 0.9] as const;
const ROUTE_STEP_SECONDS = 5;
const METERS_PER_DEGREE = 111_320;

export interface Figures {
  /** Beats per minute. */
  readonly average: number;
  readonly maximum: number;
  readonly zones: readonly HeartRateZone[];
  /** Metres; null for a sport that goes nowhere. */
  readonly distance: number | null;
}

/** What is told of a track without telling the track. */
export function figuresOf(resident: Resident, workout: Workout): Figures {
  return resident.memory.recall('figures', `${workout.date}/${workout.index}`, () => {
    const track = trackOf(resident, workout);
    const zones = heartRateZones(resident, track);
    return { ...heartRateFigures(track), zones, distance: track.distance?.at(-1) ?? null };
  });
}

/** Mean and peak of the recorded beats per minute. */
function heartRateFigures(track: Track): { average: number; maximum: number } {
  const known = track.heartRate.filter((rate) => rate !== null);
  const average = Math.round(known.reduce((sum, rate) => sum + rate, 0) / Math.max(1, known.length));
  return { average, maximum: known.reduce((peak, rate) => Math.max(peak, rate), 0) };
}

/** Five zones by share of the maximum; every second counts to one, so that they add up to the track. */
function heartRateZones(resident: Resident, track: Track): readonly HeartRateZone[] {
  const { maximumHeartRate } = resident.body;
  const floors = ZONE_FLOORS.map((share) => Math.round(maximumHeartRate * share));
  const zoneOf = Array.from({ length: maximumHeartRate + 1 }, (_, rate) =>
    Math.max(
      0,
      floors.findLastIndex((floor) => rate >= floor),
    ),
  );
  const seconds = floors.map(() => 0);
  let zone = 0;
  for (const rate of track.heartRate) {
    if (rate !== null) zone = zoneOf[rate] ?? 0;
    seconds[zone] = (seconds[zone] ?? 0) + 1;
  }
  const upperOf = (index: number): number => floors[index + 1] ?? maximumHeartRate;
  return floors.map((lower, index) => ({ lower, upper: upperOf(index), seconds: seconds[index] ?? 0 }));
}

/** Milliseconds from beat to beat; null where the sensor lost one. */
export function beatIntervals(seed: string, { heartRate, seconds }: Track): readonly (number | null)[] {
  const random = createRandom(seed, 'beats');
  const beats: (number | null)[] = [];
  for (let at = 0; at < seconds; ) {
    const rate = heartRate[Math.floor(at)] ?? null;
    const interval = Math.round(60_000 / (rate ?? 120) + random.bell() * 6);
    beats.push(rate === null ? null : interval);
    at += interval / 1000;
  }
  return beats;
}

/** A loop from home and back, a point every 5 seconds by default; empty for a sport that goes nowhere. */
export function routeOf(
  resident: Resident,
  { distance, seconds }: Track,
  step = ROUTE_STEP_SECONDS,
): readonly RoutePoint[] {
  if (distance === null) return [];
  const radius = (distance.at(-1) ?? 0) / (2 * Math.PI);
  const { latitude, longitude } = resident.habits.home;
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const length = Math.ceil(seconds / step);
  return Array.from({ length }, (_, index) => {
    const at = index * step;
    const angle = (distance[at] ?? 0) / radius;
    return {
      latitude: degrees(latitude + (radius * Math.sin(angle)) / METERS_PER_DEGREE),
      longitude: degrees(longitude + (radius * (1 - Math.cos(angle))) / (METERS_PER_DEGREE * shrink)),
      at,
      satellites: 9 + (index % 7),
      fix: 3,
    };
  });
}

function degrees(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}
