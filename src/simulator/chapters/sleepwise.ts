// SleepWise: alertness and circadian bedtime, filtered by the day of waking up.
import { addDays, datesBetween } from '../../calendar.ts';
import { type Answer, type Ask, foundOrNoContent, hasArrived } from '../ask.ts';
import { type Range, rangeOf, recentDays } from '../dates.ts';
import { alertnessJson, bedtimeJson } from '../dialects/sleepwise.ts';
import { alertnessOf, bedtimeOf } from '../life/sleepwise.ts';

/** The live API adds predictions for tomorrow and the day after. */
const PREDICTED_DAYS = 2;

export function listAlertness(ask: Ask): Answer {
  return alertnessWithin(ask, withPredictions(ask, recentDays(ask)));
}

export function listAlertnessInRange(ask: Ask): Answer {
  return alertnessWithin(ask, rangeOf(ask));
}

export function listBedtimes(ask: Ask): Answer {
  return bedtimesWithin(ask, withPredictions(ask, recentDays(ask)));
}

export function listBedtimesInRange(ask: Ask): Answer {
  return bedtimesWithin(ask, rangeOf(ask));
}

function alertnessWithin(ask: Ask, range: Range): Answer {
  const periods = datesWithin(ask, range).flatMap((date) => alertnessOf(ask.resident, date, ask.now) ?? []);
  return foundOrNoContent(periods.filter((period) => isServed(ask, period)).map(alertnessJson));
}

function bedtimesWithin(ask: Ask, range: Range): Answer {
  const periods = datesWithin(ask, range).flatMap((date) => bedtimeOf(ask.resident, date, ask.now) ?? []);
  return foundOrNoContent(periods.filter((period) => isServed(ask, period)).map(bedtimeJson));
}

function withPredictions(ask: Ask, range: Range): Range {
  return { from: range.from, to: addDays(ask.today, PREDICTED_DAYS) };
}

function datesWithin(ask: Ask, { from, to }: Range): ReturnType<typeof datesBetween> {
  const last = addDays(ask.today, PREDICTED_DAYS);
  const dates = datesBetween(from, to < last ? to : last);
  return dates.filter((date) => hasArrived(ask, 'sleepwise', date));
}

function isServed(ask: Ask, { isPrediction }: { isPrediction: boolean }): boolean {
  return !isPrediction || ask.dialect === 'live';
}
