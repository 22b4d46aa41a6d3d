// The clients that README shows, as programs: its own code, with the address and the token of a test.
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { compileFunction } from 'node:vm';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** An event as the clients of README show it. */
export interface ShownEvent {
  readonly id: string;
  readonly type: string;
  readonly date: string;
}

export interface RunningClient {
  readonly shown: ShownEvent[];
  /** Resolves when it knows for the first time where its events stand. */
  readonly begun: Promise<void>;
  readonly stop: () => void;
}

const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

/** How many times as fast as README's they wait before they come back. */
const SPEED = 10;

/** Subscribes with `graphql-ws`. */
export function runSocketClient(url: string, token: string): RunningClient {
  const shown: ShownEvent[] = [];
  const code = codeWith('createClient(')
    .replace('ws://localhost:4000', url.replace('http', 'ws'))
    .replace('alg_…', token);
  const withSocket: typeof createClient = (options) => createClient({ ...options, webSocketImpl: WebSocket });
  const run = compileFunction(`${code}\nreturn client;`, ['createClient', 'show', 'setTimeout']) as (
    ...from: unknown[]
  ) => ReturnType<typeof createClient>;
  const client = run(withSocket, (event: ShownEvent) => shown.push(event), faster);
  const begun = new Promise<void>((resolve) => client.on('connected', () => resolve()));
  return { shown, begun, stop: () => void client.dispose() };
}

/** Subscribes over server-sent events. */
export function runStreamClient(url: string, token: string): RunningClient {
  const shown: ShownEvent[] = [];
  const stop = new AbortController();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const noting = () =>
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        controller.enqueue(chunk);
        begin();
      },
    });
  const stoppable: typeof fetch = async (target, init) => {
    if (stop.signal.aborted) return new Promise(() => {});
    const response = await fetch(target, { ...init, signal: stop.signal });
    return new Response(response.body?.pipeThrough(noting()));
  };
  const code = codeWith('text/event-stream');
  const run = compileFunction(`${code}\nreturn subscribe;`, ['fetch', 'show', 'setTimeout']) as (
    ...from: unknown[]
  ) => (url: string, authorization: string) => Promise<void>;
  void run(stoppable, (event: ShownEvent) => shown.push(event), faster)(`${url}/graphql`, `Bearer ${token}`);
  return { shown, begun, stop: () => stop.abort() };
}

function faster(task: () => void, milliseconds: number) {
  return setTimeout(task, milliseconds / SPEED);
}

/** The example of README that has this in it, as JavaScript. */
function codeWith(part: string): string {
  const blocks = [...README.matchAll(/```ts\n([^]*?)```/g)].map(([, code = '']) => code);
  const found = blocks.filter((code) => code.includes(part));
  if (found.length !== 1) throw new Error(`Cannot run the example with "${part}": README has ${found.length}`);
  return stripTypeScriptTypes(found[0] ?? '');
}
