// The recorded series of a training session as text, cached: they are the largest data of all.
import type { Exercise } from './exercise.ts';
import type { PersonProfile } from './person-profile.ts';
import { trackOf } from './track.ts';
import { beatIntervals } from './track-summary.ts';

/** A series of samples. */
export interface SampleSeries {
  /** Number in the API's appendix. */
  readonly type: number;
  /** Seconds between values; null for beat intervals, which have no rate. */
  readonly rate: number | null;
  /** Values with commas between them, `null` for a gap. */
  readonly data: string;
}

const TYPE = { heartRate: 0, speed: 1, cadence: 2, altitude: 3, power: 4, runningCadence: 8, distance: 10, beats: 11 };

/** Every series that was recorded, one value a second, and the intervals from beat to beat. */
export function seriesOf(person: PersonProfile, exercise: Exercise): readonly SampleSeries[] {
  return person.cache.getOrCompute('series', exercise.id, () => recordedSeries(person, exercise));
}

function recordedSeries(person: PersonProfile, { id, workout }: Exercise): readonly SampleSeries[] {
  const track = trackOf(person, workout);
  const series = [
    [TYPE.heartRate, track.heartRate],
    [TYPE.speed, track.speed],
    [track.speed === null ? TYPE.cadence : TYPE.runningCadence, track.cadence],
    [TYPE.altitude, track.altitude],
    [TYPE.power, track.power],
    [TYPE.distance, track.distance],
  ] as const;
  const recorded = series.flatMap(([type, values]) => (values ? [{ type, rate: 1, data: textOf(values) }] : []));
  return [...recorded, { type: TYPE.beats, rate: null, data: textOf(beatIntervals(id, track)) }];
}

/** JSON, since joining would lose the gaps. */
function textOf(values: readonly (number | null)[]): string {
  return JSON.stringify(values).slice(1, -1);
}
