// The import of transactions, and the imported items.
import type { ExerciseHashId } from '../../generated/accesslink.ts';
import type { ImportedItem } from '../../store/contract/imports.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { CollectedExerciseParent } from '../parents.ts';
import { importedActivityFromWire } from './imported-activity.ts';
import { importedSessionFromWire } from './imported-exercise.ts';
import { storedFileTypes } from './stored-files.ts';
import { collect } from './collect-mutation.ts';
import { importedPage } from './imported-page.ts';

/** The module of exercises as far as it is needed here. */
export interface Sessions {
  readonly exerciseFromWire: (
    wire: ExerciseHashId,
  ) => Omit<CollectedExerciseParent, 'polarExerciseId' | 'polarTransactionId' | 'collectedAt' | 'types'>;
}

/** The resolvers, given the module of exercises: modules do not import each other. */
export function createTransactionResolvers(sessions: Sessions): Resolvers {
  return {
    Mutation: { collect: (_, { kind }, context) => collect(kind, context) },
    User: {
      collectedActivities: (_, page, { imports }) =>
        importedPage({ imports, kind: 'ACTIVITY', convert: importedActivityFromWire }, page),
      collectedExercises: (_, page, { imports }) => {
        const convert = (item: ImportedItem) => importedExercise(item, sessions);
        return importedPage({ imports, kind: 'EXERCISE', convert }, page);
      },
    },
  };
}

function importedExercise(item: ImportedItem, { exerciseFromWire }: Sessions): CollectedExerciseParent | Error {
  const imported = importedSessionFromWire(item);
  if (!imported) return new Error('Cannot read an imported session: it has no summary');
  return {
    ...exerciseFromWire(imported.session),
    polarExerciseId: item.id,
    polarTransactionId: imported.transactionId,
    collectedAt: new Date(item.importedAt).toISOString(),
    types: storedFileTypes(item),
  };
}
