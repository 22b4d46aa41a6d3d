// What the socket has to know of the app: the headers and body limits of its routes, and whose unread bytes are whose.
import type { Identify, Identity } from './auth/identity.ts';
import { type BodyRule, type BodyRuleOf, MAX_BODY_BYTES } from './http/request-guard.ts';
import { securityHeaders } from './http/security-headers.ts';
import type { RequestHeaders } from './http/request-headers.ts';
import { createUnsentBytes, type UnsentBytes } from './http/unsent-bytes.ts';
import { WEBHOOK_PATH } from './webhook/receiver.ts';

export interface Door {
  /** Of every response. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyRuleOf: BodyRuleOf;
  readonly unsent: UnsentBytes;
  /** The person whom the credentials of a request have proved, once it is served; null when they have proved none. */
  readonly personOf: (request: { readonly headers: RequestHeaders }) => string | null;
}

const AUTH_PATH = '/auth/';
const MAX_FORM_BYTES = 16_384;

const FORM: BodyRule = { maxBytes: MAX_FORM_BYTES, isUnknownLengthAllowed: false };
const JSON_BODY: BodyRule = { maxBytes: MAX_BODY_BYTES, isUnknownLengthAllowed: false };
/** The receiver answers what is too long by itself: it has to find out whether it is a PING. */
const DELIVERY: BodyRule = { maxBytes: Infinity, isUnknownLengthAllowed: true };

/** The door of an app, and `identify` as its handlers should call it: the door remembers whom it has found. */
export function createDoor(identify: Identify, publicUrl: string | null): { door: Door; identify: Identify } {
  const people = new WeakMap<RequestHeaders, string>();
  const door: Door = {
    headers: securityHeaders(publicUrl),
    bodyRuleOf,
    unsent: createUnsentBytes(),
    personOf: ({ headers }) => people.get(headers) ?? null,
  };
  const remembering: Identify = async (request) => {
    const identity = await identify(request);
    const person = provenBy(identity);
    if (person !== null) people.set(request.headers, person);
    return identity;
  };
  return { door, identify: remembering };
}

function bodyRuleOf(pathname: string): BodyRule {
  if (pathname === WEBHOOK_PATH) return DELIVERY;
  return pathname.startsWith(AUTH_PATH) ? FORM : JSON_BODY;
}

/** The person whom credentials have proved. A made-up token proves nothing: each would be a person of its own. */
export function provenBy({ signedIn, partner }: Pick<Identity, 'signedIn' | 'partner'>): string | null {
  if (partner) return 'partner';
  return signedIn && `user:${signedIn.user.polarUserId}`;
}
