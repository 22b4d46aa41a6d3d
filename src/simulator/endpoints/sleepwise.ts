// SleepWise: alertness and circadian bedtime, by the day of waking up.
import { addDays, datesBetween } from '../../calendar.ts';
import { type PersonRequest, isAvailable } from '../request.ts';
import { type ApiResponse, foundOrNoContent } from '../response.ts';
import { type Range, rangeOf, recentDays } from '../date-ranges.ts';
import { alertnessJson, bedtimeJson } from '../dialects/sleepwise.ts';
import { alertnessOf, bedtimeOf } from '../data/sleepwise.ts';

/** The live API adds predictions for tomorrow and the day after. */
const PREDICTED_DAYS = 2;

export function listAlertness(request: PersonRequest): ApiResponse {
  return alertnessWithin(request, withPredictions(request, recentDays(request)));
}

export function listAlertnessInRange(request: PersonRequest): ApiResponse {
  return alertnessWithin(request, rangeOf(request));
}

export function listBedtimes(request: PersonRequest): ApiResponse {
  return bedtimesWithin(request, withPredictions(request, recentDays(request)));
}

export function listBedtimesInRange(request: PersonRequest): ApiResponse {
  return bedtimesWithin(request, rangeOf(request));
}

function alertnessWithin(request: PersonRequest, range: Range): ApiResponse {
  const periods = datesWithin(request, range).flatMap((date) => alertnessOf(request.person, date, request.now) ?? []);
  return foundOrNoContent(periods.filter((period) => isServed(request, period)).map(alertnessJson));
}

function bedtimesWithin(request: PersonRequest, range: Range): ApiResponse {
  const periods = datesWithin(request, range).flatMap((date) => bedtimeOf(request.person, date, request.now) ?? []);
  return foundOrNoContent(periods.filter((period) => isServed(request, period)).map(bedtimeJson));
}

function withPredictions(request: PersonRequest, range: Range): Range {
  return { from: range.from, to: addDays(request.today, PREDICTED_DAYS) };
}

function datesWithin(request: PersonRequest, { from, to }: Range): ReturnType<typeof datesBetween> {
  const last = addDays(request.today, PREDICTED_DAYS);
  const dates = datesBetween(from, to < last ? to : last);
  return dates.filter((date) => isAvailable(request, 'sleepwise', date));
}

function isServed(request: PersonRequest, { isPrediction }: { isPrediction: boolean }): boolean {
  return !isPrediction || request.dialect === 'live';
}
