// Exercises: one list of what was uploaded in the last 30 days, or one session by its id.
import { type ExerciseFlag, getExercise, listExercises } from '../../accesslink/endpoints/exercises.ts';
import { dayOfExercise } from '../../accesslink/record-dates.ts';
import type { ListedResource } from '../../loading/plan/resource.ts';

export const exerciseResource: ListedResource<'ExerciseHashId'> = {
  name: 'exercises',
  maxAgeDays: 30,
  list: (flags) => listExercises(flags as ExerciseFlag[]),
  one: (id, flags) => getExercise(id, flags as ExerciseFlag[]),
  flags: {
    samples: ['Exercise.samples'],
    zones: ['Exercise.heartRateZones'],
    route: ['Exercise.route'],
  },
  idOf: ({ id }) => id,
  dateOf: dayOfExercise,
};
