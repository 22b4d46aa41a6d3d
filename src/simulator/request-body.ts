// The body of a request, up to a limit.
import type { IncomingMessage } from 'node:http';

const MAX_BODY_BYTES = 65_536;

/** The body as text. Throws RangeError when it is longer than the limit. */
export async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_BODY_BYTES) throw new RangeError(`Cannot read the body: it is over ${MAX_BODY_BYTES} bytes`);
  }
  return text;
}

/** The body as JSON; undefined when it is empty. Throws TypeError when it is not JSON, RangeError when it is too long. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TypeError('Cannot read the body: it is not JSON', { cause });
  }
}
