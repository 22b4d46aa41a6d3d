// The user and the physical information as JSON.
import type { Registration } from '../accounts.ts';
import { bodyOf, hasPhysicalInfo } from '../data/physical-info.ts';
import type { PersonProfile } from '../data/person-profile.ts';
import { type Dialect, type Json, wholeNumber } from './spelling.ts';

/** `/v3/users/{user-id}`; missing values are null in the live dialect, absent where documented. */
export function userJson(person: PersonProfile, registration: Registration, dialect: Dialect): Json {
  const body = bodyOf(person);
  const knowsBody = hasPhysicalInfo(person);
  return {
    'polar-user-id': wholeNumber(person.userId),
    'member-id': registration.memberId,
    'registration-date': new Date(registration.at).toISOString(),
    'first-name': person.firstName,
    'last-name': person.lastName,
    birthdate: body.birthdate,
    gender: body.gender,
    ...optional('weight', knowsBody ? body.weightKg : null, dialect),
    ...optional('height', knowsBody ? body.heightCm : null, dialect),
    ...optional('extra-info', null, dialect),
  };
}

/** `/v3/users/physical-info`: kg, cm, beats per minute, ml/kg/min. */
export function physicalInfoJson(person: PersonProfile): Json {
  const body = bodyOf(person);
  const changedAt = person.runtimeChanges.measures.at(-1)?.at;
  const threshold = (share: number): number => Math.round(body.maximumHeartRate * share);
  return {
    weight: body.weightKg,
    height: body.heightCm,
    created: `${person.since}T11:23:05.000Z`,
    modified: changedAt === undefined ? `${person.since}T11:31:47.000Z` : new Date(changedAt).toISOString(),
    birthday: body.birthdate,
    gender: body.gender,
    maximum_heart_rate: body.maximumHeartRate,
    resting_heart_rate: body.restingHeartRate,
    aerobic_threshold: threshold(0.75),
    anaerobic_threshold: threshold(0.9),
    vo2_max: body.vo2Max,
    weight_source: 'SOURCE_USER',
    training_background: 'REGULAR',
    typical_day: 'MOSTLY_SITTING',
    sleep_goal: 'PT8H',
  };
}

function optional(key: string, value: number | null, dialect: Dialect): Json {
  return value === null && dialect === 'documented' ? {} : { [key]: value };
}
