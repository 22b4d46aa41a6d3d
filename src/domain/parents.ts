// Composition: the parent types of resolvers that are no module's own model. `npm run codegen` finds every
// exported `…Parent` of src/domain and gives it to the resolvers of the type whose name stands before it.
import type * as Graph from '../generated/graphql.ts';
import type { StoredEvent } from '../store/contract/events.ts';
import type { Viewer } from './context.ts';
import type { ExerciseModel } from './exercises/exercise.ts';
import type { ExerciseFilesParent } from './files/exercise-files.ts';
import type { Interval } from './graph/date-range.ts';
import type { LazyConnection, LazyEdge } from './graph/lazy-connection.ts';

/** The days of the measurements. */
export type BiosensingParent = Interval;

/** Its key is AccessLink's id. */
export type CollectedActivityParent = Omit<Graph.CollectedActivity, 'id'>;
export type CollectedActivityConnectionParent = LazyConnection<CollectedActivityParent | null>;
export type CollectedActivityEdgeParent = LazyEdge<CollectedActivityParent | null>;

/** Without its sport and files, which other modules add; a route is not in the transactions of AccessLink. */
export type CollectedExerciseParent = Omit<ExerciseModel, 'polarExerciseId' | 'route'> & {
  readonly polarExerciseId: string;
  readonly polarTransactionId: string | null;
  readonly collectedAt: string;
  /** Of the files that were stored. */
  readonly types: ExerciseFilesParent['types'];
};
export type CollectedExerciseConnectionParent = LazyConnection<CollectedExerciseParent | null>;
export type CollectedExerciseEdgeParent = LazyEdge<CollectedExerciseParent | null>;

export type DataAvailableParent = StoredEvent;

export type UserParent = Viewer;
