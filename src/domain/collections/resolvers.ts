// Collecting, and what was collected.
import type { ExerciseHashId } from '../../generated/accesslink.ts';
import type { CollectedItem } from '../../store/arrivals.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { CollectedExercise } from '../models.ts';
import { collectedActivity } from './activity.ts';
import { handedOver } from './exercise.ts';
import { keptTypes } from './kept-files.ts';
import { collect } from './mutation.ts';
import { collectedPage } from './pages.ts';

/** What another module knows of sessions. */
export interface Sessions {
  readonly exerciseFromWire: (
    wire: ExerciseHashId,
  ) => Omit<CollectedExercise, 'polarExerciseId' | 'polarTransactionId' | 'collectedAt' | 'types'>;
}

/** The resolvers, given the module that knows sessions. */
export function createCollectionResolvers(sessions: Sessions): Resolvers {
  return {
    Mutation: { collect: (_, { kind }, context) => collect(kind, context) },
    User: {
      collectedActivities: (_, page, { collections }) =>
        collectedPage({ collections, kind: 'ACTIVITY', convert: collectedActivity }, page),
      collectedExercises: (_, page, { collections }) => {
        const convert = (item: CollectedItem) => collectedExercise(item, sessions);
        return collectedPage({ collections, kind: 'EXERCISE', convert }, page);
      },
    },
  };
}

function collectedExercise(item: CollectedItem, { exerciseFromWire }: Sessions): CollectedExercise | Error {
  const handed = handedOver(item);
  if (!handed) return new Error('Cannot read a collected session: it has no summary');
  return {
    ...exerciseFromWire(handed.session),
    polarExerciseId: item.id,
    polarTransactionId: handed.transactionId,
    collectedAt: new Date(item.collectedAt).toISOString(),
    types: keptTypes(item),
  };
}
