// Single items of a transaction; whatever is not there has no content.
import { type Answer, type Ask, NO_CONTENT, found } from '../ask.ts';
import {
  type Handed,
  activitySummaryJson,
  exerciseSamples,
  exerciseSummaryJson,
  exerciseZonesJson,
  physicalInformationJson,
  stepSamplesJson,
  zoneSamplesJson,
} from '../dialects/transactions.ts';
import { type FileKind, fileOf } from '../files/files.ts';
import type { Ledger } from '../transactions/ledger.ts';
import { itemOf, linkTo } from './transactions.ts';

export function getPhysicalInformation(ledger: Ledger, ask: Ask): Answer {
  const item = itemOf(ledger, 'physical-information', ask);
  return item ? found(physicalInformationJson(item, handed(ask))) : NO_CONTENT;
}

export function getActivitySummary(ledger: Ledger, ask: Ask): Answer {
  const item = itemOf(ledger, 'activity', ask);
  return item ? found(activitySummaryJson(item, handed(ask))) : NO_CONTENT;
}

export function getStepSamples(ledger: Ledger, ask: Ask): Answer {
  const item = itemOf(ledger, 'activity', ask);
  return item ? found(stepSamplesJson(item.activity)) : NO_CONTENT;
}

export function getZoneSamples(ledger: Ledger, ask: Ask): Answer {
  const item = itemOf(ledger, 'activity', ask);
  return item ? found(zoneSamplesJson(item.activity)) : NO_CONTENT;
}

export function getExerciseSummary(ledger: Ledger, ask: Ask): Answer {
  const item = itemOf(ledger, 'exercise', ask);
  return item ? found(exerciseSummaryJson(item, handed(ask))) : NO_CONTENT;
}

export function getExerciseZones(ledger: Ledger, ask: Ask): Answer {
  const item = itemOf(ledger, 'exercise', ask);
  return item ? found(exerciseZonesJson(item, ask.resident)) : NO_CONTENT;
}

/** Links to the series, one for each type that was recorded. */
export function listExerciseSamples(ledger: Ledger, ask: Ask): Answer {
  const item = itemOf(ledger, 'exercise', ask);
  if (!item) return NO_CONTENT;
  const link = linkTo('exercise', ask, item.id);
  return found({ samples: [...exerciseSamples(item, ask.resident).keys()].map((type) => `${link}/samples/${type}`) });
}

export function getExerciseSamples(ledger: Ledger, ask: Ask): Answer {
  const item = itemOf(ledger, 'exercise', ask);
  const series = item && exerciseSamples(item, ask.resident).get(ask.params['typeId'] ?? '');
  return series ? found(series) : NO_CONTENT;
}

export function getExerciseItemFile(ledger: Ledger, kind: FileKind, ask: Ask): Answer {
  const item = itemOf(ledger, 'exercise', ask);
  return (item && fileOf(kind, item.exercise, ask)) ?? NO_CONTENT;
}

function handed({ resident, dialect, params }: Ask): Handed {
  return { resident, dialect, transactionId: params['transactionId'] ?? '' };
}
