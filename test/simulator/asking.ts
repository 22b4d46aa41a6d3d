// Starting a simulator at a fixed instant and asking it.
import { afterAll, beforeAll } from 'vitest';
import { type Dialect, type Simulator, type SimulatorOptions, createSimulator } from '../../src/simulator/simulator.ts';

/** A Sunday evening in Helsinki; the same day everywhere but in Tokyo and Kiritimati, where it is Monday. */
export const NOW = Date.parse('2026-11-22T18:30:00Z');

export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Null when the body is not JSON. */
  readonly json: unknown;
}

export type Ask = (path: string, options?: { person?: number; dialect?: Dialect }) => Promise<Got>;

/** A simulator for the tests of a file, and a way to ask it as one of its people (0, the demo user, by default). */
export function useSimulator(options: SimulatorOptions = {}): { sim: () => Simulator; ask: Ask } {
  let started: Simulator | undefined;
  beforeAll(async () => {
    started = await createSimulator({ now: () => NOW, limits: { short: 1e6, long: 1e6 }, ...options });
  });
  afterAll(() => started?.close());
  const sim = (): Simulator => {
    if (!started) throw new Error('The simulator is not started yet');
    return started;
  };
  const ask: Ask = async (path, { person = 0, dialect } = {}) => {
    if (dialect) sim().setDialect(dialect);
    return get(sim(), path, sim().people[person]?.token ?? '');
  };
  return { sim, ask };
}

/** Asks with any token. */
export async function get(sim: Simulator, path: string, token: string): Promise<Got> {
  const response = await fetch(sim.url + path, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual' });
  return gotFrom(response);
}

/** Any request, as `POST /v3/users`; `client` as authorization stands for the id and secret of the default client. */
export async function send(
  sim: Simulator,
  request: string,
  { authorization, body }: { authorization: string; body?: unknown },
): Promise<Got> {
  const [method = '', path = ''] = request.split(' ');
  const credential = authorization === 'client' ? `Basic ${btoa('simulator-client:simulator-secret')}` : authorization;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const init = { method, headers: { authorization: credential }, ...(text === undefined ? {} : { body: text }) };
  return gotFrom(await fetch(sim.url + path, { ...init, redirect: 'manual' }));
}

/** Reads down a path of keys and indexes; undefined where it ends. */
export function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}

/** The value as a list of records; fails when it is none. */
export function records(value: unknown): readonly Record<string, unknown>[] {
  if (!Array.isArray(value)) throw new TypeError(`Cannot read a list: ${JSON.stringify(value)?.slice(0, 80)} is none`);
  return value as Record<string, unknown>[];
}

async function gotFrom(response: Response): Promise<Got> {
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
