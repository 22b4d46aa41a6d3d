// Collecting, and what was collected.
import type { ExerciseHashId } from '../../generated/accesslink.ts';
import type { ImportedItem } from '../../store/contract/deliveries.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { CollectedExerciseParent } from '../parents.ts';
import { importedActivity } from './imported-activity.ts';
import { importedSession } from './imported-exercise.ts';
import { storedFileTypes } from './stored-files.ts';
import { collect } from './collect-mutation.ts';
import { importedPage } from './imported-page.ts';

/** What another module knows of sessions. */
export interface Sessions {
  readonly exerciseFromWire: (
    wire: ExerciseHashId,
  ) => Omit<CollectedExerciseParent, 'polarExerciseId' | 'polarTransactionId' | 'collectedAt' | 'types'>;
}

/** The resolvers, given the module that knows sessions. */
export function createTransactionResolvers(sessions: Sessions): Resolvers {
  return {
    Mutation: { collect: (_, { kind }, context) => collect(kind, context) },
    User: {
      collectedActivities: (_, page, { imports: collections }) =>
        importedPage({ collections, kind: 'ACTIVITY', convert: importedActivity }, page),
      collectedExercises: (_, page, { imports: collections }) => {
        const convert = (item: ImportedItem) => collectedExercise(item, sessions);
        return importedPage({ collections, kind: 'EXERCISE', convert }, page);
      },
    },
  };
}

function collectedExercise(item: ImportedItem, { exerciseFromWire }: Sessions): CollectedExerciseParent | Error {
  const handed = importedSession(item);
  if (!handed) return new Error('Cannot read a collected session: it has no summary');
  return {
    ...exerciseFromWire(handed.session),
    polarExerciseId: item.id,
    polarTransactionId: handed.transactionId,
    collectedAt: new Date(item.importedAt).toISOString(),
    types: storedFileTypes(item),
  };
}
