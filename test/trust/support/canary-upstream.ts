// An AccessLink of people who are known by their data: every text and number of person n that can hold it names n.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addDays, isoDate } from '../../../src/calendar.ts';

export interface CanaryPerson {
  readonly index: number;
  readonly userId: string;
  readonly token: string;
}

export interface CanaryUpstream {
  readonly url: string;
  readonly calls: () => number;
  close(): Promise<void>;
}

const FIRST_ID = 48_000_000;
const FIRST_NUMBER = 7_000_000;
/** Rate limits that nothing reaches. */
const AMPLE = {
  'ratelimit-usage': '1, 1',
  'ratelimit-limit': '10000000, 10000000',
  'ratelimit-reset': '900, 86400',
};
const TODAY = isoDate('2026-11-22');

export const canaryPerson = (index: number): CanaryPerson => ({
  index,
  userId: String(FIRST_ID + index),
  token: `canary-token-${index}-end`,
});

/** The people whom a text is about: whose texts, numbers and ids are in it. */
export function peopleIn(text: string): Set<number> {
  const found = [
    ...[...text.matchAll(/canary-(?:\w+-)?(\d+)-/g)].map(([, index]) => Number(index)),
    ...[...text.matchAll(/\b7\d{6}\b/g)].map(([number]) => Number(number) - FIRST_NUMBER),
    ...[...text.matchAll(/\b48\d{6}\b/g)].map(([number]) => Number(number) - FIRST_ID),
  ];
  return new Set(found);
}

/** Starts it; each reply takes a moment, so that requests overlap and can be aborted on their way. */
export async function startCanaryUpstream(delayMs: () => number): Promise<CanaryUpstream> {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    setTimeout(() => answer(request, response), delayMs());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: () => calls,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function answer({ url = '/', headers }: IncomingMessage, response: ServerResponse): void {
  const index = /canary-token-(\d+)-end/.exec(headers.authorization ?? '')?.[1];
  if (index === undefined) return void response.writeHead(401).end();
  const { pathname, searchParams } = new URL(url, 'http://accesslink.test');
  const body = bodyFor(Number(index), pathname, searchParams);
  if (body === undefined) return void response.writeHead(204, AMPLE).end();
  response.writeHead(200, { 'content-type': 'application/json', ...AMPLE }).end(JSON.stringify(body));
}

type Fields = Readonly<Record<string, unknown>>;

function bodyFor(index: number, path: string, query: URLSearchParams): unknown {
  const [text, number] = [`canary-${index}-`, FIRST_NUMBER + index];
  const night = (date: string): Fields => ({
    date,
    device_id: text,
    sleep_start_time: `${date}T00:10:00+02:00`,
    sleep_end_time: `${date}T07:10:00+02:00`,
    light_sleep: number,
  });
  const activity = (date: string): Fields => ({ start_time: `${date}T00:00:00`, steps: number, calories: number });
  const exercise = (id: string): Fields => ({
    id,
    device: text,
    start_time: '2026-11-20T08:00:00',
    start_time_utc_offset: 120,
    upload_time: '2026-11-20T10:00:00Z',
    calories: number,
    sport: 'RUNNING',
  });
  const single = /\/(\d{4}-\d\d-\d\d)$/.exec(path)?.[1] ?? '';
  if (path === `/v3/users/${FIRST_ID + index}`) return { 'polar-user-id': FIRST_ID + index, 'first-name': text };
  if (path === '/v3/users/physical-info') return { weight: number, created: '2026-01-01T00:00:00Z' };
  if (path === '/v3/users/activities/') return datesIn(query).map(activity);
  if (path.startsWith('/v3/users/activities/2')) return activity(single);
  if (path === '/v3/users/sleep') return { nights: lastDays(28).map(night) };
  if (path.startsWith('/v3/users/sleep/2')) return night(single);
  if (path === '/v3/exercises') return [exercise(`x${index}`)];
  if (path.startsWith('/v3/exercises/')) return exercise(path.split('/')[3] ?? '');
  if (path === '/v3/users/biosensing/spo2') return [{ source_device_id: text, test_time: 1_795_000_000 }];
  return undefined;
}

function datesIn(query: URLSearchParams): string[] {
  const [from, to] = ['from', 'to'].map((name) => isoDate(query.get(name) ?? TODAY));
  const dates: string[] = [];
  for (let date = from ?? TODAY; date <= (to ?? TODAY); date = addDays(date, 1)) dates.push(date);
  return dates;
}

function lastDays(count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(TODAY, index - count + 1));
}
