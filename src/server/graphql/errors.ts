// Turns failures into GraphQL errors with a code; unexpected ones are masked and reported once.
import { GraphQLError, Kind } from 'graphql';
import { AccessLinkError } from '../../accesslink/errors.ts';
import { DomainError } from '../../domain/errors.ts';
import {
  accessLinkFailures,
  describeFailure,
  domainErrorCodes,
  type ErrorCode,
  storeFailure,
} from '../../domain/failures.ts';
import { CallLimitError, causeOf, ReadError } from '../../loading/errors.ts';
import { isStoreUnavailable } from '../../store/contract/errors.ts';
import { isHangUp } from '../http/hang-up.ts';
import { OperationRejection, tooManyCalls } from './price/rejection.ts';
import { withoutSuggestion } from './schema-visibility.ts';

interface CallerError {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Of a message as JSON: some quote values of any length. */
const MAX_MESSAGE_BYTES = 400;
const MAX_LOCATIONS = 2;
const UNEXPECTED: CallerError = { code: 'INTERNAL', message: 'Something went wrong in this server' };

const TOO_DEEP: CallerError = { code: 'BAD_USER_INPUT', message: 'Cannot read the operation: it nests too deep' };
/** For Yoga: 400, or 200 for clients that accept application/json. */
const INVALID_REQUEST = { http: { status: 400, spec: true } };
/** Beyond this depth of fields the operation is to blame for a stack that is full, above it this server. */
const DEEP_PATH = 100;

/** Turns an error into the one that the caller gets: same path and locations, a message for callers, a code. */
export type ErrorTable = (error: unknown) => GraphQLError;

/** Who receives failures that callers do not see in full. */
export interface FailureReports {
  /** A failure that nobody expected. Called once for each, however many fields it reached. */
  readonly report: (unexpected: unknown) => void;
  /** A failure of AccessLink. May be called again with one that it knows. */
  readonly reportUpstream: (failure: AccessLinkError) => void;
}

export interface ErrorTableOptions extends FailureReports {
  /** Whether errors about a request may suggest names of the schema; they do by default. */
  readonly suggestions?: boolean | undefined;
}

export function createErrorTable({ report, reportUpstream, suggestions = true }: ErrorTableOptions): ErrorTable {
  const reported = new WeakSet<object>();
  const reportOnce = (failure: unknown) => {
    if (failure instanceof Error && reported.has(failure)) return;
    if (failure instanceof Error) reported.add(failure);
    report(failure);
  };
  return (error) => {
    const located = error instanceof GraphQLError ? error : undefined;
    const root = rootOf(error);
    if (root instanceof AccessLinkError) reportUpstream(root);
    if (isTooDeep(located, root)) return errorAt(located, TOO_DEEP, located?.path ? {} : INVALID_REQUEST);
    if (root instanceof OperationRejection) return rejectionError(located, root);
    if (root instanceof CallLimitError) return rejectionError(located, tooManyCalls(root));
    const expected = expectedError(root);
    if (expected) return errorAt(located, expected, detailsOf(root));
    if (located && isRequestError(located, root)) return requestError(located, suggestions);
    if (isStoreUnavailable(root)) {
      reportOnce(root);
      return errorAt(located, storeFailure, located?.path ? {} : { http: { status: storeFailure.status } });
    }
    if (!isHangUp(root)) reportOnce(root);
    return errorAt(located, UNEXPECTED, located?.path ? {} : { http: { status: 500 } });
  };
}

/** What could not be read, where an error is about that; null for other errors. */
export function readErrorIn(error: GraphQLError): ReadError | null {
  const thrown = thrownBy(error);
  return thrown instanceof ReadError ? thrown : null;
}

/** What a resolver threw, without the errors that GraphQL wraps around it. */
function thrownBy(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? thrownBy(error.originalError) : error;
}

function rootOf(error: unknown): unknown {
  return causeOf(thrownBy(error));
}

/** The parser, the validation and the executor descend with the document: a stack that is full there is its fault. */
function isTooDeep(located: GraphQLError | undefined, root: unknown): boolean {
  // The second is what V8 throws when the stack is full within a regular expression.
  const isFull =
    (root instanceof RangeError && /call stack/i.test(root.message)) ||
    (root instanceof SyntaxError && /stack overflow$/i.test(root.message));
  return isFull && (located?.path === undefined || located.path.length > DEEP_PATH);
}

function expectedError(error: unknown): CallerError | null {
  if (error instanceof AccessLinkError)
    return { code: accessLinkFailures[error.code].code, message: describeFailure(error) };
  if (error instanceof DomainError) return { code: domainErrorCodes[error.code], message: error.message };
  return null;
}

function detailsOf(error: unknown): Record<string, unknown> {
  if (error instanceof DomainError && error.retryAfterSeconds !== null) return tooManyAttempts(error.retryAfterSeconds);
  if (!(error instanceof AccessLinkError)) return {};
  const { retryAfterSeconds, upstream } = error;
  return { ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }), ...(upstream === null ? {} : { upstream }) };
}

/** A response with nothing but this error has the status and header of it. */
function tooManyAttempts(retryAfterSeconds: number) {
  return { retryAfterSeconds, http: { status: 429, headers: { 'retry-after': String(retryAfterSeconds) } } };
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
function requestError(error: GraphQLError, suggestions: boolean): GraphQLError {
  const http = error.extensions['http'] as object | undefined;
  const isJson = error.extensions['originalError'] === undefined;
  const message = shortened(suggestions ? error.message : withoutSuggestion(error.message));
  const details = http ? { http: isJson ? http : { ...http, spec: false } } : {};
  return errorAt(error, { code: 'BAD_USER_INPUT', message }, details);
}

/** An operation that is not run. */
function rejectionError(located: GraphQLError | undefined, { message, cost }: OperationRejection): GraphQLError {
  const code = cost === null ? 'BAD_USER_INPUT' : 'COST_EXCEEDED';
  return errorAt(located, { code, message }, { ...(located?.path ? {} : INVALID_REQUEST), ...cost });
}

/** A text that takes no more bytes as JSON than a message may. */
function shortened(text: string): string {
  let short = text.slice(0, MAX_MESSAGE_BYTES);
  while (Buffer.byteLength(JSON.stringify(short)) > MAX_MESSAGE_BYTES) short = short.slice(0, short.length * 0.9);
  return short;
}

function errorAt(
  located: GraphQLError | undefined,
  { code, message }: CallerError,
  details: Readonly<Record<string, unknown>>,
): GraphQLError {
  return new GraphQLError(message, {
    source: located?.source,
    positions: located?.positions?.slice(0, MAX_LOCATIONS),
    path: located?.path,
    extensions: { ...details, code },
  });
}
