// The sample series of a training session as JSON.
import type { Exercise } from '../life/exercise.ts';
import type { Resident } from '../life/resident.ts';
import { seriesOf } from '../life/series.ts';
import type { Dialect, Json } from './spelling.ts';

/** Every series that was recorded; beat intervals have no rate (0 in the live dialect). */
export function sampleListJson(exercise: Exercise, resident: Resident, dialect: Dialect): readonly Json[] {
  return seriesOf(resident, exercise).map(({ type, rate, data }) =>
    dialect === 'live'
      ? { recording_rate: rate ?? 0, sample_type: type, data }
      : { 'recording-rate': rate, 'sample-type': String(type), data },
  );
}
