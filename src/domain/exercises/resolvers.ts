// Exercises: one, a page of them, or those of a day; all from one list.
import type { Resolvers } from '../../generated/resolvers.ts';
import { pageOf } from '../graph/connection.ts';
import type { Context } from '../context.ts';
import { parseGlobalId } from '../graph/global-id.ts';
import { lazyConnection } from '../graph/lazy-connection.ts';
import { intervalOf } from '../graph/date-range.ts';
import { idOf } from '../graph/viewer-id.ts';
import { type ExerciseParent, inOrder, pageOfExercises } from './pages.ts';

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
      pageOf([], page);
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
  },
};

/** The exercise with AccessLink's id; null when there is none. */
export async function refetchExercise(id: string, { loaders }: Context): Promise<ExerciseParent | null> {
  if (!/^[\w-]{1,100}$/.test(id)) return null;
  return inOrder(await loaders.exercises.load({ kind: 'one', id }))[0] ?? null;
}
