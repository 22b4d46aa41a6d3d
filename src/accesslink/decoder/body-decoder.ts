// Decodes large bodies in a thread of their own, so that nobody else waits meanwhile.
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Cancel, Clock } from '../../clock.ts';
import type { BodyContent, EncodedBody } from './body-content.ts';
import { contentOf, type ContentPart } from './parts.ts';

export interface BodyDecoder {
  /** The blocks go over to the thread. Rejects with DecoderError. */
  decode(body: EncodedBody): Promise<BodyContent>;
  /** Whether there is a thread now. */
  isRunning(): boolean;
  /** Ends the thread; what it decodes is rejected. */
  close(): Promise<void>;
}

/** What the thread is sent: a body, or nothing but the id of one whose next part is wanted. */
export interface DecoderRequest {
  readonly id: number;
  readonly body?: EncodedBody;
}

/** What the thread answers: a part, or the name of the error that a body ended with. */
export interface DecoderResponse {
  readonly id: number;
  readonly part?: ContentPart;
  readonly failure?: string;
}

/** A body that could not be decoded, since the thread has ended, or had no memory left. */
export class DecoderError extends Error {
  override readonly name = 'DecoderError';
  readonly isOutOfMemory: boolean;

  constructor(cause: unknown) {
    super('Cannot decode a body: its thread has ended', { cause });
    this.isOutOfMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  }
}

/** The program of the thread, next to this file whether it is compiled or not. */
const PROGRAM = new URL(`./thread${extname(import.meta.url)}`, import.meta.url);
/** A thread takes some 30 MB, and after a large body more: it ends when there was none for so long. */
const IDLE_MS = 5_000;
/** Of parsed JSON and records: six times the largest body. */
const MEMORY_MB = 256;

/** A decoder whose thread starts with the first body. Another one takes the place of a thread that has ended. */
export function createBodyDecoder(clock: Pick<Clock, 'after'>, memoryMb = MEMORY_MB): BodyDecoder {
  let thread: DecoderThread | null = null;
  let stopIdle: Cancel = () => {};
  const end = async () => {
    const ended = thread;
    thread = null;
    await ended?.close();
  };
  return {
    decode: async (body) => {
      stopIdle();
      const used = (thread ??= startThread(memoryMb, () => {
        if (thread === used) thread = null;
      }));
      try {
        return await used.decode(body);
      } finally {
        if (used === thread && used.isIdle()) {
          stopIdle();
          stopIdle = clock.after(IDLE_MS, () => void end());
        }
      }
    },
    isRunning: () => thread !== null,
    close: async () => {
      stopIdle();
      await end();
    },
  };
}

interface DecoderThread extends Omit<BodyDecoder, 'isRunning'> {
  readonly isIdle: () => boolean;
}

interface Waiting {
  readonly parts: ContentPart[];
  readonly resolve: (content: BodyContent) => void;
  readonly reject: (failure: DecoderError) => void;
}

function startThread(memoryMb: number, onEnd: () => void): DecoderThread {
  const worker = new Worker(PROGRAM, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const fail = (cause: unknown) => {
    onEnd();
    for (const { reject } of waiting.values()) reject(new DecoderError(cause));
    waiting.clear();
  };
  const settle = (id: number) => {
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(null));
  worker.on('message', ({ id, part, failure }: DecoderResponse) => {
    const waiter = waiting.get(id);
    if (!waiter) return;
    if (part) waiter.parts.push(part);
    const content = contentOf(waiter.parts);
    if (!content && failure === undefined) return worker.postMessage({ id } satisfies DecoderRequest);
    settle(id);
    if (content) waiter.resolve(content);
    else waiter.reject(new DecoderError(failure));
  });
  return {
    isIdle: () => waiting.size === 0,
    decode: (body) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { parts: [], resolve, reject });
        worker.ref();
        worker.postMessage(
          { id: last, body } satisfies DecoderRequest,
          body.blocks.map(({ buffer }) => buffer),
        );
      }),
    close: async () => void (await worker.terminate()),
  };
}
