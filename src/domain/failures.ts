// How each failure is reported to clients: its code, its HTTP status, and a message.
import type { AccessLinkError, AccessLinkErrorCode, AccessLinkProblem } from '../accesslink/errors.ts';
import { isAboutAge } from '../accesslink/reason-words.ts';
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
  'client-rejected': {
    code: 'REAUTHENTICATE',
    userErrorCode: 'UPSTREAM_UNAVAILABLE',
    status: 502,
    message:
      'Polar does not accept the credentials of this server: whoever runs it must check POLAR_CLIENT_ID and POLAR_CLIENT_SECRET',
  },
  forbidden: {
    code: 'CONSENT_REQUIRED',
    userErrorCode: 'CONSENT_REQUIRED',
    status: 403,
    message:
      'AccessLink denies access: accept the mandatory consents at account.polar.com; a user who was never registered with ' +
      'this client signs in at /auth/login, which registers them',
  },
  unregistered: {
    code: 'NOT_REGISTERED',
    userErrorCode: 'CONSENT_REQUIRED',
    status: 403,
    message:
      'AccessLink denies access: the user is not registered with this client; sign in at /auth/login, which registers them',
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
};

/** The store of this server cannot be used now. What only needs AccessLink is answered all the same. */
export const storeFailure = {
  code: 'UPSTREAM_UNAVAILABLE',
  status: 503,
  message: 'The database of this server is not available: try again in a moment',
} as const satisfies Pick<Failure, 'code' | 'status' | 'message'>;

/** What is known beyond the code is said in the place of the code's message. */
const problemMessages: Readonly<Record<AccessLinkProblem, string>> = {
  'html-page': 'AccessLink (or a proxy before it) sent an HTML page in the place of JSON',
  redirect: 'AccessLink redirects to another address, which is not followed: check the address in the configuration',
  'too-large': 'AccessLink sent a response that is too large',
  'empty-body': 'AccessLink sent an empty response in the place of JSON',
  'error-in-body': 'AccessLink sent an error in the place of data, although its status is 200',
  'unexpected-status': 'AccessLink answered with a status that this server does not know',
  'share-used-up':
    'Your share of the request budget of this AccessLink client is used up for now, since others want the rest: try again later',
  'too-busy': 'Too many requests to AccessLink wait for their turn: try again later',
  'consent-missing': 'AccessLink denies access: accept the mandatory consents at account.polar.com',
};

/**
 * What happened, with AccessLink's own reason and the correlation id under which Polar finds it. Without a full stop: a
 * context may add a sentence of its own.
 */
export function describeFailure(failure: AccessLinkError): string {
  const details = [statusOf(failure), ...wordsOf(failure)].filter((part) => part !== null);
  return details.length === 0 ? whatHappened(failure) : `${whatHappened(failure)} (${details.join(', ')})`;
}

function whatHappened({ code, problem, upstream }: AccessLinkError): string {
  if (problem !== null) return problemMessages[problem];
  if (code === 'refused' && isAboutAge(upstream)) return 'AccessLink does not serve a day that is so old';
  return accessLinkFailures[code].message;
}

/** Of a status that says more than the message. */
function statusOf({ problem, status, redirectHost }: AccessLinkError): string | null {
  if (problem === 'redirect') return redirectHost === null ? `${status}` : `${status} to ${redirectHost}`;
  return problem === 'unexpected-status' || problem === 'html-page' ? `${status}` : null;
}

function wordsOf({ upstream }: AccessLinkError): (string | null)[] {
  if (upstream === null) return [];
  const { errorType, message, correlationId } = upstream;
  const said = message?.replace(/[.!\s]+$/, '') ?? errorType;
  return [said && `AccessLink says: ${said}`, correlationId && `correlation id ${correlationId}`];
}

/** The codes of failures of the domain, which have a message of their own. */
export const domainErrorCodes: Readonly<Record<DomainErrorCode, ErrorCode>> = {
  unauthenticated: 'UNAUTHENTICATED',
  reauthenticate: 'REAUTHENTICATE',
  'bad-user-input': 'BAD_USER_INPUT',
  'not-registered': 'NOT_REGISTERED',
  'cost-exceeded': 'COST_EXCEEDED',
  'rate-limited': 'RATE_LIMITED',
};
