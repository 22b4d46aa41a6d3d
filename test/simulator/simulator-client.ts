// A simulator at a fixed instant, and requests to it.
import { afterAll, beforeAll } from 'vitest';
import { type Dialect, type Simulator, type SimulatorOptions, createSimulator } from '../../src/simulator/simulator.ts';

/** A Sunday evening in Helsinki; the same day everywhere but in Tokyo and Kiritimati, where it is Monday. */
export const NOW = Date.parse('2026-11-22T18:30:00Z');

/** A response that has been read. */
export interface TestResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Null when the body is not JSON. */
  readonly json: unknown;
}

/** Sends a GET as a person, by their index. */
export type RequestAsPerson = (path: string, options?: { person?: number; dialect?: Dialect }) => Promise<TestResponse>;

/** A simulator for the tests of a file, and a function that sends a GET as one of its people (0, the demo user, by default). */
export function useSimulator(options: SimulatorOptions = {}): { sim: () => Simulator; request: RequestAsPerson } {
  let started: Simulator | undefined;
  beforeAll(async () => {
    started = await createSimulator({ now: () => NOW, limits: { short: 1e6, long: 1e6 }, ...options });
  });
  afterAll(() => started?.close());
  const sim = (): Simulator => {
    if (!started) throw new Error('The simulator is not started yet');
    return started;
  };
  const request: RequestAsPerson = async (path, { person = 0, dialect } = {}) => {
    if (dialect) sim().setDialect(dialect);
    return get(sim(), path, sim().people[person]?.token ?? '');
  };
  return { sim, request };
}

/** Sends a GET with any token. */
export async function get(sim: Simulator, path: string, token: string): Promise<TestResponse> {
  const response = await fetch(sim.url + path, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual' });
  return responseFrom(response);
}

/** Any request, as `POST /v3/users`; `client` as authorization is the id and secret of the default client. */
export async function send(
  sim: Simulator,
  request: string,
  { authorization, body }: { authorization: string; body?: unknown },
): Promise<TestResponse> {
  const [method = '', path = ''] = request.split(' ');
  const credential = authorization === 'client' ? `Basic ${btoa('simulator-client:simulator-secret')}` : authorization;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const init = { method, headers: { authorization: credential }, ...(text === undefined ? {} : { body: text }) };
  return responseFrom(await fetch(sim.url + path, { ...init, redirect: 'manual' }));
}

/** The value at a path of keys and indexes; undefined when there is none. */
export function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}

/** The value as a list of records; fails when it is none. */
export function records(value: unknown): readonly Record<string, unknown>[] {
  if (!Array.isArray(value)) throw new TypeError(`Cannot read a list: ${JSON.stringify(value)?.slice(0, 80)} is none`);
  return value as Record<string, unknown>[];
}

async function responseFrom(response: Response): Promise<TestResponse> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
