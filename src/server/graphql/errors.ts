// The one table that turns failures into GraphQL errors with a code; what nobody expected is masked and reported once.
import { GraphQLError, Kind } from 'graphql';
import { AccessLinkError, type AccessLinkErrorCode } from '../../accesslink/errors.ts';
import { DomainError, type DomainErrorCode } from '../../domain/errors.ts';
import { OutOfWindowError } from '../../loading/errors.ts';

/** `extensions.code` of every error that this server answers with. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'REAUTHENTICATE'
  | 'CONSENT_REQUIRED'
  | 'NOT_REGISTERED'
  | 'RATE_LIMITED'
  | 'OUT_OF_WINDOW'
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'UPSTREAM_UNAVAILABLE'
  | 'UPSTREAM_TIMEOUT'
  | 'UPSTREAM_INVALID'
  | 'COST_EXCEEDED'
  | 'INTERNAL';

interface Told {
  readonly code: ErrorCode;
  readonly message: string;
}

const accessLinkTable = {
  unauthorized: {
    code: 'REAUTHENTICATE',
    message: 'AccessLink does not accept the token any more: sign in at Polar again',
  },
  forbidden: {
    code: 'CONSENT_REQUIRED',
    message:
      'AccessLink refuses this data: accept the mandatory consents at account.polar.com, or register the user with this client',
  },
  'rate-limited': {
    code: 'RATE_LIMITED',
    message: 'The request budget of this AccessLink client is used up: ask again later',
  },
  conflict: { code: 'UPSTREAM_INVALID', message: 'AccessLink says that it is there already' },
  refused: { code: 'UPSTREAM_INVALID', message: 'AccessLink did not accept the request' },
  unavailable: { code: 'UPSTREAM_UNAVAILABLE', message: 'AccessLink is not available: ask again later' },
  timeout: { code: 'UPSTREAM_TIMEOUT', message: 'AccessLink did not answer in time: ask again later' },
  invalid: { code: 'UPSTREAM_INVALID', message: 'AccessLink sent an answer that cannot be understood' },
} satisfies Record<AccessLinkErrorCode, Told>;

const domainTable = {
  unauthenticated: 'UNAUTHENTICATED',
  reauthenticate: 'REAUTHENTICATE',
  'bad-user-input': 'BAD_USER_INPUT',
  'not-registered': 'NOT_REGISTERED',
  'cost-exceeded': 'COST_EXCEEDED',
} satisfies Record<DomainErrorCode, ErrorCode>;

const MAX_MESSAGE = 500;
const UNEXPECTED: Told = { code: 'INTERNAL', message: 'Something went wrong in this server' };

/** Turns an error into the one that the caller sees: same path and locations, a message made for callers, a code. */
export type ErrorTable = (error: unknown) => GraphQLError;

/** `report` is told of each failure that nobody expected, once, however many fields it reached. */
export function createErrorTable(report: (unexpected: unknown) => void): ErrorTable {
  const reported = new WeakSet<object>();
  const reportOnce = (failure: unknown) => {
    if (failure instanceof Error && reported.has(failure)) return;
    if (failure instanceof Error) reported.add(failure);
    report(failure);
  };
  return (error) => {
    const located = error instanceof GraphQLError ? error : undefined;
    const root = rootOf(error);
    const told = tell(root);
    if (told) return errorLike(located, told, detailsOf(root));
    if (located && isOfRequest(located, root)) return ofRequest(located);
    reportOnce(root);
    return errorLike(located, UNEXPECTED, located?.path ? {} : { http: { status: 500 } });
  };
}

function rootOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error;
}

function tell(error: unknown): Told | null {
  if (error instanceof AccessLinkError) return accessLinkTable[error.code];
  if (error instanceof OutOfWindowError) return { code: 'OUT_OF_WINDOW', message: error.message };
  if (error instanceof DomainError) return { code: domainTable[error.code], message: error.message };
  return null;
}

function detailsOf(error: unknown): Record<string, unknown> {
  if (error instanceof OutOfWindowError) return { date: error.date, maxAgeDays: error.maxAgeDays };
  if (!(error instanceof AccessLinkError) || error.retryAfterSeconds === null) return {};
  return { retryAfterSeconds: error.retryAfterSeconds };
}

/**
 * Whether the request itself is at fault: its syntax, its fields, its variables. Such an error is of GraphQL all the way
 * down, and has no path unless it is about a variable that stands for an argument.
 */
function isOfRequest(located: GraphQLError, root: unknown): boolean {
  return root instanceof GraphQLError && (!located.path || root.nodes?.[0]?.kind === Kind.VARIABLE);
}

/**
 * Yoga marks such errors by `extensions.http`, which decides the status and is never sent; `spec` asks for 200 where
 * application/json is accepted, but not for a body that is no JSON. Messages quote whole values, so they are cut.
 */
function ofRequest(error: GraphQLError): GraphQLError {
  const http = error.extensions['http'] as object | undefined;
  const isJson = error.extensions['originalError'] === undefined;
  const message = error.message.slice(0, MAX_MESSAGE);
  const details = http ? { http: isJson ? http : { ...http, spec: false } } : {};
  return errorLike(error, { code: 'BAD_USER_INPUT', message }, details);
}

function errorLike(
  located: GraphQLError | undefined,
  { code, message }: Told,
  details: Readonly<Record<string, unknown>>,
): GraphQLError {
  return new GraphQLError(message, {
    source: located?.source,
    positions: located?.positions,
    path: located?.path,
    extensions: { ...details, code },
  });
}
