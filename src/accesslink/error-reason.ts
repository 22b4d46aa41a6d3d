// What a response says about a failure: AccessLink's error type, message and correlation id, in whichever form they are sent.
import type { CleanText } from './clean-text.ts';
import { type FailedResponse, isPage, isXml } from './error-body.ts';
import type { UpstreamReason } from './errors.ts';
import { byPlainName, isJsonObject, type JsonObject, jsonOrNothing } from './json.ts';
import type { ResponseHeaders } from './rate-limit.ts';

const MAX_MESSAGE_LENGTH = 300;
const MAX_NAME_LENGTH = 100;
const MAX_DEPTH = 3;
/** As many parts of a list or an object are looked at. */
const MAX_PARTS = 20;

/** The properties of AccessLink first, then those of OAuth, of problem details (RFC 9457) and of gateways before AccessLink. */
const NAMES = {
  errorType: ['errortype', 'error', 'errorcode', 'code'],
  message: ['message', 'errordescription', 'errormessage', 'detail', 'description', 'faultstring', 'title', 'errors'],
  correlationId: ['corrid', 'correlationid', 'requestid', 'traceid'],
} as const;

type Property = keyof typeof NAMES;
type Properties = Partial<Readonly<Record<Property, string>>>;

const ID_HEADERS = ['x-correlation-id', 'correlation-id', 'x-corr-id', 'corr-id'];

/**
 * What a failed response says: the properties of an error, in any spelling and within whatever is around it; a text that is
 * no JSON; the title of a page; what its headers say. Nothing else of the body.
 */
export function reasonIn(
  text: string,
  { statusCode: status, headers }: Pick<FailedResponse, 'statusCode' | 'headers'>,
  clean: CleanText,
): UpstreamReason {
  const json = jsonOrNothing(text);
  const said = { ...headerProperties(headers), ...(json === undefined ? inText(text, headers) : inJson(json)) };
  return { status, ...cleaned(said, clean) };
}

/**
 * What a body with a status of success says, when it is an error in the place of data: `stated` is the status in it. Null for
 * every other body, one with data besides its error too.
 */
export function errorIn(body: unknown, clean: CleanText): (UpstreamReason & { readonly stated: number | null }) | null {
  if (!isJsonObject(body)) return null;
  const named = byPlainName(body);
  const stated = Number(named.get('status') ?? statusWithin(named.get('error')));
  const isStated = stated >= 400 && stated < 600;
  const isError = hasText(named.get('errortype')) || isTelling(named.get('error')) || isTelling(named.get('errors'));
  if (!isError && !(isStated && hasText(named.get('message')))) return null;
  const hasData = Object.entries(body).some(([name, value]) => !isErrorName(name) && isFilled(value));
  if (hasData) return null;
  return { status: 200, stated: isStated ? stated : null, ...cleaned(inJson(body), clean) };
}

/** Whether a body with a status of success is an error in the place of data. */
export function isErrorBody(body: unknown): boolean {
  return errorIn(body, (text) => text) !== null;
}

function statusWithin(error: unknown): unknown {
  return isJsonObject(error) ? byPlainName(error).get('status') : undefined;
}

function isTelling(value: unknown): boolean {
  return Object.keys(inJson(typeof value === 'string' ? { error: value } : value)).length > 0;
}

function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function hasText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function cleaned(said: Properties, clean: CleanText): Omit<UpstreamReason, 'status'> {
  const shown = (text: string | undefined, maxLength: number) => (text === undefined ? null : clean(text, maxLength));
  return {
    errorType: shown(said.errorType, MAX_NAME_LENGTH),
    message: shown(said.message, MAX_MESSAGE_LENGTH),
    correlationId: shown(said.correlationId, MAX_NAME_LENGTH),
  };
}

/** Of the objects that may be the error, each property from the first that has it. */
function inJson(json: unknown): Properties {
  if (typeof json === 'string') return { message: json };
  return Object.assign({}, ...objectsIn(json).map(propertiesOf).toReversed()) as Properties;
}

/** The objects that may be an error, what is within `error` or `errors` first. */
function objectsIn(body: unknown, depth = 0): JsonObject[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(body)) return body.slice(0, MAX_PARTS).flatMap((one) => objectsIn(one, depth + 1));
  if (!isJsonObject(body)) return [];
  const entries = Object.entries(body).slice(0, MAX_PARTS);
  const [errors, others] = [true, false].map((isError) => entries.filter(([name]) => isErrorName(name) === isError));
  const within = (parts: typeof entries = []) => parts.flatMap(([, value]) => objectsIn(value, depth + 1));
  return [...within(errors), body, ...within(others)];
}

function isErrorName(name: string): boolean {
  return /^errors?$/i.test(name);
}

function propertiesOf(body: JsonObject): Properties {
  const named = byPlainName(body);
  const found = Object.entries(NAMES).map(([property, names]) => {
    const texts = names.map((name) => textIn(named.get(name), property));
    return [property, texts.find((text) => text !== null)];
  });
  return Object.fromEntries(found.filter(([, text]) => text !== undefined)) as Properties;
}

/** A number names no type of error; a message may be a list. */
function textIn(value: unknown, property: string): string | null {
  if (typeof value === 'number') return property === 'errorType' ? null : String(value);
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  const isList =
    property === 'message' &&
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((part) => typeof part === 'string');
  return isList ? value.join('; ') : null;
}

/** OAuth's error of a token that is not accepted (RFC 6750, section 3), and the id that some servers send as a header. */
function headerProperties(headers: ResponseHeaders): Properties {
  const challenge = String(headers['www-authenticate'] ?? '');
  const parameter = (name: string) => new RegExp(`\\b${name}="([^"]+)"`).exec(challenge)?.[1];
  return propertiesOf({
    error: parameter('error'),
    error_description: parameter('error_description'),
    corrId: ID_HEADERS.map((name) => headers[name]).find(hasText),
  });
}

/** XML, the beginning of JSON, a page, or a sentence that is declared as one, as a proxy or an old resource may send it. */
function inText(text: string, headers: ResponseHeaders): Properties {
  if (isXml(text) || /^\s*[[{]/.test(text)) return inMarkup(text);
  if (isPage(text, headers)) return propertiesOf({ title: /<(title|h1)\b[^>]*>([^<]+)/i.exec(text)?.[2] });
  const isPlain = /^\s*text\/plain/i.test(String(headers['content-type'] ?? ''));
  return isPlain && !/^\s*"/.test(text) ? propertiesOf({ message: text }) : {};
}

const NAMED_TEXT = /"([\w-]{1,40})"\s*:\s*("(?:[^"\\]|\\.)*"|\d+)|<([\w-]{1,40})>([^<]+)<\//g;

/** The texts with a name, in what cannot be parsed. */
function inMarkup(text: string): Properties {
  const named = [...text.matchAll(NAMED_TEXT)].map(([, name, json, tag, inner]): [string, unknown] =>
    name === undefined ? [tag ?? '', inner] : [name, jsonOrNothing(json ?? '')],
  );
  return propertiesOf(Object.fromEntries(named.toReversed()));
}
