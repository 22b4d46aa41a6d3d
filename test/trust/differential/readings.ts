// What a person has on a day, read from AccessLink for that day alone.
import { addDays, type IsoDate, isoDate } from '../../../src/calendar.ts';
import type { Rest, Wire } from './rest.ts';
import * as tables from './tables.ts';

export interface DirectPerson {
  readonly userId: string;
  readonly timeZone: string;
}

export interface DirectWorld {
  readonly rest: Rest;
  readonly person: DirectPerson;
  readonly now: number;
  /** Whether AccessLink fails, hours after everything was read. */
  readonly isStale: boolean;
}

const { read } = tables;

/** AccessLink lists sessions this many days back. */
const SESSION_DAYS = 30;

export function dayOf(date: IsoDate, world: DirectWorld): object {
  return {
    date,
    previous: () => dayOf(addDays(date, -1), world),
    next: () => dayOf(addDays(date, 1), world),
    activity: () => activityOf(date, world),
    heartRate: async () => {
      const wire = await world.rest.one(`/v3/users/continuous-heart-rate/${date}`);
      return whole(wire, tables.HEART_RATE, isStale(date, world));
    },
    cardioLoad: () => cardioLoadOf(date, world),
    night: () => nightOf(date, world),
    exercises: async () => {
      const isServed = date >= addDays(localDate(world.now, world.person.timeZone), -SESSION_DAYS);
      return isServed ? (await listExercises(world)).filter((exercise) => exercise.date === date) : null;
    },
    alertness: async () => (await alertnessOf(date, world)).find(({ gradeType }) => gradeType === 'PRIMARY'),
    circadianBedtime: async () => (await bedtimesOf(date, world))[0],
    biosensing: () => biosensingOf([date], world),
  };
}

export async function nightOf(date: IsoDate, world: DirectWorld): Promise<object | null> {
  const sleep = await world.rest.one(`/v3/users/sleep/${date}`);
  if (!sleep) return null;
  return {
    ...whole(sleep, tables.SLEEP, isStale(date, world)),
    day: () => dayOf(date, world),
    recharge: async () => {
      const wire = await world.rest.one(`/v3/users/nightly-recharge/${date}`);
      return whole(wire, tables.RECHARGE, isStale(date, world));
    },
  };
}

export async function activityOf(date: IsoDate, world: DirectWorld) {
  return whole(await world.rest.one(`/v3/users/activities/${date}`), tables.ACTIVITY, isStale(date, world));
}

/** A load of 0 that AccessLink calls not available is none. */
export async function cardioLoadOf(date: IsoDate, world: DirectWorld) {
  const load = await world.rest.one(`/v3/users/cardio-load/${date}`);
  const isNothing = load?.['cardio_load_status'] === 'LOAD_STATUS_NOT_AVAILABLE' && !load['cardio_load'];
  return isNothing ? null : whole(load, tables.CARDIO_LOAD, isStale(date, world));
}

export interface DirectExercise extends Readonly<Record<string, unknown>> {
  readonly date: string;
}

export async function listExercises(world: DirectWorld): Promise<(DirectExercise & Record<string, unknown>)[]> {
  const wires = await world.rest.list('/v3/exercises?samples=true&zones=true&route=true');
  const models = wires.map((wire) => read(wire, tables.EXERCISE) as Record<string, unknown> & { date: string });
  const started = models.toSorted((one, other) =>
    String(one['startTimeLocal']) < String(other['startTimeLocal']) ? -1 : 1,
  );
  return started.map((model) => ({
    ...model,
    stale: isStale(null, world),
    day: () => dayOf(isoDate(model.date), world),
  }));
}

/** The day on which the sleep that a period belongs to ended, by the clock of the person. */
const sleepDay = (field: string) => (wire: Wire) =>
  localDate(Date.parse(`${String(wire[field])}Z`) + Number(wire['sleep_timezone_offset_minutes']) * 60_000, 'UTC');

export async function alertnessOf(date: IsoDate, world: DirectWorld) {
  const wires = await world.rest.list(`/v3/users/sleepwise/alertness/date?from=${date}&to=${date}`);
  const own = wires.filter((wire) => sleepDay('sleep_period_end_time')(wire) === date);
  return own.map((wire) => aged(wire, tables.ALERTNESS, isStale(date, world)));
}

export async function bedtimesOf(date: IsoDate, world: DirectWorld) {
  const wires = await world.rest.list(`/v3/users/sleepwise/circadian-bedtime/date?from=${date}&to=${date}`);
  const own = wires.filter((wire) => sleepDay('preferred_sleep_period_end_time')(wire) === date);
  return own.map((wire) => aged(wire, tables.BEDTIME, isStale(date, world)));
}

/** Each list is asked for one day, and the days around it, and what does not start on a wanted day is left out. */
export function biosensingOf(dates: readonly IsoDate[], { rest, person }: DirectWorld): object {
  const wanted = new Set<string>(dates);
  const measured = (path: string, table: tables.Table, dayIn: (wire: Wire) => string) => async () => {
    const found = new Map<string, Wire>();
    for (const date of dates) {
      const around = `from=${addDays(date, -1)}&to=${addDays(date, 1)}`;
      for (const wire of await rest.list(`/v3/users/biosensing/${path}?${around}`))
        found.set(String(wire['start_time'] ?? wire['test_time'] ?? wire['sleep_date']), wire);
    }
    return [...found.values()].filter((wire) => wanted.has(dayIn(wire))).map((wire) => read(wire, table));
  };
  const atStart = ({ start_time }: Wire) => localDate(Date.parse(`${String(start_time)}Z`), person.timeZone);
  const atTest = ({ test_time, time_zone_offset }: Wire) =>
    localDate((Number(test_time) + Number(time_zone_offset) * 60) * 1000, 'UTC');
  return {
    bodyTemperature: measured('bodytemperature', tables.BODY_TEMPERATURE, atStart),
    skinTemperature: measured('skintemperature', tables.SKIN_TEMPERATURE, ({ sleep_date }) => String(sleep_date)),
    skinContacts: measured('skincontacts', tables.SKIN_CONTACT, atStart),
    ecgTests: measured('ecg', tables.ECG, atTest),
    spo2Tests: measured('spo2', tables.SPO2, atTest),
  };
}

/** A record with its fields, and whether it is older than it should be; null for none. */
export function whole(wire: Wire | null, table: tables.Table, stale: boolean): Record<string, unknown> | null {
  return wire && aged(wire, table, stale);
}

function aged(wire: Wire, table: tables.Table, stale: boolean): Record<string, unknown> {
  return { ...read(wire, table), stale };
}

/** What is of today, of yesterday, of days to come and of no day has a short time to live. */
export function isStale(date: IsoDate | null, world: DirectWorld): boolean {
  return world.isStale && (date === null || date >= addDays(localDate(world.now, world.person.timeZone), -1));
}

/** The date of an instant on the clock of a time zone. */
export function localDate(instant: number, timeZone: string): IsoDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return isoDate(parts.format(instant));
}
