// Why a sign-in fails, and what a person or an app is told about it.
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { HtmlPage } from './pages.ts';

/** `access-missing`: registered with this client, and AccessLink refuses their data nevertheless. */
export type SignInReason =
  | 'denied'
  | 'code-refused'
  | 'consent-missing'
  | 'access-missing'
  | 'not-registered'
  | 'busy'
  | 'unavailable'
  | 'unreadable';

interface Told extends HtmlPage {
  /** RFC 6749, section 4.1.2.1. */
  readonly error: 'access_denied' | 'server_error' | 'temporarily_unavailable';
}

const AGAIN = { href: '/auth/login', label: 'Sign in again' };

/** A sign-in that came to nothing. No session and no token came out of it. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly reason: SignInReason;

  constructor(reason: SignInReason, cause?: unknown) {
    super(`Cannot sign in: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** The failure of a request to Polar or AccessLink; `refused` is what a plain no means there. Any other failure as it is. */
export function signInErrorFrom(failure: unknown, refused: SignInReason): unknown {
  if (!(failure instanceof AccessLinkError)) return failure;
  switch (failure.code) {
    case 'refused':
    case 'unauthorized':
    case 'forbidden':
    case 'conflict':
      return new SignInError(refused, failure);
    case 'rate-limited':
      return new SignInError('busy', failure);
    case 'invalid':
      return new SignInError('unreadable', failure);
    default:
      return new SignInError('unavailable', failure);
  }
}

/** What to tell, for every reason. */
export const signInPages = {
  denied: {
    status: 403,
    error: 'access_denied',
    title: 'You are not signed in',
    text: 'Polar did not give access: consent was declined, or the request was refused.',
    next: AGAIN,
  },
  'code-refused': {
    status: 502,
    error: 'server_error',
    title: 'Polar did not accept this sign-in',
    text: 'Polar refused the code that it had given. It is not sent again, since Polar would end every access of yours.',
    next: AGAIN,
  },
  'consent-missing': {
    status: 403,
    error: 'access_denied',
    title: 'Polar asks for your consent first',
    text: 'You have not accepted all mandatory consents at Polar. Accept them at account.polar.com, then sign in again.',
    next: AGAIN,
  },
  'access-missing': {
    status: 403,
    error: 'access_denied',
    title: 'Polar keeps your data closed',
    text:
      'You are registered with this service, and Polar refuses your data nevertheless. Remove this service from the ' +
      'partner services at account.polar.com, then sign in again to be registered anew.',
    next: AGAIN,
  },
  'not-registered': {
    status: 502,
    error: 'server_error',
    title: 'Polar did not register you',
    text: 'Polar says that you are registered already, and that it does not know you. Sign in again later.',
    next: AGAIN,
  },
  busy: {
    status: 503,
    error: 'temporarily_unavailable',
    title: 'Too much is asked of Polar just now',
    text: 'The request budget of this service at Polar is used up. Sign in again in a quarter of an hour.',
    next: AGAIN,
  },
  unavailable: {
    status: 502,
    error: 'temporarily_unavailable',
    title: 'Polar does not answer',
    text: 'Polar could not be reached, or did not answer in time. Nothing was kept. Sign in again later.',
    next: AGAIN,
  },
  unreadable: {
    status: 502,
    error: 'server_error',
    title: 'Polar sent an answer that cannot be understood',
    text: 'Nothing was kept. Sign in again later.',
    next: AGAIN,
  },
} satisfies Record<SignInReason, Told>;
