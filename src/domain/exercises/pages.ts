// Exercises in the order of their start, and pages of them.
import type { ListRecords } from '../../loading/readers/list-reader.ts';
import { type Page, type PageArgs, pageOf } from '../graph/connection.ts';
import { type Aged, allRecords } from '../convert/records.ts';
import type { Interval } from '../graph/date-range.ts';
import { type Exercise, exerciseFromWire } from './exercise.ts';

/** An exercise of the graph. Sessions without an id are left out: nothing could refer to them. */
export type ExerciseModel = Aged<Exercise> & { readonly polarExerciseId: string };

/** By start: AccessLink sends them by upload. */
export function inOrder(held: ListRecords<'ExerciseHashId'>): ExerciseModel[] {
  const models = allRecords(held, exerciseFromWire).filter(
    (model): model is ExerciseModel => model.polarExerciseId !== null,
  );
  return models.sort((a, b) => (cursorOf(a) < cursorOf(b) ? -1 : 1));
}

/** A page of exercises, oldest first, of the days of an interval; of all when there is none. */
export function pageOfExercises(
  exercises: readonly ExerciseModel[],
  interval: Interval | null,
  page: PageArgs,
): Page<ExerciseModel> {
  const isWanted = ({ date }: ExerciseModel) =>
    interval === null || (date !== null && date >= interval.from && date <= interval.to);
  return pageOf(
    exercises.filter(isWanted).map((node) => ({ node, cursor: cursorOf(node) })),
    page,
  );
}

/** Orders like the start; the id tells sessions of the same second apart. */
function cursorOf({ startTimeLocal, polarExerciseId }: ExerciseModel): string {
  return `${startTimeLocal ?? ''}~${polarExerciseId}`;
}
