// Sleep and Nightly Recharge.
import { type IsoDate, datesBetween } from '../../calendar.ts';
import { type PersonRequest, isAvailable } from '../request.ts';
import { type ApiResponse, found, foundOrMissing } from '../response.ts';
import { dateOf, recentDays } from '../date-ranges.ts';
import { availableSleepJson, rechargeJson, sleepJson } from '../dialects/nights.ts';
import { type Night, nightOf } from '../data/night.ts';
import { rechargeOf } from '../data/recharge.ts';
import { sleepOf } from '../data/sleep.ts';

export function listNights(request: PersonRequest): ApiResponse {
  const nights = recentNights(request, 'sleep').map((night) => sleepOf(request.person, night));
  return found({ nights: nights.map((sleep) => sleepJson(sleep, request.person, request.dialect)) });
}

export function getNight(request: PersonRequest): ApiResponse {
  const night = finishedNight(request, 'sleep', dateOf(request));
  const json = night && sleepJson(sleepOf(request.person, night), request.person, request.dialect);
  return foundOrMissing(json, `sleep of ${request.params['date']}`);
}

export function listAvailableNights(request: PersonRequest): ApiResponse {
  return found({
    available: recentNights(request, 'sleep').map((night) => availableSleepJson(sleepOf(request.person, night))),
  });
}

export function listRecharges(request: PersonRequest): ApiResponse {
  const recharges = recentNights(request, 'nightly-recharge').map((night) => rechargeOf(request.person, night));
  return found({ recharges: recharges.map((recharge) => rechargeJson(recharge, request.person, request.dialect)) });
}

export function getRecharge(request: PersonRequest): ApiResponse {
  const night = finishedNight(request, 'nightly-recharge', dateOf(request));
  const json = night && rechargeJson(rechargeOf(request.person, night), request.person, request.dialect);
  return foundOrMissing(json, `nightly recharge of ${request.params['date']}`);
}

type Kind = 'sleep' | 'nightly-recharge';

function recentNights(request: PersonRequest, kind: Kind): readonly Night[] {
  const { from, to } = recentDays(request);
  return datesBetween(from, to).flatMap((date) => finishedNight(request, kind, date) ?? []);
}

function finishedNight(request: PersonRequest, kind: Kind, date: IsoDate): Night | null {
  const night = isAvailable(request, kind, date) ? nightOf(request.person, date) : null;
  return night && night.end <= request.now ? night : null;
}
