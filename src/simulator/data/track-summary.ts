// Derived from a recorded track: its summary, beat intervals and route.
import { createRandom } from '../random.ts';
import type { PersonProfile } from './person-profile.ts';
import { type Track, trackOf } from './track.ts';
import type { Workout } from './workout.ts';

/** Time in a range of heart rates. */
export interface HeartRateZone {
  /** Beats per minute. */
  readonly lower: number;
  readonly upper: number;
  readonly seconds: number;
}

/** A point of a route. */
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

/** Heart rate and distance of a whole track. */
export interface TrackSummary {
  /** Beats per minute. */
  readonly average: number;
  readonly maximum: number;
  readonly zones: readonly HeartRateZone[];
  /** Metres; null for a sport without distance. */
  readonly distance: number | null;
}

/** The summary of a workout's track, cached. */
export function trackSummaryOf(person: PersonProfile, workout: Workout): TrackSummary {
  return person.cache.getOrCompute('track-summary', `${workout.date}/${workout.index}`, () => {
    const track = trackOf(person, workout);
    const zones = heartRateZones(person, track);
    return { ...heartRateSummary(track), zones, distance: track.distance?.at(-1) ?? null };
  });
}

/** Mean and peak of the recorded beats per minute. */
function heartRateSummary(track: Track): { average: number; maximum: number } {
  const known = track.heartRate.filter((rate) => rate !== null);
  const average = Math.round(known.reduce((sum, rate) => sum + rate, 0) / Math.max(1, known.length));
  return { average, maximum: known.reduce((peak, rate) => Math.max(peak, rate), 0) };
}

/** Five zones by share of the maximum; every second is in one of them, so that they add up to the track. */
function heartRateZones(person: PersonProfile, track: Track): readonly HeartRateZone[] {
  const { maximumHeartRate } = person.body;
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

/** Milliseconds from beat to beat; null where the sensor missed one. */
export function beatIntervals(seed: string, { heartRate, seconds }: Track): readonly (number | null)[] {
  const random = createRandom(seed, 'beats');
  const beats: (number | null)[] = [];
  for (let at = 0; at < seconds; ) {
    const rate = heartRate[Math.floor(at)] ?? null;
    const interval = Math.round(60_000 / (rate ?? 120) + random.normal() * 6);
    beats.push(rate === null ? null : interval);
    at += interval / 1000;
  }
  return beats;
}

/** A loop from home and back, a point every 5 seconds by default; empty for a sport without distance. */
export function routeOf(
  person: PersonProfile,
  { distance, seconds }: Track,
  step = ROUTE_STEP_SECONDS,
): readonly RoutePoint[] {
  if (distance === null) return [];
  const radius = (distance.at(-1) ?? 0) / (2 * Math.PI);
  const { latitude, longitude } = person.habits.home;
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
