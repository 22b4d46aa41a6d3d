// How each failure is reported to clients: its code, its HTTP status, and a message.
import type { AccessLinkErrorCode } from '../accesslink/errors.ts';
import type { UserErrorCode } from '../generated/graphql.ts';
import type { DomainErrorCode } from './errors.ts';

/** `extensions.code` of every error that this server responds with. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'REAUTHENTICATE'
  | 'CONSENT_REQUIRED'
  | 'NOT_REGISTERED'
  | 'RATE_LIMITED'
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'UPSTREAM_UNAVAILABLE'
  | 'UPSTREAM_TIMEOUT'
  | 'UPSTREAM_INVALID'
  | 'COST_EXCEEDED'
  | 'INTERNAL';

interface Failure {
  readonly code: ErrorCode;
  /** `code` of a user error in the payload of a mutation. */
  readonly userErrorCode: UserErrorCode;
  /** Status of a response with nothing but this failure. */
  readonly status: number;
  /** Without a full stop: a context may add a sentence of its own. */
  readonly message: string;
}

/** Failures of AccessLink. The server adds `retryAfterSeconds` where the failure has it. */
export const accessLinkFailures: Readonly<Record<AccessLinkErrorCode, Failure>> = {
  unauthorized: {
    code: 'REAUTHENTICATE',
    userErrorCode: 'REAUTHENTICATE',
    status: 401,
    message: 'AccessLink does not accept the token any more: sign in again',
  },
  forbidden: {
    code: 'CONSENT_REQUIRED',
    userErrorCode: 'CONSENT_REQUIRED',
    status: 403,
    message:
      'AccessLink denies access: accept the mandatory consents at account.polar.com, or register the user with this client',
  },
  'rate-limited': {
    code: 'RATE_LIMITED',
    userErrorCode: 'RATE_LIMITED',
    status: 429,
    message: 'The request budget of this AccessLink client is used up: try again later',
  },
  conflict: {
    code: 'UPSTREAM_INVALID',
    userErrorCode: 'UPSTREAM_UNAVAILABLE',
    status: 502,
    message: 'AccessLink reports a conflict: what the request creates exists already',
  },
  refused: {
    code: 'UPSTREAM_INVALID',
    userErrorCode: 'UPSTREAM_UNAVAILABLE',
    status: 502,
    message: 'AccessLink did not accept the request',
  },
  unavailable: {
    code: 'UPSTREAM_UNAVAILABLE',
    userErrorCode: 'UPSTREAM_UNAVAILABLE',
    status: 502,
    message: 'AccessLink is not available: try again later',
  },
  timeout: {
    code: 'UPSTREAM_TIMEOUT',
    userErrorCode: 'UPSTREAM_UNAVAILABLE',
    status: 504,
    message: 'AccessLink did not respond in time: try again later',
  },
  invalid: {
    code: 'UPSTREAM_INVALID',
    userErrorCode: 'UPSTREAM_UNAVAILABLE',
    status: 502,
    message: 'AccessLink sent a response that cannot be read',
  },
  'too-large': {
    code: 'UPSTREAM_INVALID',
    userErrorCode: 'UPSTREAM_UNAVAILABLE',
    status: 502,
    message: 'AccessLink sent a response that is too large to be read',
  },
};

/** The codes of failures of the domain, which have a message of their own. */
export const domainErrorCodes: Readonly<Record<DomainErrorCode, ErrorCode>> = {
  unauthenticated: 'UNAUTHENTICATED',
  reauthenticate: 'REAUTHENTICATE',
  'bad-user-input': 'BAD_USER_INPUT',
  'not-registered': 'NOT_REGISTERED',
  'cost-exceeded': 'COST_EXCEEDED',
};
