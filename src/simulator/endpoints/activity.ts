// Daily activity, with and without samples.
import { type IsoDate, datesBetween } from '../../calendar.ts';
import { type PersonRequest, hasFlag, isAvailable } from '../request.ts';
import { type ApiResponse, NO_CONTENT, found } from '../response.ts';
import { activityDateOf, activityRange } from '../date-ranges.ts';
import { EVERY_PART, activityJson, activitySamplesJson } from '../dialects/days.ts';
import type { Json } from '../dialects/spelling.ts';
import { type Activity, activityOf } from '../data/activity.ts';

export function listActivities(request: PersonRequest): ApiResponse {
  return found(activitiesOf(request).map((activity) => toJson(request, activity)));
}

export function getActivity(request: PersonRequest): ApiResponse {
  const activity = dayOf(request, activityDateOf(request));
  return activity ? found(toJson(request, activity)) : NO_CONTENT;
}

export function listActivitySamples(request: PersonRequest): ApiResponse {
  return found(activitiesOf(request).map((activity) => activitySamplesJson(activity, EVERY_PART, request.dialect)));
}

export function getActivitySamples(request: PersonRequest): ApiResponse {
  const activity = dayOf(request, activityDateOf(request));
  return activity ? found(activitySamplesJson(activity, EVERY_PART, request.dialect)) : NO_CONTENT;
}

function activitiesOf(request: PersonRequest): readonly Activity[] {
  const { from, to } = activityRange(request);
  return datesBetween(from, to).flatMap((date) => dayOf(request, date) ?? []);
}

function dayOf(request: PersonRequest, date: IsoDate): Activity | null {
  return isAvailable(request, 'activity', date) ? activityOf(request.person, date, request.now) : null;
}

function toJson(request: PersonRequest, activity: Activity): Json {
  const parts = {
    steps: hasFlag(request, 'steps'),
    zones: hasFlag(request, 'activity_zones'),
    stamps: hasFlag(request, 'inactivity_stamps'),
  };
  return activityJson(activity, parts, request.dialect);
}
