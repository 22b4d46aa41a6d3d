// How a client takes an answer that comes in several payloads, by the request's Accept.

/** How payloads follow each other on the wire. */
export type Framing = 'multipart/mixed' | 'text/event-stream';

/**
 * How payloads say where they belong: by ids that earlier ones have given, as graphql-js 17 and the present draft of the
 * specification do; or by paths, as the draft of August 2022 did.
 */
export type PayloadFormat = 'ids' | 'paths';

export interface PartsDelivery {
  readonly framing: Framing;
  readonly format: PayloadFormat;
  /** The parameter with which the client asked for the format, which the type of the response repeats; empty: none. */
  readonly parameter: string;
}

/** By the parameter that names one; without any, it is the present one. */
const FORMATS: Readonly<Record<string, PayloadFormat>> = {
  'incrementalspec=v0.2': 'ids',
  'deferspec=20220824': 'paths',
};
const SPECIFICATION = /^(?:incrementalspec|deferspec|subscriptionspec)=/;
const NAMED = /multipart\/mixed|text\/event-stream/i;
const REJECTED = /^q=0(?:\.0*)?$/;

/** The first way in the header that this server knows; null when there is none: the client gets one whole answer. */
export function acceptedDelivery(accept: string | null): PartsDelivery | null {
  if (accept === null || !NAMED.test(accept)) return null;
  for (const range of accept.replaceAll(/[\s"]/g, '').split(',')) {
    const [type = '', ...parameters] = range.split(';');
    const framing = type.toLowerCase();
    if (framing !== 'multipart/mixed' && framing !== 'text/event-stream') continue;
    if (parameters.some((parameter) => REJECTED.test(parameter.toLowerCase()))) continue;
    const named = parameters.filter((parameter) => SPECIFICATION.test(parameter.toLowerCase()));
    const parameter = named.find((one) => FORMATS[one.toLowerCase()]) ?? '';
    // Another specification alone is one that this server does not speak, or about subscriptions.
    if (named.length > 0 && parameter === '') continue;
    return { framing, format: FORMATS[parameter.toLowerCase()] ?? 'ids', parameter };
  }
  return null;
}
