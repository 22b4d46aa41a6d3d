// Training sessions of the last 30 days by upload, none from before the registration.
import { type Answer, type Ask, Refusal, found, foundOrMissing, isAsked } from '../ask.ts';
import { exerciseDays } from '../dates.ts';
import { exerciseJson } from '../dialects/exercises.ts';

import type { Json } from '../dialects/spelling.ts';
import { type FileKind, fileOf } from '../files/files.ts';
import { type Exercise, exercisesUploaded } from '../life/exercise.ts';

export function listExercises(ask: Ask): Answer {
  return found(reachable(ask).map((exercise) => toJson(ask, exercise)));
}

export function getExercise(ask: Ask): Answer {
  const exercise = reachable(ask).find(({ id }) => id === ask.params['exerciseId']);
  return foundOrMissing(exercise ? toJson(ask, exercise) : null, `exercise ${ask.params['exerciseId']}`);
}

/** 404 also for a session that has no such file. */
export function getExerciseFile(kind: FileKind, ask: Ask): Answer {
  const exercise = reachable(ask).find(({ id }) => id === ask.params['exerciseId']);
  const file = exercise && fileOf(kind, exercise, ask);
  if (file) return file;
  throw new Refusal(404, `Cannot find the ${kind} of exercise ${ask.params['exerciseId']}`);
}

function reachable(ask: Ask): readonly Exercise[] {
  const uploaded = exercisesUploaded(ask.resident, { ...exerciseDays(ask), now: ask.now });
  return uploaded.filter(({ uploadedAt }) => uploadedAt >= ask.registeredAt);
}

function toJson(ask: Ask, exercise: Exercise): Json {
  const parts = { samples: isAsked(ask, 'samples'), zones: isAsked(ask, 'zones'), route: isAsked(ask, 'route') };
  return exerciseJson(exercise, ask.resident, { parts, dialect: ask.dialect });
}
