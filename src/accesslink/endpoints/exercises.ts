// Exercises: the sessions uploaded in the last 30 days, as a list or one by one.
import type { RecordsRequest } from '../client.ts';
import { withFlags } from './flags.ts';
import { exercisePath } from './files.ts';

/** Parts of an exercise that are sent on demand only. */
export type ExerciseFlag = 'samples' | 'zones' | 'route';

/** GET /v3/exercises. Uploaded in the last 30 days and after the registration of the user, in order of upload. */
export const listExercises = (flags: readonly ExerciseFlag[]): RecordsRequest<'ExerciseHashId'> => ({
  path: withFlags('/v3/exercises', flags),
  record: 'ExerciseHashId',
});

/** GET /v3/exercises/{exerciseId}, the hashed id. */
export const getExercise = (id: string, flags: readonly ExerciseFlag[]): RecordsRequest<'ExerciseHashId'> => ({
  path: withFlags(exercisePath(id), flags),
  record: 'ExerciseHashId',
  has404: true,
});
