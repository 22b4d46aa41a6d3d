// The response with an answer in parts: a payload is requested when the one before has been read.
import type { PartsDelivery, Framing } from '../../http/accepted-delivery.ts';
import { jsonPieces } from '../json-slices.ts';
import type { OperationSlices } from '../time-slices.ts';
import type { AnswerInParts } from './answer-in-parts.ts';

/** What stands around payloads. A client knows the end of one by what follows it, so that this is sent with it. */
interface Frame {
  readonly start: string;
  readonly before: string;
  readonly after: string;
  readonly end: string;
}

/** JSON has no line breaks in it: no boundary, and one line of data. */
const FRAMES: Readonly<Record<Framing, Frame>> = {
  'multipart/mixed': {
    start: '\r\n---',
    before: '\r\nContent-Type: application/json; charset=utf-8\r\n\r\n',
    after: '\r\n---',
    end: '--\r\n',
  },
  // The events of `graphql-sse` in distinct connections mode.
  'text/event-stream': { start: '', before: 'event: next\ndata: ', after: '\n\n', end: 'event: complete\ndata:\n\n' },
};

/** Proxies are not to gather payloads; that nothing is stored says every response. */
const HEADERS = { 'x-accel-buffering': 'no' };

/** What the response of an answer in parts is made for: how its client takes it, and whose time its text takes. */
export interface PartsResponseOptions {
  readonly delivery: PartsDelivery;
  readonly slices: OperationSlices;
}

/** A body that fails breaks off; when it is cancelled, the answer is not executed any further. */
export function responseInParts(answer: AnswerInParts, { delivery, slices }: PartsResponseOptions): Response {
  const pieces = framed(answer, FRAMES[delivery.framing], slices);
  let hasGone = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await pieces.next();
        if (hasGone) return;
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => {
        hasGone = true;
        void answer.return?.();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { ...HEADERS, 'content-type': typeOf(delivery) } });
}

async function* framed(answer: AnswerInParts, frame: Frame, slices: OperationSlices): AsyncGenerator<Buffer> {
  let before = frame.start + frame.before;
  for await (const payload of answer) {
    if (slices.isLong()) {
      yield Buffer.from(before);
      yield* jsonPieces(payload, slices);
      yield Buffer.from(frame.after);
    } else {
      yield Buffer.from(before + JSON.stringify(payload) + frame.after);
    }
    before = frame.before;
  }
  yield Buffer.from(frame.end);
}

function typeOf({ framing, parameter }: PartsDelivery): string {
  if (framing === 'text/event-stream') return framing;
  return `${framing}; boundary="-"${parameter && `; ${parameter}`}`;
}
