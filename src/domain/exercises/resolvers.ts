// Exercises: one, a page of them, or those of a day; all from one list.
import type { Resolvers } from '../../generated/resolvers.ts';
import { checkPageArgs } from '../graph/connection.ts';
import type { Context } from '../context.ts';
import { parseGlobalId } from '../graph/global-id.ts';
import { lazyConnection } from '../graph/lazy-connection.ts';
import { intervalOf } from '../graph/date-range.ts';
import { idField, idOf } from '../graph/viewer-id.ts';
import { type ExerciseParent, inOrder, isExerciseCursor, pageOfExercises } from './pages.ts';
import { EMPTY_ROUTE, type RouteParent } from './route.ts';
import type { TrainingLoadParent } from './training-load.ts';

export const exerciseResolvers: Resolvers = {
  User: {
    exercise: (_, { id }, context) => {
      const parsed = parseGlobalId(id);
      if (!parsed) return refetchExercise(id, context);
      const isTheirs = parsed.type === 'Exercise' && parsed.owner === context.viewer().owner;
      return isTheirs ? refetchExercise(parsed.key, context) : null;
    },
    exercises: (_, { range, ...page }, { loaders, today }) => {
      const lookup = range ? ({ kind: 'days', ...intervalOf(range, today) } as const) : ({ kind: 'all' } as const);
      checkPageArgs(page, isExerciseCursor);
      return lazyConnection(async () => pageOfExercises(inOrder(await loaders.exercises.load(lookup)), page));
    },
  },
  Day: {
    exercises: async ({ date }, _, { loaders }) => {
      const found = await loaders.exercises.load({ kind: 'days', from: date, to: date });
      return found.isAbsent ? null : inOrder(found);
    },
  },
  DataAvailable: {
    exercise: ({ entityId }, _, context) => (entityId === null ? null : refetchExercise(entityId, context)),
  },
  Exercise: {
    id: ({ polarExerciseId }, _, context) => idOf('Exercise', polarExerciseId, context),
    day: ({ date }) => date && { date },
    trainingLoad: (exercise) => trainingLoadOf(exercise),
    route: (exercise) => routeOf(exercise),
  },
  TrainingLoad: { id: idField('TrainingLoad') },
  Route: { id: idField('Route') },
};

/** How each type of this module is read again; a training load may also be that of an imported session. */
export const exerciseNodes = { Exercise: refetchExercise, Route: refetchRoute, TrainingLoad: refetchTrainingLoad };

/** The exercise with AccessLink's id; null when there is none. */
async function refetchExercise(id: string, { loaders }: Context): Promise<ExerciseParent | null> {
  if (!/^[\w-]{1,100}$/.test(id)) return null;
  return inOrder(await loaders.exercises.load({ kind: 'one', id }))[0] ?? null;
}

/** The training load with the key of a global id: the id of its exercise. */
async function refetchTrainingLoad(key: string, context: Context): Promise<TrainingLoadParent | null> {
  const exercise = await refetchExercise(key, context);
  return exercise && trainingLoadOf(exercise);
}

/** The route with the key of a global id: the id of its exercise. Its points are there when any of them is selected. */
async function refetchRoute(key: string, context: Context): Promise<RouteParent | null> {
  const exercise = await refetchExercise(key, context);
  if (!exercise) return null;
  return routeOf(exercise) ?? (exercise.hasRoute ? { ...EMPTY_ROUTE, nodeKey: exercise.polarExerciseId } : null);
}

function trainingLoadOf({ trainingLoad, polarExerciseId }: ExerciseParent): TrainingLoadParent | null {
  return trainingLoad && { ...trainingLoad, nodeKey: polarExerciseId };
}

function routeOf({ route, polarExerciseId }: ExerciseParent): RouteParent | null {
  return route && { ...route, nodeKey: polarExerciseId };
}
