// Clients of a subscription: over server-sent events, and over a WebSocket.
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** One result, with the id that an event stream gives it. */
export interface SubscriptionResult {
  readonly id: string | null;
  readonly data: { readonly dataAvailable: Readonly<Record<string, unknown>> } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly accesslink: Readonly<Record<string, number>> };
}

export interface Subscriber {
  /** The next result; null when the subscription is over. */
  next(): Promise<SubscriptionResult | null>;
  close(): void;
}

export interface SubscribeOptions {
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Subscribes over server-sent events; resolves when the stream has begun. */
export async function subscribeByEvents(url: string, { query, headers }: SubscribeOptions): Promise<Subscriber> {
  const stop = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query }),
    signal: stop.signal,
  });
  if (!response.body) throw new Error(`Cannot subscribe: the answer was ${response.status}`);
  const blocks = blocksOf(response.body);
  // Read from at once: fetch cancels a body that nobody has begun to read when its response is garbage.
  let pending: ReturnType<typeof blocks.next> | null = blocks.next();
  pending.catch(() => {});
  const next = async (): Promise<SubscriptionResult | null> => {
    const { done, value } = await (pending ?? blocks.next());
    pending = null;
    if (done || value.includes('event: complete')) return null;
    const data = /^data: (.*)$/m.exec(value)?.[1];
    return data ? { ...(JSON.parse(data) as SubscriptionResult), id: /^id: (.*)$/m.exec(value)?.[1] ?? null } : next();
  };
  return { next, close: () => stop.abort() };
}

/** Blocks of text between empty lines, comments included. */
export async function* blocksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    yield* blocks;
  }
  return undefined;
}

/** A client of graphql-ws; `params` are those of connection_init. */
export function socketClient(
  url: string,
  params: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Client {
  class Socket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers });
    }
  }
  return createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    connectionParams: { ...params },
    webSocketImpl: Socket,
    retryAttempts: 0,
    lazy: true,
  });
}

/** Subscribes over a WebSocket; resolves when the server has acknowledged the connection. */
export async function subscribeBySocket(url: string, { query, headers }: SubscribeOptions): Promise<Subscriber> {
  const client = socketClient(url, headers);
  const connected = new Promise<void>((resolve, reject) => {
    client.on('connected', () => resolve());
    client.on('closed', (event) => reject(event as Error));
  });
  const results = client.iterate<NonNullable<SubscriptionResult['data']>>({ query });
  const first = results.next();
  first.catch(() => {});
  await connected;
  let pending: typeof first | null = first;
  return {
    next: async () => {
      const { done, value } = await (pending ?? results.next());
      pending = null;
      return done ? null : ({ ...value, id: null } as unknown as SubscriptionResult);
    },
    close: () => void client.dispose(),
  };
}
