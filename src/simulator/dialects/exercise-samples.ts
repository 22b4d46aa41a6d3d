// The sample series of a training session as JSON.
import type { Exercise } from '../data/exercise.ts';
import type { PersonProfile } from '../data/person-profile.ts';
import { seriesOf } from '../data/series.ts';
import type { Dialect, Json } from './spelling.ts';

/** Every series that was recorded; beat intervals have no rate (0 in the live dialect). */
export function sampleListJson(exercise: Exercise, person: PersonProfile, dialect: Dialect): readonly Json[] {
  return seriesOf(person, exercise).map(({ type, rate, data }) =>
    dialect === 'live'
      ? { recording_rate: rate ?? 0, sample_type: type, data }
      : { 'recording-rate': rate, 'sample-type': String(type), data },
  );
}
