// Exercises: one list of what was uploaded in the last 30 days, or one session by its id.
import { type ExerciseFlag, getExercise, listExercises } from '../../accesslink/endpoints/exercises.ts';
import { dayOfExercise, uploadOfExercise } from '../../accesslink/record-dates.ts';
import { offsetOfExercise } from '../../accesslink/record-offsets.ts';
import type { ListedResource } from '../../loading/plan/resource.ts';
import { NO_WINDOW } from '../../loading/plan/windows.ts';

export const exerciseResource: ListedResource<'ExerciseHashId', ExerciseFlag> = {
  kind: 'listed',
  name: 'exercises',
  maxAgeDays: 30,
  latestUploadDays: 400,
  documented: { ...NO_WINDOW, maxAgeDays: 30, recentDays: 30, basis: 'upload', afterRegistration: true },
  list: listExercises,
  one: getExercise,
  flags: ['samples', 'zones', 'route'],
  idOf: ({ id }) => id,
  dateOf: dayOfExercise,
  uploadOf: uploadOfExercise,
  offsetOf: offsetOfExercise,
  refreshedBy: ['EXERCISE'],
  invalidatedBy: [],
};
