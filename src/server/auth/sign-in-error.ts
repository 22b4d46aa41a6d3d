// Why a sign-in fails, and the page or OAuth error for it.
import { AccessLinkError, type AccessLinkErrorCode } from '../../accesslink/errors.ts';
import { accessLinkFailures } from '../../domain/failures.ts';
import type { HtmlPage } from './pages.ts';

/** Polar or its user declines. `access-missing`: the user is registered with this client, and AccessLink denies access. */
export type DenialReason = 'denied' | 'code-rejected' | 'consent-missing' | 'access-missing' | 'not-registered';

/** A denial, or the code of a failure that says nothing about the user. */
export type SignInReason = DenialReason | AccessLinkErrorCode;

interface SignInPage extends HtmlPage {
  /** RFC 6749, section 4.1.2.1. */
  readonly error: 'access_denied' | 'server_error' | 'temporarily_unavailable';
}

const AGAIN = { href: '/auth/login', label: 'Sign in again' };

/** A failed sign-in: it created no session and no token. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly reason: SignInReason;

  constructor(reason: SignInReason, cause?: unknown) {
    super(`Cannot sign in: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** Codes with which Polar or AccessLink declines a request that was understood. */
const DENIALS: readonly AccessLinkErrorCode[] = ['refused', 'unauthorized', 'forbidden', 'conflict'];

/** A failure of AccessLink as a SignInError, where `denial` is what declining the request means. Others are unchanged. */
export function signInErrorFrom(failure: unknown, denial: DenialReason): unknown {
  if (!(failure instanceof AccessLinkError)) return failure;
  return new SignInError(DENIALS.includes(failure.code) ? denial : failure.code, failure);
}

/** The page for a failed sign-in. */
export function signInPage({ reason }: SignInError): SignInPage {
  return isDenial(reason) ? denialPages[reason] : failurePage(reason);
}

function isDenial(reason: SignInReason): reason is DenialReason {
  return Object.hasOwn(denialPages, reason);
}

function failurePage(code: AccessLinkErrorCode): SignInPage {
  const failure = accessLinkFailures[code];
  return {
    status: failure.status,
    error: failure.code === 'UPSTREAM_INVALID' ? 'server_error' : 'temporarily_unavailable',
    title: 'Polar did not complete the sign-in',
    text: `${failure.message}. Nothing was stored.`,
    next: AGAIN,
  };
}

const denialPages = {
  denied: {
    status: 403,
    error: 'access_denied',
    title: 'You are not signed in',
    text: 'Polar did not grant access: consent was declined, or the request was rejected.',
    next: AGAIN,
  },
  'code-rejected': {
    status: 502,
    error: 'server_error',
    title: 'Polar did not accept this sign-in',
    text:
      'Polar rejected the authorization code that it had issued. It is not sent twice: Polar would then revoke all your ' +
      'tokens. Sign in again.',
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
    title: 'Polar denies access to your data',
    text:
      'You are registered with this service, but Polar denies access to your data. Remove this service from the partner ' +
      'services at account.polar.com, then sign in again to register anew.',
    next: AGAIN,
  },
  'not-registered': {
    status: 502,
    error: 'server_error',
    title: 'Polar did not register you',
    text: 'Polar reports both that you are registered already and that you are unknown. Sign in again later.',
    next: AGAIN,
  },
} satisfies Record<DenialReason, SignInPage>;
