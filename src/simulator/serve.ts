// One request over HTTP: it is written down, counted, met by its fate, and answered.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Accounts } from './accounts.ts';
import { Refusal } from './ask.ts';
import { readText } from './body.ts';
import type { Client } from './client.ts';
import type { Dialect } from './dialects/spelling.ts';
import type { Faults } from './faults.ts';
import type { Resident } from './life/resident.ts';
import { type RateWindows, isMetered } from './limits.ts';
import { misbehave } from './misbehave.ts';
import type { Responder } from './responder.ts';

export interface SeenRequest {
  method: string;
  /** With its query. */
  path: string;
  /** Null: no valid token. */
  userId: string | null;
  /** The kind that was presented, valid or not; the credential itself is not kept. */
  credential: 'bearer' | 'basic' | 'none';
  /** 0 as long as nothing was answered. */
  status: number;
}

export interface World {
  readonly now: () => number;
  readonly dialect: () => Dialect;
  readonly accounts: Accounts;
  readonly client: Client;
  readonly respond: Responder;
  readonly faults: Faults;
  readonly windows: RateWindows;
  readonly requests: SeenRequest[];
}

/** Answers one request. Every request counts, also one that is refused or meets a fault; OAuth is on other hosts. */
export async function serve(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url: path = '/' } = request;
  const { authorization } = request.headers;
  const resident = residentOf(world, authorization);
  const seen: SeenRequest = {
    method,
    path,
    userId: resident?.userId ?? null,
    credential: credentialOf(authorization),
    status: 0,
  };
  world.requests.push(seen);
  const isRefused = isMetered(path) && isOverLimit(world, response);
  const body = await readText(request).catch(() => null);
  const fate = world.faults.meet(path, seen.userId);
  if (fate.delayMs > 0) await wait(fate.delayMs);
  if (response.destroyed) return;
  if (fate.failure) seen.status = misbehave(response, fate.failure);
  else seen.status = await answer(world, { seen, resident, body, authorization, isRefused }, response);
}

function isOverLimit(world: World, response: ServerResponse): boolean {
  const verdict = world.windows.count(world.now());
  for (const [name, value] of Object.entries(verdict.headers)) response.setHeader(name, value);
  return verdict.isRefused;
}

interface Arrived {
  readonly seen: SeenRequest;
  readonly resident: Resident | null;
  /** Null: longer than anybody needs. */
  readonly body: string | null;
  readonly authorization: string | undefined;
  readonly isRefused: boolean;
}

async function answer(world: World, arrived: Arrived, response: ServerResponse): Promise<number> {
  const { method, path } = arrived.seen;
  const incoming = {
    method,
    path,
    body: arrived.body ?? '',
    resident: arrived.resident,
    isClient: world.client.isMe(arrived.authorization),
    now: world.now(),
    dialect: world.dialect(),
  };
  const reply = await world.respond(incoming, refusalOf(arrived));
  response.writeHead(reply.status, { ...reply.headers });
  response.end(reply.body);
  return reply.status;
}

function refusalOf({ isRefused, body }: Arrived): Refusal | undefined {
  if (isRefused) return new Refusal(429, 'Cannot answer: the rate limit is used up');
  return body === null ? new Refusal(413, 'Cannot read the body: it is too long') : undefined;
}

function residentOf(world: World, authorization: string | undefined): Resident | null {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? null : world.accounts.holderOf(token);
}

function credentialOf(authorization: string | undefined): SeenRequest['credential'] {
  const scheme = /^(bearer|basic)\b/i.exec(authorization ?? '')?.[1]?.toLowerCase();
  return scheme === 'bearer' || scheme === 'basic' ? scheme : 'none';
}
