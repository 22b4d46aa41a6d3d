// A stand-in for AccessLink, on a port of its own: it answers by a list of replies, and records what it was asked.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import type { Ping, Reply } from './scripted/case.ts';
import { contentOf, fits, type ReplyContent, type ScriptedRequest } from './scripted/replies.ts';

export interface ScriptedUpstream {
  readonly url: string;
  /** From now on answers by these: the first that fits does, and with nothing fitting 204. */
  answerBy(replies: readonly Reply[]): void;
  /** What it was asked since it was started. */
  readonly requests: readonly ScriptedRequest[];
  close(): Promise<void>;
}

/** Starts it without replies. `now` decides what is too old for a reply by day. */
export async function startScriptedUpstream(now: () => number): Promise<ScriptedUpstream> {
  const requests: ScriptedRequest[] = [];
  let left: { readonly reply: Reply; times: number }[] = [];
  const replyTo = (request: ScriptedRequest): Reply | null => {
    const found = left.find(({ reply, times }) => times > 0 && fits(reply, request));
    if (found) found.times -= 1;
    return found?.reply ?? null;
  };
  const server = createServer((message, response) => {
    const { pathname, search } = new URL(message.url ?? '/', 'http://accesslink.test');
    const request = { method: message.method ?? '', path: pathname, query: search.slice(1) };
    requests.push(request);
    const reply = replyTo(request);
    const answered = reply ? answer(reply, contentOf(reply, request, now()), { message, response }) : nothing(response);
    answered.catch((failure: unknown) => response.destroy(failure instanceof Error ? failure : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    answerBy: (replies) => {
      left = replies.map((reply) => ({ reply, times: reply.times ?? Number.POSITIVE_INFINITY }));
    },
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Exchange {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer(reply: Reply, content: ReplyContent, { message, response }: Exchange): Promise<void> {
  const sent = await textOf(message);
  if (reply.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, reply.delayMs));
  const refusal = reply.pingBack ? await pingBack(reply.pingBack, sent) : null;
  if (refusal !== null) return void response.writeHead(400, JSON_HEADERS).end(JSON.stringify(refusal));
  const { status, isJson, body } = content;
  response.writeHead(status, { ...(isJson ? JSON_HEADERS : {}), ...reply.headers }).end(body);
}

async function nothing(response: ServerResponse): Promise<void> {
  response.writeHead(204).end();
}

const JSON_HEADERS = { 'content-type': 'application/json' };

/** Null when the address answered 200; else what AccessLink says when it refuses. */
async function pingBack({ url, body, headers }: Ping, sent: string): Promise<object | null> {
  const address = url ?? String((JSON.parse(sent) as { readonly url?: unknown }).url);
  const { status } = await fetch(address, { method: 'POST', body: body ?? null, headers: headers ?? {} });
  if (status === 200) return null;
  return {
    error: {
      timestamp: '2026-01-31T12:01:45.963',
      status: 400,
      error_type: 'WebhookPingFailedException',
      message: `Ping failed to URL ${address}. Response code was [${status}]`,
      corr_id: 'ec1122c7-0000-4467-b3d0-28f419536413',
    },
  };
}
