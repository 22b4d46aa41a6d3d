// Exercises in the order of their start, and pages of them.
import type { ListedRecords } from '../../loading/readers/list-answers.ts';
import { type Page, type PageArgs, pageOf } from '../graph/connection.ts';
import { type Aged, allRecords } from '../convert/records.ts';
import type { LazyConnection, LazyEdge } from '../graph/lazy-connection.ts';
import { type ExerciseModel, exerciseFromWire } from './exercise.ts';

const CURSOR = /^(\d{4}-\d{2}-\d{2}T[\d:.]+)?~[\w-]{1,100}$/;

/** An exercise of the graph. Sessions without an id are skipped: nothing could refer to them. */
export type ExerciseParent = Aged<ExerciseModel> & { readonly polarExerciseId: string };

export type ExerciseConnectionParent = LazyConnection<ExerciseParent>;
export type ExerciseEdgeParent = LazyEdge<ExerciseParent>;

/** By start: AccessLink sends them by upload. */
export function inOrder(found: ListedRecords<'ExerciseHashId'>): ExerciseParent[] {
  const models = [found, ...(found.unlisted ?? [])]
    .flatMap((cached) => allRecords(cached, exerciseFromWire))
    .filter((model): model is ExerciseParent => model.polarExerciseId !== null);
  return models.sort((a, b) => (cursorOf(a) < cursorOf(b) ? -1 : 1));
}

/** A page of exercises, oldest first. */
export function pageOfExercises(exercises: readonly ExerciseParent[], page: PageArgs): Page<ExerciseParent> {
  return pageOf(
    exercises.map((node) => ({ node, cursor: cursorOf(node) })),
    page,
  );
}

/** Sorts like the start; the id distinguishes sessions of the same second. */
function cursorOf({ startTimeLocal, polarExerciseId }: ExerciseParent): string {
  return `${startTimeLocal ?? ''}~${polarExerciseId}`;
}

/** Whether a text is a cursor of exercises. */
export function isExerciseCursor(text: string): boolean {
  return CURSOR.test(text);
}
