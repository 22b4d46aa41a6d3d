// Elixir Biosensing: temperatures, skin contact, ECG and blood oxygen.
import { type IsoDate, addDays, dateOfInstant, datesBetween } from '../../calendar.ts';
import { type Answer, type Ask, foundOrNoContent } from '../ask.ts';
import { rangeOrRecent } from '../dates.ts';
import {
  bodyTemperatureJson,
  ecgJson,
  skinContactJson,
  skinTemperatureJson,
  spo2Json,
} from '../dialects/biosensing.ts';
import { bodyTemperatureOf, skinContactOf, skinTemperatureOf } from '../life/temperatures.ts';
import { ecgOf, spo2Of } from '../life/wrist-tests.ts';

/** Filtered by the UTC date of the beginning. */
export function listBodyTemperatures(ask: Ask): Answer {
  const periods = periodsBegun(ask, bodyTemperatureOf);
  return foundOrNoContent(periods.map((period) => bodyTemperatureJson(period, ask.resident.device.id)));
}

/** Filtered by the UTC date of the beginning. */
export function listSkinContacts(ask: Ask): Answer {
  const periods = periodsBegun(ask, skinContactOf);
  return foundOrNoContent(periods.map((period) => skinContactJson(period, ask.resident.device.id)));
}

export function listSkinTemperatures(ask: Ask): Answer {
  return foundOrNoContent(onDates(ask, skinTemperatureOf).map(skinTemperatureJson));
}

/** Filtered by the local date of the test. */
export function listEcgTests(ask: Ask): Answer {
  const { resident, dialect } = ask;
  return foundOrNoContent(onDates(ask, ecgOf).map((test) => ecgJson(test, resident.device.id, dialect)));
}

/** Filtered by the local date of the test. */
export function listSpo2Tests(ask: Ask): Answer {
  const { resident, dialect } = ask;
  return foundOrNoContent(onDates(ask, spo2Of).map((test) => spo2Json(test, resident.device.id, dialect)));
}

type Reading<Fact> = (resident: Ask['resident'], date: IsoDate, now: number) => Fact | null;

function onDates<Fact>(ask: Ask, read: Reading<Fact>): readonly Fact[] {
  const { from, to } = rangeOrRecent(ask);
  return datesBetween(from, to).flatMap((date) => read(ask.resident, date, ask.now) ?? []);
}

/** A recording can begin up to a day before or after its local date in UTC, and on the evening before its night. */
function periodsBegun<Fact extends { readonly start: number }>(ask: Ask, read: Reading<Fact>): readonly Fact[] {
  const { from, to } = rangeOrRecent(ask);
  const nearby = datesBetween(addDays(from, -1), addDays(to, 2));
  const periods = nearby.flatMap((date) => read(ask.resident, date, ask.now) ?? []);
  return periods.filter(({ start }) => dateOfInstant(start) >= from && dateOfInstant(start) <= to);
}
