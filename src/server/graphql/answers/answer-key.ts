// What two requests must have in common to have the same answer: everything of them that any answer depends on.
import { acceptedDelivery } from '../../http/accepted-delivery.ts';
import type { ReceivedRequest } from '../../http/ordinary-request.ts';

/** What each header that this server reads means for an answer that is remembered. */
export const HEADERS = {
  authorization: 'key',
  cookie: 'key',
  'accesslink-csrf': 'key',
  origin: 'key',
  'polar-user-id': 'key',
  'accesslink-time-zone': 'key',
  // Answers that say how they came about, or that are the partner's.
  'accesslink-trace': 'excluded',
  'accesslink-plan': 'excluded',
  'accesslink-partner-key': 'excluded',
  // Of ordinary requests one type of body is read, and one type of answer is chosen, which is in the key; so is whether it
  // may come in parts.
  'content-type': 'settled',
  accept: 'settled',
  // Who guesses credentials, whose unread bytes are counted, and which trace it belongs to: not what is answered.
  'accesslink-client-address': 'not read',
  traceparent: 'not read',
  // Of subscriptions, files, pages and deliveries.
  'last-event-id': 'not read',
  'if-none-match': 'not read',
  'accept-encoding': 'not read',
  'content-encoding': 'not read',
  'content-length': 'not read',
} as const satisfies Readonly<Record<string, 'key' | 'excluded' | 'settled' | 'not read'>>;

const named = (use: 'key' | 'excluded') =>
  Object.entries(HEADERS).flatMap(([name, usedAs]) => (usedAs === use ? [name] : []));
const IN_KEY = named('key');
const EXCLUDED = named('excluded');
/** Longer operations are seldom asked twice, and a key takes as much memory. */
const MAX_LENGTH = 16_384;

/** The key of a request; null when its answer is not remembered. No header has a line break. */
export function answerKey({ headers, url, resultType, text }: ReceivedRequest): string | null {
  if (text.length > MAX_LENGTH) return null;
  for (const name of EXCLUDED) if (headers.get(name) !== null) return null;
  // A client that takes answers in parts may get this one so, and wants what is deferred later, not all of it late.
  const delivery = acceptedDelivery(headers.get('accept')) ? ' or in parts' : '';
  let key = `${resultType}${delivery}\n${url.host}\n`;
  for (const name of IN_KEY) {
    const value = headers.get(name);
    key += value === null ? '\n' : `=${value}\n`;
  }
  return key + text;
}
