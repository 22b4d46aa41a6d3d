// A training session.
import { readingOf } from '../../accesslink/wire-times.ts';
import type { IsoDate } from '../../calendar.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { durationOfSeconds, secondsOfDuration } from '../../duration.ts';
import type { Fields } from '../convert/model.ts';
import { dateFromWire, dateTimeOf, localOf, utcDateTime } from '../convert/times.ts';
import { type RouteModel, routeFromWire } from './route.ts';
import { type SampleSeriesModel, type SamplesArgs, samplesFromWire } from './samples.ts';
import { sportCodeFromWire, sportGroupFromWire } from './sport-codes.ts';
import { type TrainingLoadModel, trainingLoadFromWire } from './training-load.ts';

type Shaped = 'samples' | 'route' | 'heartRateZones' | 'trainingLoad';

/** A session without its global id, its day, its files and its sport, which is still a code. */
export type ExerciseModel = Omit<Fields<Graph.Exercise>, Shaped | 'id' | 'day' | 'sport' | 'files'> & {
  /** The most telling sport that was sent: the detailed code, otherwise the coarse name. */
  readonly sportCode: string | null;
  readonly heartRateZones: () => Graph.HeartRateZone[] | null;
  readonly samples: (args: SamplesArgs) => SampleSeriesModel[] | null;
  readonly route: RouteModel | null;
  readonly trainingLoad: TrainingLoadModel | null;
};

/** The session; its samples and route are parsed when they are selected. */
export function exerciseFromWire(wire: Wire.ExerciseHashId): ExerciseModel {
  const durationSeconds = secondsOfDuration(wire.duration);
  return {
    ...startFromWire(wire),
    ...clubFromWire(wire),
    polarExerciseId: wire.id,
    uploadedAt: utcDateTime(wire.upload_time),
    duration: durationOfSeconds(durationSeconds),
    durationSeconds,
    device: wire.device,
    deviceId: wire.device_id,
    sportCode: sportCodeFromWire(wire),
    sportGroup: sportGroupFromWire(wire),
    energyKcal: wire.calories,
    distanceMeters: wire.distance,
    averageHeartRate: wire.heart_rate?.average ?? null,
    maximumHeartRate: wire.heart_rate?.maximum ?? null,
    heartRateZones: () => wire.heart_rate_zones && zonesFromWire(wire.heart_rate_zones),
    trainingLoad: trainingLoadFromWire(wire),
    runningIndex: wire['running-index'],
    fatPercent: wire.fat_percentage,
    carbohydratePercent: wire.carbohydrate_percentage,
    proteinPercent: wire.protein_percentage,
    hasRoute: wire.has_route,
    samples: samplesFromWire(wire.samples),
    route: routeFromWire(wire.route),
  };
}

interface Start {
  readonly date: IsoDate | null;
  readonly startTime: string | null;
  readonly startTimeLocal: string | null;
  readonly utcOffsetMinutes: number | null;
}

function startFromWire(wire: Wire.ExerciseHashId): Start {
  const reading = readingOf(wire.start_time);
  const utcOffsetMinutes = wire.start_time_utc_offset ?? reading?.offsetMinutes ?? null;
  const date = dateFromWire(wire.start_time?.slice(0, 10) ?? null);
  if (!reading) return { date, startTime: null, startTimeLocal: null, utcOffsetMinutes };
  const startTimeLocal = localOf(reading.wallMs);
  const offset = utcOffsetMinutes;
  const startTime = offset === null ? null : dateTimeOf(reading.wallMs - offset * 60_000, offset);
  return { date: dateFromWire(startTimeLocal.slice(0, 10)), startTime, startTimeLocal, utcOffsetMinutes };
}

/** A club of -1 could not be found, and its name is an error message then. */
function clubFromWire(wire: Wire.ExerciseHashId): Pick<Graph.Exercise, 'clubId' | 'clubName'> {
  const isKnown = wire.club_id !== null && wire.club_id !== '-1';
  return isKnown ? { clubId: wire.club_id, clubName: wire.club_name } : { clubId: null, clubName: null };
}

/** Devices count the zones from 0 or from 1; here the lowest is always 1. */
function zonesFromWire(zones: readonly Wire.Zone[]): Graph.HeartRateZone[] {
  const shift = isCountedFromZero(zones) ? 1 : 0;
  return zones.map((zone) => zoneFromWire(zone, shift));
}

/** By most of the zones, each of which has its position in the list: one odd index does not move the others. */
function isCountedFromZero(zones: readonly Wire.Zone[]): boolean {
  const countedFrom = (first: number) => zones.filter(({ index }, position) => index === first + position).length;
  const lead = countedFrom(0) - countedFrom(1);
  return lead > 0 || (lead === 0 && zones.some(({ index }) => index === 0));
}

function zoneFromWire(wire: Wire.Zone, shift: number): Graph.HeartRateZone {
  const inZoneSeconds = secondsOfDuration(wire['in-zone']);
  return {
    index: wire.index === null || wire.index + shift < 1 ? null : wire.index + shift,
    lowerLimit: wire['lower-limit'],
    upperLimit: wire['upper-limit'],
    inZone: durationOfSeconds(inZoneSeconds),
    inZoneSeconds,
  };
}
