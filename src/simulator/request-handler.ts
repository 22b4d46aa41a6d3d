// The request handler: records a request, counts it against the rate limits, injects faults, and responds.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Accounts } from './accounts.ts';
import { HttpError } from './response.ts';
import { readText } from './request-body.ts';
import type { Client } from './client.ts';
import type { Dialect } from './dialects/spelling.ts';
import type { Faults } from './faults.ts';
import type { PersonProfile } from './data/person-profile.ts';
import { type RateWindows, isMetered } from './rate-limits.ts';
import { injectFault } from './fault-injection.ts';
import type { Responder } from './responder.ts';

/** A request that the simulator has received. */
export interface RecordedRequest {
  method: string;
  /** With its query. */
  path: string;
  /** Null: no valid token. */
  userId: string | null;
  /** The kind of credential, valid or not; the credential itself is not stored. */
  credential: 'bearer' | 'basic' | 'none';
  /** 0 until there is a response. */
  status: number;
}

/** What handling a request needs. */
export interface SimulatorContext {
  readonly now: () => number;
  readonly dialect: () => Dialect;
  readonly accounts: Accounts;
  readonly client: Client;
  readonly respond: Responder;
  readonly faults: Faults;
  readonly windows: RateWindows;
  readonly requests: RecordedRequest[];
}

/** Handles one request. Errors and faults count against the rate limits too; OAuth does not: Polar has other hosts for it. */
export async function handleRequest(
  context: SimulatorContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url: path = '/' } = request;
  const { authorization } = request.headers;
  const person = personOf(context, authorization);
  const recorded: RecordedRequest = {
    method,
    path,
    userId: person?.userId ?? null,
    credential: credentialOf(authorization),
    status: 0,
  };
  context.requests.push(recorded);
  const isLimited = isMetered(path) && isOverLimit(context, response);
  const body = await readText(request).catch(() => null);
  const injected = context.faults.match(recorded);
  if (injected.delayMs > 0) await wait(injected.delayMs);
  if (response.destroyed) return;
  if (injected.failure) recorded.status = injectFault(response, injected.failure);
  else recorded.status = await respond(context, { recorded, person, body, authorization, isLimited }, response);
}

function isOverLimit(context: SimulatorContext, response: ServerResponse): boolean {
  const decision = context.windows.count(context.now());
  for (const [name, value] of Object.entries(decision.headers)) response.setHeader(name, value);
  return decision.isExceeded;
}

interface ReceivedRequest {
  readonly recorded: RecordedRequest;
  readonly person: PersonProfile | null;
  /** Null: longer than the limit. */
  readonly body: string | null;
  readonly authorization: string | undefined;
  readonly isLimited: boolean;
}

async function respond(
  context: SimulatorContext,
  received: ReceivedRequest,
  response: ServerResponse,
): Promise<number> {
  const { method, path } = received.recorded;
  const incoming = {
    method,
    path,
    body: received.body ?? '',
    person: received.person,
    isClient: context.client.isMe(received.authorization),
    now: context.now(),
    dialect: context.dialect(),
  };
  const reply = await context.respond(incoming, rejectionOf(received));
  response.writeHead(reply.status, { ...reply.headers });
  response.end(reply.body);
  return reply.status;
}

function rejectionOf({ isLimited, body }: ReceivedRequest): HttpError | undefined {
  if (isLimited) return new HttpError(429, 'Cannot respond: the rate limit is exceeded');
  return body === null ? new HttpError(413, 'Cannot read the body: it is too long') : undefined;
}

function personOf(context: SimulatorContext, authorization: string | undefined): PersonProfile | null {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? null : context.accounts.personWithToken(token);
}

function credentialOf(authorization: string | undefined): RecordedRequest['credential'] {
  const scheme = /^(bearer|basic)\b/i.exec(authorization ?? '')?.[1]?.toLowerCase();
  return scheme === 'bearer' || scheme === 'basic' ? scheme : 'none';
}
