// Single items of a transaction; 204 for those that do not exist.
import type { PersonRequest } from '../request.ts';
import { type ApiResponse, NO_CONTENT, found } from '../response.ts';
import {
  type ItemContext,
  activitySummaryJson,
  exerciseSamples,
  exerciseSummaryJson,
  exerciseZonesJson,
  physicalInformationJson,
  stepSamplesJson,
  zoneSamplesJson,
} from '../dialects/transactions.ts';
import { type FileKind, fileOf } from '../files/files.ts';
import type { Transactions } from '../transactions/transactions.ts';
import { itemOf, linkTo } from './transactions.ts';

export function getPhysicalInformation(transactions: Transactions, request: PersonRequest): ApiResponse {
  const item = itemOf(transactions, 'physical-information', request);
  return item ? found(physicalInformationJson(item, itemContext(request))) : NO_CONTENT;
}

export function getActivitySummary(transactions: Transactions, request: PersonRequest): ApiResponse {
  const item = itemOf(transactions, 'activity', request);
  return item ? found(activitySummaryJson(item, itemContext(request))) : NO_CONTENT;
}

export function getStepSamples(transactions: Transactions, request: PersonRequest): ApiResponse {
  const item = itemOf(transactions, 'activity', request);
  return item ? found(stepSamplesJson(item.activity)) : NO_CONTENT;
}

export function getZoneSamples(transactions: Transactions, request: PersonRequest): ApiResponse {
  const item = itemOf(transactions, 'activity', request);
  return item ? found(zoneSamplesJson(item.activity)) : NO_CONTENT;
}

export function getExerciseSummary(transactions: Transactions, request: PersonRequest): ApiResponse {
  const item = itemOf(transactions, 'exercise', request);
  return item ? found(exerciseSummaryJson(item, itemContext(request))) : NO_CONTENT;
}

export function getExerciseZones(transactions: Transactions, request: PersonRequest): ApiResponse {
  const item = itemOf(transactions, 'exercise', request);
  return item ? found(exerciseZonesJson(item, request.person)) : NO_CONTENT;
}

/** Links to the series, one for each type that was recorded. */
export function listExerciseSamples(transactions: Transactions, request: PersonRequest): ApiResponse {
  const item = itemOf(transactions, 'exercise', request);
  if (!item) return NO_CONTENT;
  const link = linkTo('exercise', request, item.id);
  return found({ samples: [...exerciseSamples(item, request.person).keys()].map((type) => `${link}/samples/${type}`) });
}

export function getExerciseSamples(transactions: Transactions, request: PersonRequest): ApiResponse {
  const item = itemOf(transactions, 'exercise', request);
  const series = item && exerciseSamples(item, request.person).get(request.params['typeId'] ?? '');
  return series ? found(series) : NO_CONTENT;
}

export function getExerciseItemFile(transactions: Transactions, kind: FileKind, request: PersonRequest): ApiResponse {
  const item = itemOf(transactions, 'exercise', request);
  return (item && fileOf(kind, item.exercise, request)) ?? NO_CONTENT;
}

function itemContext({ person, dialect, params }: PersonRequest): ItemContext {
  return { person, dialect, transactionId: params['transactionId'] ?? '' };
}
