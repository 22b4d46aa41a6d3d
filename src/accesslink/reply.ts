// From a response with content to a reply: its body read within limits, and decoded here or, when it is large, in the thread.
import type { Clock } from '../clock.ts';
import { CANNOT_UNPACK, readBody, type SentBody, tooLarge, unpackedBody, unreadable } from './body.ts';
import type { LargeBodies } from './decoder/large-bodies.ts';
import { type BodyContent, jsonContent } from './decoder/body-content.ts';
import { type BodyDecoder, DecoderError } from './decoder/body-decoder.ts';
import type { ResponseHeaders } from './rate-limit.ts';
import { errorForBody, labelOf } from './response-errors.ts';
import type { TimeLimit } from './time-limit.ts';
import type { UpstreamReply, UpstreamRequest } from './upstream.ts';

/** A response whose status says that there is content. */
export interface ContentResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: AsyncIterable<Buffer>;
  /** Until the end of the body. */
  readonly untilEnd: TimeLimit | null;
}

/** What all replies of a transport share. */
export interface ReplyReading {
  readonly clock: Clock;
  /** Largest body, after decompression. */
  readonly maxBodyBytes: number;
  /** Bodies up to this size are decoded in this thread. */
  readonly smallBodyBytes: number;
  readonly largeBodies: LargeBodies;
  readonly decoder: BodyDecoder;
}

/** Rejects with AccessLinkError, or with why the body broke off. */
export async function readReply(
  response: ContentResponse,
  request: UpstreamRequest,
  reading: ReplyReading,
): Promise<UpstreamReply> {
  let giveBack = () => {};
  const onLarge = async () => {
    // AccessLink does not send meanwhile: waiting for others is not its time.
    response.untilEnd?.cancel();
    giveBack = await reading.largeBodies.admit();
    response.untilEnd?.restart();
  };
  try {
    const { maxBodyBytes: maxBytes, smallBodyBytes: smallBytes, clock } = reading;
    const { nextTurn } = clock;
    const sent = await readBody(response, { maxBytes, smallBytes, label: labelOf(request), onLarge, nextTurn });
    return await replyOf(sent, { response, request, reading });
  } finally {
    giveBack();
  }
}

interface Reading {
  readonly response: ContentResponse;
  readonly request: UpstreamRequest;
  readonly reading: ReplyReading;
}

async function replyOf(sent: SentBody, { response, request, reading }: Reading): Promise<UpstreamReply> {
  const { status, headers } = response;
  const label = labelOf(request);
  if (sent.size === 0) {
    // No documented read is answered with 200 and no byte: "nothing" is 204, 404, or an empty list.
    if ((request.method ?? 'GET') === 'GET') throw unreadable(label, 'it is empty', { problem: 'empty-body' });
    return { status, body: undefined };
  }
  const content = await contentOf(sent, { response, request, reading });
  switch (content.kind) {
    case 'records':
      return { status, body: undefined, decoded: content.decoded };
    case 'packed':
      if (content.isTooLarge) throw tooLarge(label, { limit: reading.maxBodyBytes, size: null });
      throw unreadable(label, CANNOT_UNPACK);
    case 'unreadable':
      if (content.isPage) throw unreadable(label, 'it is an HTML page', { problem: 'html-page' });
      throw unreadable(label, 'it is not JSON');
    case 'json': {
      const error = errorForBody(content.body, headers, { request, clock: reading.clock });
      if (error) throw error;
      return { status, body: content.body };
    }
  }
}

/** Of a large body in the thread, of others here. */
async function contentOf(sent: SentBody, { response, request, reading }: Reading): Promise<BodyContent> {
  const { headers } = response;
  const { record } = request;
  const { maxBodyBytes: maxBytes, decoder } = reading;
  const label = labelOf(request);
  if (record === undefined || !sent.isLarge) return jsonContent(await unpackedBody(sent, { maxBytes, label }), headers);
  const contentType = headers['content-type']?.toString();
  try {
    return await decoder.decode({ blocks: sent.blocks, contentType, record, maxBytes });
  } catch (failure) {
    if (!(failure instanceof DecoderError)) throw failure;
    if (failure.isOutOfMemory) throw tooLarge(label, { limit: sent.size, size: null });
    throw unreadable(label, 'the thread that decodes it has ended', { cause: failure });
  }
}
