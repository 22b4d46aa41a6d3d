// Elixir Biosensing: temperatures, skin contact, ECG and blood oxygen.
import { type IsoDate, addDays, dateOfInstant, datesBetween } from '../../calendar.ts';
import type { PersonRequest } from '../request.ts';
import { type ApiResponse, foundOrNoContent } from '../response.ts';
import { rangeOrRecent } from '../date-ranges.ts';
import {
  bodyTemperatureJson,
  ecgJson,
  skinContactJson,
  skinTemperatureJson,
  spo2Json,
} from '../dialects/biosensing.ts';
import { bodyTemperatureOf, skinContactOf, skinTemperatureOf } from '../data/temperatures.ts';
import { ecgOf, spo2Of } from '../data/wrist-tests.ts';

/** By the UTC date of the start. */
export function listBodyTemperatures(request: PersonRequest): ApiResponse {
  const periods = periodsBegun(request, bodyTemperatureOf);
  return foundOrNoContent(periods.map((period) => bodyTemperatureJson(period, request.person.device.id)));
}

/** By the UTC date of the start. */
export function listSkinContacts(request: PersonRequest): ApiResponse {
  const periods = periodsBegun(request, skinContactOf);
  return foundOrNoContent(periods.map((period) => skinContactJson(period, request.person.device.id)));
}

export function listSkinTemperatures(request: PersonRequest): ApiResponse {
  return foundOrNoContent(onDates(request, skinTemperatureOf).map(skinTemperatureJson));
}

/** By the local date of the test. */
export function listEcgTests(request: PersonRequest): ApiResponse {
  const { person, dialect } = request;
  return foundOrNoContent(onDates(request, ecgOf).map((test) => ecgJson(test, person.device.id, dialect)));
}

/** By the local date of the test. */
export function listSpo2Tests(request: PersonRequest): ApiResponse {
  const { person, dialect } = request;
  return foundOrNoContent(onDates(request, spo2Of).map((test) => spo2Json(test, person.device.id, dialect)));
}

type FactReader<Fact> = (person: PersonRequest['person'], date: IsoDate, now: number) => Fact | null;

function onDates<Fact>(request: PersonRequest, read: FactReader<Fact>): readonly Fact[] {
  const { from, to } = rangeOrRecent(request);
  return datesBetween(from, to).flatMap((date) => read(request.person, date, request.now) ?? []);
}

/** Looks at dates around the range: the UTC date of a start can be a day off, and a night starts on the evening before. */
function periodsBegun<Fact extends { readonly start: number }>(
  request: PersonRequest,
  read: FactReader<Fact>,
): readonly Fact[] {
  const { from, to } = rangeOrRecent(request);
  const nearby = datesBetween(addDays(from, -1), addDays(to, 2));
  const periods = nearby.flatMap((date) => read(request.person, date, request.now) ?? []);
  return periods.filter(({ start }) => dateOfInstant(start) >= from && dateOfInstant(start) <= to);
}
