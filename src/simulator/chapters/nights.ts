// Sleep and Nightly Recharge.
import { type IsoDate, datesBetween } from '../../calendar.ts';
import { type Answer, type Ask, found, foundOrMissing, hasArrived } from '../ask.ts';
import { dateOf, recentDays } from '../dates.ts';
import { availableSleepJson, rechargeJson, sleepJson } from '../dialects/nights.ts';
import { type Night, nightOf } from '../life/night.ts';
import { rechargeOf } from '../life/recharge.ts';
import { sleepOf } from '../life/sleep.ts';

export function listNights(ask: Ask): Answer {
  const nights = recentNights(ask, 'sleep').map((night) => sleepOf(ask.resident, night));
  return found({ nights: nights.map((sleep) => sleepJson(sleep, ask.resident, ask.dialect)) });
}

export function getNight(ask: Ask): Answer {
  const night = finishedNight(ask, 'sleep', dateOf(ask));
  const json = night && sleepJson(sleepOf(ask.resident, night), ask.resident, ask.dialect);
  return foundOrMissing(json, `sleep of ${ask.params['date']}`);
}

export function listAvailableNights(ask: Ask): Answer {
  return found({
    available: recentNights(ask, 'sleep').map((night) => availableSleepJson(sleepOf(ask.resident, night))),
  });
}

export function listRecharges(ask: Ask): Answer {
  const recharges = recentNights(ask, 'nightly-recharge').map((night) => rechargeOf(ask.resident, night));
  return found({ recharges: recharges.map((recharge) => rechargeJson(recharge, ask.resident, ask.dialect)) });
}

export function getRecharge(ask: Ask): Answer {
  const night = finishedNight(ask, 'nightly-recharge', dateOf(ask));
  const json = night && rechargeJson(rechargeOf(ask.resident, night), ask.resident, ask.dialect);
  return foundOrMissing(json, `nightly recharge of ${ask.params['date']}`);
}

type Kind = 'sleep' | 'nightly-recharge';

function recentNights(ask: Ask, kind: Kind): readonly Night[] {
  const { from, to } = recentDays(ask);
  return datesBetween(from, to).flatMap((date) => finishedNight(ask, kind, date) ?? []);
}

function finishedNight(ask: Ask, kind: Kind, date: IsoDate): Night | null {
  const night = hasArrived(ask, kind, date) ? nightOf(ask.resident, date) : null;
  return night && night.end <= ask.now ? night : null;
}
