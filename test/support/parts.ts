// A client that takes answers in parts: reads their payloads as they come, and puts them together.
import type { App } from '../../src/server/app.ts';
import type { AnsweredError, AskOptions } from './gateway.ts';

export const IDS = 'multipart/mixed;incrementalSpec=v0.2, application/json';
export const PATHS = 'multipart/mixed;deferSpec=20220824, application/json';

type Path = readonly (string | number)[];

/** A payload in either format. */
export interface Payload {
  readonly data?: unknown;
  readonly errors?: readonly AnsweredError[];
  readonly pending?: readonly { readonly id: string; readonly path: Path; readonly label?: string }[];
  readonly incremental?: readonly {
    readonly id?: string;
    readonly subPath?: Path;
    readonly path?: Path;
    readonly data?: unknown;
    readonly items?: readonly unknown[] | null;
    readonly errors?: readonly AnsweredError[];
  }[];
  readonly completed?: readonly { readonly id: string; readonly errors?: readonly AnsweredError[] }[];
  readonly hasNext?: boolean;
  readonly extensions?: { readonly accesslink: { readonly calls: number } & Readonly<Record<string, unknown>> };
}

export interface InParts {
  readonly status: number;
  readonly type: string;
  /** The next payload; null when the answer is complete. Rejects when it broke off. */
  next(): Promise<Payload | null>;
  /** All that are left. */
  rest(): Promise<Payload[]>;
  /** Goes away: what is being waited for breaks off. */
  leave(): Promise<void>;
}

/** Posts a query without a socket, and takes the answer as `accept` says. */
export async function askInParts(
  app: Pick<App, 'fetch'>,
  query: string,
  { accept = IDS, variables, headers }: AskOptions & { readonly accept?: string } = {},
): Promise<InParts> {
  const response = await app.fetch(
    new Request('http://gateway.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept, ...headers },
      body: JSON.stringify({ query, variables }),
    }),
  );
  const type = response.headers.get('content-type') ?? '';
  const reader = response.body?.getReader();
  const payloads = reader ? payloadsIn(reader, type) : payloadsOfNothing();
  const next = async () => (await payloads.next()).value ?? null;
  const rest = async () => {
    const all: Payload[] = [];
    for (let payload = await next(); payload; payload = await next()) all.push(payload);
    return all;
  };
  return { status: response.status, type, next, rest, leave: async () => reader?.cancel() };
}

async function* payloadsOfNothing(): AsyncGenerator<Payload, undefined> {}

/** Each as soon as it is known to be complete: by the boundary or the empty line behind it. */
async function* payloadsIn(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  type: string,
): AsyncGenerator<Payload, undefined> {
  const isMultipart = type.startsWith('multipart/mixed');
  const isStream = isMultipart || type.startsWith('text/event-stream');
  const decoder = new TextDecoder();
  let text = '';
  let isComplete = false;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    text += decoder.decode(chunk.value, { stream: true });
    const blocks = isStream ? text.split(isMultipart ? '\r\n---' : '\n\n') : [text];
    text = isStream ? (blocks.pop() ?? '') : text;
    for (const block of blocks) if (isStream && block.includes('{')) yield JSON.parse(block.slice(block.indexOf('{')));
    isComplete ||= isMultipart ? text === '--\r\n' : blocks.some((block) => block.startsWith('event: complete'));
  }
  if (!isStream) yield JSON.parse(text);
  else if (!isComplete) throw new Error('Cannot read the answer: it broke off');
  return undefined;
}

/** The answer that the payloads are: the data put together, and all errors. */
export function merged(payloads: readonly Payload[]): {
  readonly data: unknown;
  readonly errors: readonly AnsweredError[];
  readonly failed: number;
} {
  const paths = new Map<string, Path>();
  const answer: { data: unknown } = { data: undefined };
  const errors: AnsweredError[] = [];
  let failed = 0;
  for (const { data, pending = [], incremental = [], completed = [], ...payload } of payloads) {
    if (data !== undefined) answer.data = data;
    errors.push(...(payload.errors ?? []));
    for (const { id, path } of pending) paths.set(id, path);
    for (const part of incremental) {
      errors.push(...(part.errors ?? []));
      if (part.data === null || part.items === null) failed += 1;
      const at: Path = ['data', ...(part.path ?? [...(paths.get(part.id ?? '') ?? []), ...(part.subPath ?? [])])];
      if (part.items) valueAt(answer, part.path ? at.slice(0, -1) : at, Array.isArray).push(...part.items);
      else if (part.data) mergeInto(valueAt(answer, at, isObject), part.data);
    }
    const failures = completed.flatMap(({ errors: own }) => (own ? [own] : []));
    failed += failures.length;
    errors.push(...failures.flat());
  }
  return { ...answer, errors, failed };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function valueAt<T>(root: unknown, path: Path, isRight: (value: unknown) => value is T): T {
  let at = root;
  for (const key of path) at = isObject(at) ? at[key] : undefined;
  if (!isRight(at)) throw new Error(`Cannot merge at ${path.join('.')}: there is ${JSON.stringify(at)}`);
  return at;
}

function mergeInto(target: Record<string, unknown>, source: object): void {
  for (const [name, value] of Object.entries(source)) {
    const own = target[name];
    if (isObject(own) && isObject(value)) mergeInto(own, value);
    else target[name] = value;
  }
}
