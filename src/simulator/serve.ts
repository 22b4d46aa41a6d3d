// One request over HTTP: it is written down, counted, met by its fate, and answered.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from './ask.ts';
import type { Dialect } from './dialects/spelling.ts';
import type { Faults } from './faults.ts';
import type { Resident } from './life/resident.ts';
import type { RateWindows } from './limits.ts';
import { misbehave } from './misbehave.ts';
import type { Responder } from './responder.ts';

export interface SeenRequest {
  method: string;
  /** With its query. */
  path: string;
  /** Null: no valid token. */
  userId: string | null;
  /** 0 as long as nothing was answered. */
  status: number;
}

export interface World {
  readonly now: () => number;
  readonly dialect: () => Dialect;
  /** By access token. */
  readonly residents: ReadonlyMap<string, Resident>;
  readonly respond: Responder;
  readonly faults: Faults;
  readonly windows: RateWindows;
  readonly requests: SeenRequest[];
}

/** Answers one request. Every request counts, also one that is refused or meets a fault. */
export async function serve(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  request.resume();
  const resident = residentOf(world, request.headers.authorization);
  const { method = 'GET', url: path = '/' } = request;
  const seen: SeenRequest = { method, path, userId: resident?.userId ?? null, status: 0 };
  world.requests.push(seen);
  const verdict = world.windows.count(world.now());
  for (const [name, value] of Object.entries(verdict.headers)) response.setHeader(name, value);
  const fate = world.faults.meet(path, seen.userId);
  if (fate.delayMs > 0) await wait(fate.delayMs);
  if (response.destroyed) return;
  if (fate.failure) seen.status = misbehave(response, fate.failure);
  else seen.status = answer(world, { seen, resident, isRefused: verdict.isRefused }, response);
}

interface Arrived {
  readonly seen: SeenRequest;
  readonly resident: Resident | null;
  readonly isRefused: boolean;
}

function answer(world: World, { seen, resident, isRefused }: Arrived, response: ServerResponse): number {
  const incoming = { method: seen.method, path: seen.path, resident, now: world.now(), dialect: world.dialect() };
  const refusal = isRefused ? new Refusal(429, 'Cannot answer: the rate limit is used up') : undefined;
  const reply = world.respond(incoming, refusal);
  if (reply.contentType !== null) response.setHeader('Content-Type', reply.contentType);
  response.writeHead(reply.status);
  response.end(reply.body);
  return reply.status;
}

function residentOf(world: World, authorization: string | undefined): Resident | null {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? null : (world.residents.get(token) ?? null);
}
