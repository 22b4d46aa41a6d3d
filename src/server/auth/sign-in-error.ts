// Why a sign-in fails, and the page or OAuth error for it.
import { AccessLinkError, type AccessLinkErrorCode } from '../../accesslink/errors.ts';
import type { AuthorizationError } from '../../accesslink/oauth.ts';
import { accessLinkFailures, describeFailure } from '../../domain/failures.ts';
import type { SignInStep } from '../observability/log/events.ts';
import type { HtmlPage } from './pages.ts';

/**
 * Polar or its user declines: `access-missing`: the user is registered with this client, and AccessLink denies access.
 * `token-request-rejected`: the request for a token is at fault, not the code in it. `invalid-callback`: Polar sent neither a code nor an error.
 */
export type DenialReason =
  | AuthorizationError
  | 'code-rejected'
  | 'token-request-rejected'
  | 'consent-missing'
  | 'access-missing'
  | 'not-registered'
  | 'invalid-callback';

/** Why there is no session: a denial, or a failure that says nothing about the user. */
export type SignInReason = DenialReason | AccessLinkError;

interface SignInPage extends HtmlPage {
  /** RFC 6749, section 4.1.2.1. */
  readonly error: AuthorizationError;
}

const AGAIN = { href: '/auth/login', label: 'Sign in again' };

/** A failed sign-in: it created no session and no token. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly reason: SignInReason;

  constructor(reason: SignInReason, cause?: unknown) {
    super(`Cannot sign in: ${reason instanceof AccessLinkError ? reason.code : reason}`, { cause });
    this.reason = reason;
  }
}

/** Codes with which Polar or AccessLink declines a request that was understood. */
const DENIALS: readonly AccessLinkErrorCode[] = ['refused', 'unauthorized', 'forbidden', 'conflict'];

/** A failure of AccessLink as a SignInError, where `denial` is what declining the request means. Others are unchanged. */
export function signInErrorFrom(failure: unknown, denial: DenialReason): unknown {
  if (!(failure instanceof AccessLinkError)) return failure;
  return new SignInError(DENIALS.includes(failure.code) ? denial : failure, failure);
}

/** What a failed sign-in is called in the log: one word. */
export function reasonName({ reason }: SignInError): string {
  return reason instanceof AccessLinkError ? reason.code : reason;
}

/** At which step a sign-in failed that Polar had sent back. */
export function stepOf(reason: SignInReason): SignInStep {
  if (reason instanceof AccessLinkError) return reason.label?.includes('/v3/') ? 'registration' : 'token-exchange';
  if (reason === 'invalid-callback') return 'callback';
  if (reason === 'code-rejected' || reason === 'token-request-rejected') return 'token-exchange';
  return isRegistration(reason) ? 'registration' : 'consent';
}

function isRegistration(reason: DenialReason): boolean {
  return reason === 'consent-missing' || reason === 'access-missing' || reason === 'not-registered';
}

/** The page for a failed sign-in. */
export function signInPage({ reason, cause }: SignInError): SignInPage {
  if (reason instanceof AccessLinkError) return failurePage(reason);
  const page = denialPages[reason];
  return cause instanceof AccessLinkError ? { ...page, text: `${page.text} ${describeReason(cause)}`.trim() } : page;
}

/** AccessLink's own words, for the person to pass on. */
function describeReason({ upstream }: AccessLinkError): string {
  const { message = null, errorType = null } = upstream ?? {};
  const said = message !== null && errorType !== null ? `${message} (${errorType})` : (message ?? errorType);
  const id = upstream?.correlationId ?? null;
  return [said && `Polar says: ${said}`, id && `Correlation id: ${id}`].filter(Boolean).join('. ');
}

/** Nobody is asked to try again what cannot succeed before the server is set up in another way. */
function failurePage(failure: AccessLinkError): SignInPage {
  const { code, status } = accessLinkFailures[failure.code];
  const isFinal = failure.code === 'client-rejected' || failure.problem === 'redirect';
  return {
    status,
    error: isFinal || code === 'UPSTREAM_INVALID' ? 'server_error' : 'temporarily_unavailable',
    title: 'Polar did not complete the sign-in',
    text: `${describeFailure(failure)}. ${namedError(failure)}Nothing was stored.`,
    ...(isFinal ? {} : { next: AGAIN }),
  };
}

/** The error by its name, where `describeFailure` has its message instead. */
function namedError({ upstream }: AccessLinkError): string {
  return upstream?.errorType && upstream.message ? `Error: ${upstream.errorType}. ` : '';
}

const DECLINED = {
  status: 403,
  error: 'access_denied',
  title: 'You are not signed in',
  text: 'Polar did not grant access: consent was declined.',
  next: AGAIN,
} as const;

/** The authorization request is made of the configuration alone: sent again, it would be rejected again. */
function misconfigured(error: AuthorizationError, reason: string): SignInPage {
  return {
    status: 502,
    error,
    title: 'Polar does not let this server sign anybody in',
    text: `Polar rejected the request of this server (${error}): ${reason}. Whoever runs this server must correct that.`,
  };
}

const denialPages: Readonly<Record<DenialReason, SignInPage>> = {
  access_denied: DECLINED,
  invalid_request: misconfigured(
    'invalid_request',
    'its callback address may not be among the redirect URLs of the client at Polar',
  ),
  unauthorized_client: misconfigured('unauthorized_client', 'its client may not sign people in'),
  unsupported_response_type: misconfigured('unsupported_response_type', 'Polar does not give codes at this address'),
  invalid_scope: misconfigured('invalid_scope', 'Polar does not know the scope accesslink.read_all'),
  server_error: {
    status: 502,
    error: 'server_error',
    title: 'Polar did not complete the sign-in',
    text: 'Polar reports an error of its own. Nothing was stored. Sign in again later.',
    next: AGAIN,
  },
  temporarily_unavailable: {
    status: 503,
    error: 'temporarily_unavailable',
    title: 'Polar did not complete the sign-in',
    text: 'Polar is overloaded or under maintenance. Nothing was stored. Sign in again later.',
    next: AGAIN,
  },
  'invalid-callback': {
    status: 502,
    error: 'server_error',
    title: 'Polar did not complete the sign-in',
    text: 'Polar sent neither an authorization code nor an error. Nothing was stored.',
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
  'token-request-rejected': {
    status: 502,
    error: 'server_error',
    title: 'Polar did not accept this sign-in',
    text:
      'Polar rejected the request of this server for a token. If it does so again, whoever runs this server must compare ' +
      'its callback address with the redirect URLs of the client at Polar, and the address of the token endpoint.',
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
    text: 'Polar did not register you with this service, although you gave your consent. Sign in again later.',
    next: AGAIN,
  },
};
