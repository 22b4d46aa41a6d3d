// What AccessLink's own words about a failure are about, where its status alone does not tell. No list of its messages is
// documented, so the words are read as a person would read them.
import type { UpstreamReason } from './errors.ts';

const AGE =
  /\btoo (old|far|early)\b|\bolder\b|\b(last|past|previous) \d+ days\b|\bdays? (ago|back|old)\b|\bin the past\b|\bbefore (the )?(oldest|earliest)\b|\bno longer (available|stored|served)\b/i;
const NO_REASON = /\b(bad request|invalid request|exception|error|http|status)\b/gi;
const RANGE = /\b(ranges?|periods?|windows?|future|history|within|exceed\w*|limit\w*|beyond)\b|\b\d+ days?\b/i;
const REGISTRATION =
  /\b(un|not (been )?|never )registered\b|\bnot (a )?registered\b|\bregistration\b|\bno such user\b/i;
const ADDRESS =
  /\b(ping|ur[li]|address|callback|endpoint|host\w*|connect\w*|time[ds]? ?out|certificate|ssl|tls|pkix|response code)\b/i;
const CONSENT = /\bconsents?\b/i;

/** Whether a request was refused since it asks for days that are too old. */
export function isAboutAge(reason: UpstreamReason | null): boolean {
  return AGE.test(textOf(reason));
}

/** Whether a request was refused for its dates, or without a reason: everything else in a dated request is made here. */
export function isAboutDates(reason: UpstreamReason | null): boolean {
  const words = textOf(reason).replaceAll(NO_REASON, ' ');
  // A reason may repeat no more than the status: "HTTP Status 400 - Bad Request".
  return !/\p{L}/u.test(words) || isAboutAge(reason) || RANGE.test(words);
}

/** Whether a request was refused since it asks for a day that has not begun, by AccessLink's clock. */
export function isAboutFuture(reason: UpstreamReason | null): boolean {
  return /\bfuture\b|\bnot (yet )?(begun|started)\b/i.test(textOf(reason));
}

/** Whether access was denied to a user who is not registered with this client. */
export function isAboutRegistration(reason: UpstreamReason | null): boolean {
  return REGISTRATION.test(textOf(reason));
}

/** Whether access was denied for want of a consent. */
export function isAboutConsent(reason: UpstreamReason | null): boolean {
  return CONSENT.test(textOf(reason));
}

/** Whether a webhook was refused for its address, which AccessLink tries with a PING: by the address, or what came of it. */
export function isAboutAddress(reason: UpstreamReason | null): boolean {
  return ADDRESS.test(textOf(reason));
}

/** Whether a webhook was refused for its types of events. */
export function isAboutEvents(reason: UpstreamReason | null): boolean {
  return /\b(events?|subscri\w+)\b/i.test(textOf(reason));
}

/** The name of an error is of words too: `UserNotRegisteredException`. */
function textOf(reason: UpstreamReason | null): string {
  const name = reason?.errorType?.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[_-]/g, ' ') ?? '';
  return `${reason?.message ?? ''} ${name}`;
}
