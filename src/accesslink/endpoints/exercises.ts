// Exercises: the sessions uploaded in the last 30 days, whole list or one.
import type { RecordsRequest } from '../client.ts';
import { withFlags } from './flags.ts';

export type ExerciseFlag = 'samples' | 'zones' | 'route';

/** GET /v3/exercises. The last 30 days by upload, in order of upload, after the registration of the user. */
export const listExercises = (flags: readonly ExerciseFlag[]): RecordsRequest<'ExerciseHashId'> => ({
  path: withFlags('/v3/exercises', flags),
  record: 'ExerciseHashId',
});

/** GET /v3/exercises/{exerciseId}, the hashed id. */
export const getExercise = (id: string, flags: readonly ExerciseFlag[]): RecordsRequest<'ExerciseHashId'> => ({
  path: withFlags(`/v3/exercises/${encodeURIComponent(id)}`, flags),
  record: 'ExerciseHashId',
});
