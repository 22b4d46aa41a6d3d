// The import of transactions, and the imported items.
import type { ExerciseHashId } from '../../generated/accesslink.ts';
import type { ImportedItem } from '../../store/contract/imports.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { Context } from '../context.ts';
import { idOf } from '../graph/viewer-id.ts';
import type { CollectedActivityParent, CollectedExerciseParent } from '../parents.ts';
import { importedActivityFromWire } from './imported-activity.ts';
import { type ImportedSession, importedSessionFromWire } from './imported-exercise.ts';
import type { DecodePart } from './imported-parts.ts';
import { storedFileTypes } from './stored-files.ts';
import { collect } from './collect-mutation.ts';
import { importedNode, importedPage, type PageSource } from './imported-page.ts';

/** The module of exercises as far as it is needed here. */
export interface Sessions {
  readonly exerciseFromWire: (
    wire: ExerciseHashId,
  ) => Omit<CollectedExerciseParent, 'polarExerciseId' | 'polarTransactionId' | 'collectedAt' | 'types'>;
}

/** The key of what belongs to an imported session: its id may look like that of an exercise. */
const IMPORTED = 'imported~';

/** The resolvers, given the module of exercises: modules do not import each other. */
export function createTransactionResolvers(sessions: Sessions): Resolvers {
  return {
    Mutation: { collect: (_, { kind }, context) => collect(kind, context) },
    User: {
      collectedActivities: (_, page, context) => importedPage(activitiesOf(context), page),
      collectedExercises: (_, page, context) => importedPage(exercisesOf(context, sessions), page),
    },
    CollectedActivity: { id: ({ polarActivityId }, _, context) => idOf('CollectedActivity', polarActivityId, context) },
    CollectedExercise: {
      id: ({ polarExerciseId }, _, context) => idOf('CollectedExercise', polarExerciseId, context),
      trainingLoad: (exercise) => trainingLoadOf(exercise),
    },
  };
}

/** How each type of this module is read again, given the module of exercises. */
export function createImportedNodes(sessions: Sessions) {
  const session = (id: string, context: Context) => importedNode(exercisesOf(context, sessions), id);
  return {
    CollectedActivity: (key: string, context: Context) => importedNode(activitiesOf(context), key),
    CollectedExercise: session,
    /** The training load of an imported session; null for any other key. */
    trainingLoadOfImported: async (key: string, context: Context) => {
      const found = key.startsWith(IMPORTED) ? await session(key.slice(IMPORTED.length), context) : null;
      return found && trainingLoadOf(found);
    },
  };
}

function activitiesOf({ imports, warn }: Context): PageSource<CollectedActivityParent> {
  return { imports: imports(), kind: 'ACTIVITY', convert: importedActivityFromWire, warn };
}

function exercisesOf({ imports, warn }: Context, sessions: Sessions): PageSource<CollectedExerciseParent> {
  const convert = (item: ImportedItem, decode: DecodePart) =>
    importedExercise(item, importedSessionFromWire(item, decode), sessions);
  return { imports: imports(), kind: 'EXERCISE', convert, warn };
}

function trainingLoadOf({ trainingLoad, polarExerciseId }: CollectedExerciseParent) {
  return trainingLoad && { ...trainingLoad, nodeKey: IMPORTED + polarExerciseId };
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
