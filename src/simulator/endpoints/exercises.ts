// Training sessions of the last 30 days by upload, none from before the registration.
import { type PersonRequest, hasFlag } from '../request.ts';
import { type ApiResponse, HttpError, found, foundOrMissing } from '../response.ts';
import { exerciseDays } from '../date-ranges.ts';
import { exerciseJson } from '../dialects/exercises.ts';

import type { Json } from '../dialects/spelling.ts';
import { type FileKind, fileOf } from '../files/files.ts';
import { type Exercise, exercisesUploaded } from '../data/exercise.ts';

export function listExercises(request: PersonRequest): ApiResponse {
  return found(availableExercises(request).map((exercise) => toJson(request, exercise)));
}

export function getExercise(request: PersonRequest): ApiResponse {
  const exercise = availableExercises(request).find(({ id }) => id === request.params['exerciseId']);
  return foundOrMissing(exercise ? toJson(request, exercise) : null, `exercise ${request.params['exerciseId']}`);
}

/** 404 also when the session has no such file. */
export function getExerciseFile(kind: FileKind, request: PersonRequest): ApiResponse {
  const exercise = availableExercises(request).find(({ id }) => id === request.params['exerciseId']);
  const file = exercise && fileOf(kind, exercise, request);
  if (file) return file;
  throw new HttpError(404, `Cannot find the ${kind} of exercise ${request.params['exerciseId']}`);
}

function availableExercises(request: PersonRequest): readonly Exercise[] {
  const uploaded = exercisesUploaded(request.person, { ...exerciseDays(request), now: request.now });
  return uploaded.filter(({ uploadedAt }) => uploadedAt >= request.registeredAt);
}

function toJson(request: PersonRequest, exercise: Exercise): Json {
  const parts = {
    samples: hasFlag(request, 'samples'),
    zones: hasFlag(request, 'zones'),
    route: hasFlag(request, 'route'),
  };
  return exerciseJson(exercise, request.person, { parts, dialect: request.dialect });
}
