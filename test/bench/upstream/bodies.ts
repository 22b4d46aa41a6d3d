// What the stand-in upstream answers to a path: bytes that are made once.
import { addDays, datesBetween, dateOfInstant, type IsoDate, isIsoDate } from '../../../src/calendar.ts';
import { records } from './records.ts';

/** What can be set while it runs. */
export interface Settings {
  /** How long it waits before it answers. */
  readonly latencyMs: number;
  /** Samples of a day of heart rate: 288 is one every five minutes. */
  readonly heartRates: number;
  /** Whether calls are written down one by one, and not counted only. */
  readonly recording: boolean;
  /** Whether the simulator answers, which knows every path of AccessLink. */
  readonly simulated: boolean;
}

/** The body of the answer to a path with its query; null where there is nothing. */
export type BodyOf = (path: string, settings: Settings) => Buffer | null;

/** Remembers each body that it has made. */
export function createBodies(): BodyOf {
  const made = new Map<string, Buffer | null>();
  let madeOn: IsoDate = today();
  return (path, settings) => {
    // The lists end today.
    if (madeOn !== today()) made.clear();
    madeOn = today();
    const key = `${settings.heartRates} ${path}`;
    let body = made.get(key);
    if (body === undefined) {
      const text = bodyOf(new URL(path, 'http://accesslink.test'), settings);
      body = text === null ? null : Buffer.from(text);
      // Large bodies are made for one measurement only.
      if (made.size > 20_000) made.clear();
      made.set(key, body);
    }
    return body;
  };
}

function today(): IsoDate {
  return dateOfInstant(Date.now());
}

const lastDates = (count: number) => datesBetween(addDays(today(), 1 - count), today());

type OfDate = (date: IsoDate, settings: Settings) => string;

const heartRate: OfDate = (date, { heartRates }) => records.heartRate(date, heartRates);

/** Paths that end in a date, up to it. */
const OF_DATE: Readonly<Record<string, OfDate>> = {
  '/v3/users/activities/': records.activity,
  '/v3/users/sleep/': records.sleep,
  '/v3/users/nightly-recharge/': records.recharge,
  '/v3/users/continuous-heart-rate/': heartRate,
  '/v3/users/cardio-load/': (date) => `[${records.cardioLoad(date)}]`,
};

/** Paths with `from` and `to`: what a date has, and the property in which the list stands where it stands in one. */
const OF_RANGE: Readonly<Record<string, readonly [OfDate, string?]>> = {
  '/v3/users/activities/': [records.activity],
  '/v3/users/activities': [records.activity],
  '/v3/users/cardio-load/date': [records.cardioLoad],
  '/v3/users/continuous-heart-rate': [heartRate, 'heart_rates'],
};

/** The lists of the last days. */
const RECENT: Readonly<Record<string, readonly [OfDate, string?]>> = {
  '/v3/users/sleep': [records.sleep, 'nights'],
  '/v3/users/nightly-recharge': [records.recharge, 'recharges'],
  '/v3/users/cardio-load/': [records.cardioLoad],
};

function bodyOf({ pathname, searchParams }: URL, settings: Settings): string | null {
  const [, before = '', date = ''] = /^(.*\/)([\d-]{10})$/.exec(pathname) ?? [];
  if (isIsoDate(date)) return OF_DATE[before]?.(date, settings) ?? null;
  const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? today()];
  const ranged = OF_RANGE[pathname];
  if (ranged && isIsoDate(from) && isIsoDate(to)) return listOf(datesBetween(from, to), ranged, settings);
  const recent = RECENT[pathname];
  if (recent) return listOf(lastDates(28), recent, settings);
  const days = /^\/v3\/users\/cardio-load\/period\/days\/(\d+)$/.exec(pathname)?.[1];
  if (days) return listOf(lastDates(Number(days)), [records.cardioLoad], settings);
  if (pathname === '/v3/exercises') {
    return listOf(
      lastDates(28).filter((_, index) => index % 3 === 0),
      [records.exercise],
      settings,
    );
  }
  const user = /^\/v3\/users\/(\d+)$/.exec(pathname)?.[1];
  return user ? JSON.stringify({ 'polar-user-id': Number(user), 'first-name': 'Aino', 'last-name': 'Laine' }) : null;
}

function listOf(dates: readonly IsoDate[], [ofDate, property]: readonly [OfDate, string?], settings: Settings): string {
  const list = `[${dates.map((date) => ofDate(date, settings)).join(',')}]`;
  return property === undefined ? list : `{"${property}":${list}}`;
}
