// The thread that decodes large bodies: sends what it found in parts, each when it is asked for the next.
import { parentPort } from 'node:worker_threads';
import { sentContent } from './body-content.ts';
import type { DecoderRequest, DecoderResponse } from './body-decoder.ts';
import { buffersIn, type ContentPart, partsOf } from './parts.ts';

const open = new Map<number, Iterator<ContentPart>>();

parentPort?.on('message', ({ id, body }: DecoderRequest) => {
  try {
    if (body) open.set(id, partsOf(sentContent(body)));
    const { value: part } = open.get(id)?.next() ?? {};
    if (!part) return;
    if (part.kind !== 'some') open.delete(id);
    const response: DecoderResponse = { id, part };
    parentPort?.postMessage(response, buffersIn(part));
  } catch (failure) {
    open.delete(id);
    // Its message may quote the body.
    const response: DecoderResponse = { id, failure: failure instanceof Error ? failure.name : 'unknown' };
    parentPort?.postMessage(response);
  }
});
