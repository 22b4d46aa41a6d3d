// Daily activity, with and without samples.
import { type IsoDate, datesBetween } from '../../calendar.ts';
import { type Answer, type Ask, NO_CONTENT, found, hasArrived, isAsked } from '../ask.ts';
import { activityDateOf, activityRange } from '../dates.ts';
import { EVERY_PART, activityJson, activitySamplesJson } from '../dialects/days.ts';
import type { Json } from '../dialects/spelling.ts';
import { type Activity, activityOf } from '../life/activity.ts';

export function listActivities(ask: Ask): Answer {
  return found(activitiesOf(ask).map((activity) => toJson(ask, activity)));
}

export function getActivity(ask: Ask): Answer {
  const activity = dayOf(ask, activityDateOf(ask));
  return activity ? found(toJson(ask, activity)) : NO_CONTENT;
}

export function listActivitySamples(ask: Ask): Answer {
  return found(activitiesOf(ask).map((activity) => activitySamplesJson(activity, EVERY_PART, ask.dialect)));
}

export function getActivitySamples(ask: Ask): Answer {
  const activity = dayOf(ask, activityDateOf(ask));
  return activity ? found(activitySamplesJson(activity, EVERY_PART, ask.dialect)) : NO_CONTENT;
}

function activitiesOf(ask: Ask): readonly Activity[] {
  const { from, to } = activityRange(ask);
  return datesBetween(from, to).flatMap((date) => dayOf(ask, date) ?? []);
}

function dayOf(ask: Ask, date: IsoDate): Activity | null {
  return hasArrived(ask, 'activity', date) ? activityOf(ask.resident, date, ask.now) : null;
}

function toJson(ask: Ask, activity: Activity): Json {
  const parts = {
    steps: isAsked(ask, 'steps'),
    zones: isAsked(ask, 'activity_zones'),
    stamps: isAsked(ask, 'inactivity_stamps'),
  };
  return activityJson(activity, parts, ask.dialect);
}
