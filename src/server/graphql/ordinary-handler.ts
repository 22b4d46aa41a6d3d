// Ordinary requests on their way to an answer: read, answered without Yoga, or passed on to it with their body.
import type { Clock } from '../../clock.ts';
import { type OrdinaryRequest, ordinaryRequest, type ReceivedRequest } from '../http/ordinary-request.ts';
import type { Handler } from '../http/router.ts';
import type { RepeatedAnswers } from './answers/repeated-answers.ts';
import type { OperationAnswer } from './operation-answer.ts';
import type { AnswerOrdinary } from './ordinary-operation.ts';

/** What of a request comes after its head. */
export interface RequestRest {
  /** The body; empty when it broke off. */
  readonly text: () => Promise<string>;
  /** Aborts when nobody waits for the response any more. */
  readonly signal: () => AbortSignal;
}

/** Answers an ordinary request; a response of Yoga where it has to. */
export type ServeOrdinary = (request: OrdinaryRequest, rest: RequestRest) => Promise<OperationAnswer | Response>;

export interface OrdinaryHandlerOptions {
  readonly answer: AnswerOrdinary;
  /** What was answered before, and is as true now. */
  readonly repeated: Pick<RepeatedAnswers, 'find'>;
  readonly yoga: Handler;
  readonly clock: Pick<Clock, 'elapsed'>;
}

export function createServeOrdinary({ answer, repeated, yoga, clock }: OrdinaryHandlerOptions): ServeOrdinary {
  return async (request, rest) => {
    const receivedAt = clock.elapsed();
    const received = { ...request, receivedAt, text: await rest.text() };
    return (
      (await repeated.find(received)) ??
      (await answer(received)) ??
      yoga(readRequest(received, rest.signal()), request.url)
    );
  };
}

/** A handler of all requests, which gives ordinary ones to `serve`. */
export function withOrdinary(yoga: Handler, serve: ServeOrdinary): Handler {
  return async (request, url) => {
    const { method, headers } = request;
    const ordinary = ordinaryRequest({ method, headers, url });
    if (!ordinary) return yoga(request, url);
    const served = await serve(ordinary, {
      text: () => request.text().catch(() => ''),
      signal: () => request.signal,
    });
    return isAnswer(served) ? responseOf(served) : served;
  };
}

/** Whether it is no response of Yoga. */
export function isAnswer(served: OperationAnswer | Response): served is OperationAnswer {
  return 'person' in served;
}

function responseOf({ status, headers, body }: OperationAnswer): Response {
  if (typeof body !== 'string' && !Buffer.isBuffer(body)) {
    return new Response(streamOf(body), { status, headers });
  }
  const length = String(Buffer.byteLength(body));
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    status,
    headers: { ...headers, 'content-length': length },
  });
}

function streamOf(pieces: AsyncIterable<Buffer>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void iterator.return?.(),
  });
}

/** A request whose body has been read, as far as Yoga reads requests. */
function readRequest({ method, url, headers, text }: ReceivedRequest, signal: AbortSignal): Request {
  const json = async (): Promise<unknown> => JSON.parse(text);
  return { method, url: url.href, headers, signal, json } as unknown as Request;
}
