// The part of the control API that changes data and delivers events, over HTTP.
import { countFrom, fieldsOf, given, shown, textFrom } from './control-bodies.ts';
import { type BodyMeasures, WITHHOLDABLE, type Withholdable } from './data/runtime-changes.ts';
import { WORKOUT_KINDS, type WorkoutKind } from './data/workout.ts';
import type { ControlApi } from './control-api.ts';
import { EVENT_TYPES, type SentEvent } from './webhooks/payloads.ts';
import type { DeliveryOptions } from './webhooks/webhooks.ts';

/** Runs a request of the control API with its JSON body; the result becomes the response. */
export type ControlAction = (simulator: ControlApi, body: unknown) => unknown;

export const DATA_ACTIONS: Readonly<Record<string, ControlAction>> = {
  'POST /control/exercises': (simulator, body) => {
    const { userId, ...session } = sessionFrom(body);
    return simulator.addExercise(userId, session);
  },
  'POST /control/syncs': (simulator, body) => simulator.syncDay(userFrom(body)),
  'POST /control/physical-infos': (simulator, body) => {
    const { userId, ...changes } = measuresFrom(body);
    return simulator.addPhysicalInfo(userId, changes);
  },
  'POST /control/withheld': (simulator, body) => simulator.withhold(...withheldFrom(body)),
  'DELETE /control/withheld': (simulator, body) => simulator.release(...withheldFrom(body)),
  'POST /control/new-data': (simulator, body) => simulator.deliverNewData(userFrom(body)),
  'POST /control/deliveries': async (simulator, body) => {
    const { event, options } = fieldsOf(body, ['event', 'options']);
    return { status: await simulator.deliver(eventFrom(event), optionsFrom(options ?? {})) };
  },
};

/** `{"userId": "47110001"}`. */
function userFrom(body: unknown): string {
  return textFrom('userId', fieldsOf(body, ['userId'])['userId']);
}

/** `{"userId": "47110001", "date": "2026-11-20", "sport": "walk"}`; only the id is required. */
function sessionFrom(body: unknown): { userId: string; date?: string; sport?: WorkoutKind } {
  const { userId, date, sport } = fieldsOf(body, ['userId', 'date', 'sport']);
  const oneOfKinds = (name: string, value: unknown): WorkoutKind => oneOf(WORKOUT_KINDS, name, value);
  return { userId: textFrom('userId', userId), ...given('date', date, textFrom), ...given('sport', sport, oneOfKinds) };
}

/** `{"userId": "47110001", "weightKg": 64}`. */
function measuresFrom(body: unknown): { userId: string } & Partial<BodyMeasures> {
  const names = ['weightKg', 'heightCm', 'restingHeartRate', 'maximumHeartRate', 'vo2Max'] as const;
  const fields = fieldsOf(body, ['userId', ...names]);
  const changes = names.map((name) => given(name, fields[name], numberFrom));
  return Object.assign({ userId: textFrom('userId', fields['userId']) }, ...changes);
}

/** `{"userId": "47110001", "resource": "sleep", "date": "2026-11-20"}`. */
function withheldFrom(body: unknown): [string, Withholdable, string] {
  const { userId, resource, date } = fieldsOf(body, ['userId', 'resource', 'date']);
  return [textFrom('userId', userId), oneOf(WITHHOLDABLE, 'resource', resource), textFrom('date', date)];
}

/** `{"type": "SLEEP", "userId": "47110001", "date": "2026-11-20"}`. */
function eventFrom(body: unknown): SentEvent {
  const names = ['date', 'entityId', 'from', 'to'] as const;
  const fields = fieldsOf(body, ['type', 'userId', ...names]);
  const event = { type: oneOf(EVENT_TYPES, 'type', fields['type']), userId: textFrom('userId', fields['userId']) };
  return Object.assign(event, ...names.map((name) => given(name, fields[name], textFrom)));
}

/** `{"times": 2, "badSignature": true}`. */
function optionsFrom(body: unknown): DeliveryOptions {
  const { times, unsigned, badSignature, body: text } = fieldsOf(body, ['times', 'unsigned', 'badSignature', 'body']);
  return {
    ...given('times', times, countFrom),
    ...given('body', text, textFrom),
    unsigned: unsigned === true,
    badSignature: badSignature === true,
  };
}

function numberFrom(name: string, value: unknown): number {
  if (typeof value === 'number') return value;
  throw new TypeError(`Cannot read ${name}: ${shown(value)} is not a number`);
}

function oneOf<Name extends string>(names: readonly Name[], field: string, value: unknown): Name {
  const known = names.find((name) => name === value);
  if (known !== undefined) return known;
  throw new TypeError(`Cannot read ${field}: ${shown(value)} is none of ${names.join(', ')}`);
}
