// The sample series of a training session as JSON.
import type { Track } from '../life/track.ts';
import { beatIntervals } from '../life/track-views.ts';
import type { Dialect, Json } from './spelling.ts';

type Values = readonly (number | null)[];

/** Numbers of the API's appendix. */
const TYPE = { heartRate: 0, speed: 1, cadence: 2, altitude: 3, power: 4, runningCadence: 8, distance: 10, beats: 11 };

/** Every series that was recorded, one value a second; beat intervals have no rate (0 in the live dialect). */
export function sampleListJson(seed: string, track: Track, dialect: Dialect): readonly Json[] {
  const cadenceType = track.speed === null ? TYPE.cadence : TYPE.runningCadence;
  const series: readonly (readonly [number, Values | null])[] = [
    [TYPE.heartRate, track.heartRate],
    [TYPE.speed, track.speed],
    [cadenceType, track.cadence],
    [TYPE.altitude, track.altitude],
    [TYPE.power, track.power],
    [TYPE.distance, track.distance],
  ];
  const recorded = series.flatMap(([type, values]) => (values ? [seriesJson(type, { rate: 1, values }, dialect)] : []));
  const beats = { rate: dialect === 'live' ? 0 : null, values: beatIntervals(seed, track) };
  return [...recorded, seriesJson(TYPE.beats, beats, dialect)];
}

function seriesJson(type: number, series: { rate: number | null; values: Values }, dialect: Dialect): Json {
  const data = series.values.map(String).join(',');
  return dialect === 'live'
    ? { recording_rate: series.rate, sample_type: type, data }
    : { 'recording-rate': series.rate, 'sample-type': String(type), data };
}
