// Turns failures into GraphQL errors with a code; unexpected ones are masked and reported once.
import { GraphQLError, Kind } from 'graphql';
import { AccessLinkError } from '../../accesslink/errors.ts';
import { DomainError } from '../../domain/errors.ts';
import { accessLinkFailures, domainErrorCodes, type ErrorCode } from '../../domain/failures.ts';

interface CallerError {
  readonly code: ErrorCode;
  readonly message: string;
}

const MAX_MESSAGE_LENGTH = 500;
const UNEXPECTED: CallerError = { code: 'INTERNAL', message: 'Something went wrong in this server' };

/** Turns an error into the one that the caller gets: same path and locations, a message for callers, a code. */
export type ErrorTable = (error: unknown) => GraphQLError;

/** Calls `report` once with each unexpected failure, however many fields it reached. */
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
    const expected = expectedError(root);
    if (expected) return errorAt(located, expected, detailsOf(root));
    if (located && isRequestError(located, root)) return requestError(located);
    reportOnce(root);
    return errorAt(located, UNEXPECTED, located?.path ? {} : { http: { status: 500 } });
  };
}

function rootOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error;
}

function expectedError(error: unknown): CallerError | null {
  if (error instanceof AccessLinkError) return accessLinkFailures[error.code];
  if (error instanceof DomainError) return { code: domainErrorCodes[error.code], message: error.message };
  return null;
}

function detailsOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof AccessLinkError) || error.retryAfterSeconds === null) return {};
  return { retryAfterSeconds: error.retryAfterSeconds };
}

/**
 * Whether the request is at fault: its syntax, its fields, its variables. Such an error has no cause outside GraphQL, and no
 * path unless it is about a variable used as an argument.
 */
function isRequestError(located: GraphQLError, root: unknown): boolean {
  return root instanceof GraphQLError && (!located.path || root.nodes?.[0]?.kind === Kind.VARIABLE);
}

/**
 * Yoga reads the status from `extensions.http`, which is never sent. `spec` makes it 200 for clients that accept
 * application/json, which is wrong for a body that is not JSON. Messages are cut: they quote values of any length.
 */
function requestError(error: GraphQLError): GraphQLError {
  const http = error.extensions['http'] as object | undefined;
  const isJson = error.extensions['originalError'] === undefined;
  const message = error.message.slice(0, MAX_MESSAGE_LENGTH);
  const details = http ? { http: isJson ? http : { ...http, spec: false } } : {};
  return errorAt(error, { code: 'BAD_USER_INPUT', message }, details);
}

function errorAt(
  located: GraphQLError | undefined,
  { code, message }: CallerError,
  details: Readonly<Record<string, unknown>>,
): GraphQLError {
  return new GraphQLError(message, {
    source: located?.source,
    positions: located?.positions,
    path: located?.path,
    extensions: { ...details, code },
  });
}
