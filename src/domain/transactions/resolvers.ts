// The import of transactions, and the imported items.
import type { ExerciseHashId } from '../../generated/accesslink.ts';
import type { ImportedItem } from '../../store/contract/imports.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { CollectedExerciseParent } from '../parents.ts';
import { importedActivityFromWire } from './imported-activity.ts';
import { type ImportedSession, importedSessionFromWire } from './imported-exercise.ts';
import type { DecodePart } from './imported-parts.ts';
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
      collectedActivities: (_, page, { imports, warn }) =>
        importedPage({ imports, kind: 'ACTIVITY', convert: importedActivityFromWire, warn }, page),
      collectedExercises: (_, page, { imports, warn }) => {
        const convert = (item: ImportedItem, decode: DecodePart) =>
          importedExercise(item, importedSessionFromWire(item, decode), sessions);
        return importedPage({ imports, kind: 'EXERCISE', convert, warn }, page);
      },
    },
  };
}

function importedExercise(
  item: ImportedItem,
  imported: ImportedSession | null,
  { exerciseFromWire }: Sessions,
): CollectedExerciseParent | null {
  if (!imported) return null;
  return {
    ...exerciseFromWire(imported.session),
    polarExerciseId: item.id,
    polarTransactionId: imported.transactionId,
    collectedAt: new Date(item.importedAt).toISOString(),
    types: storedFileTypes(item),
  };
}
