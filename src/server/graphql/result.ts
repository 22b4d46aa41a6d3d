// Completes a result: failures become errors for callers, and the cost is added.
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { ErrorCode } from '../../domain/failures.ts';
import { costOf } from './cost.ts';
import { errorEntries } from './error-entries.ts';
import type { ErrorTable } from './errors.ts';
import type { RequestHeaders } from '../http/request-headers.ts';
import { NO_BUDGET } from '../viewer-budget.ts';
import type { OperationState } from './operation.ts';
import type { PartialLists } from './partial-lists.ts';

export interface ResultCompletionOptions {
  readonly toCallerError: ErrorTable;
  readonly partialLists: PartialLists;
}

/** A result as the caller gets it. Ends its operation, whose calls are then all known. Never rejects. */
export type CompleteResult = (result: ExecutionResult, completed: CompletedOperation) => Promise<ExecutionResult>;

export interface CompletedOperation {
  /** Undefined when the request failed before it was executed. */
  readonly operation: OperationState | undefined;
  /** Of the request: whether it asks for a trace. */
  readonly headers: RequestHeaders;
}

const MAX_REQUEST_ERRORS = 3;

export function createResultCompletion(options: ResultCompletionOptions): CompleteResult {
  const { toCallerError, partialLists } = options;
  return async (executed, { operation, headers }) => {
    // A field that fails may end the result while others are being read: what these find is not in it.
    const failures = [...(operation?.stats.failures ?? [])];
    const partial = operation ? partialLists.errorsOf(operation.context) : [];
    await operation?.gate.end();
    const rejection = operation?.gate.rejection() ?? null;
    // Nothing was sent: what is held of it says less than that it was too much.
    const result = rejection ? { data: null, errors: [asGraphqlError(rejection)] } : executed;
    const accesslink = accesslinkOf(operation, headers);
    const found = [...(result.errors ?? []), ...(rejection ? [] : partial)];
    const entries = errorEntries(found, failures, toCallerError);
    // Without data the request is at fault, which a few errors say as well as many.
    const errors = result.data === undefined ? entries.slice(0, MAX_REQUEST_ERRORS) : entries;
    const completed = {
      ...result,
      ...(errors.length > 0 ? { errors } : {}),
      extensions: { ...result.extensions, accesslink },
    };
    return operation?.isPlan ? planResult(completed) : completed;
  };
}

/** `extensions.accesslink`: what an operation has cost so far, for the headers of its request. */
export function accesslinkOf(operation: OperationState | undefined, headers: RequestHeaders): object {
  const wantsTrace = headers.get('accesslink-trace') === '1';
  return costOf(operation, operation?.rateLimit() ?? NO_BUDGET, wantsTrace);
}

/** An error that the error table takes apart: its message is not the failure's. */
export function asGraphqlError(failure: unknown): GraphQLError {
  const originalError = failure instanceof Error ? failure : new Error(String(failure));
  return new GraphQLError('', { originalError });
}

/** Codes of errors that do not depend on data. */
const PLAN_ERRORS: readonly ErrorCode[] = ['BAD_USER_INPUT', 'COST_EXCEEDED', 'UNAUTHENTICATED', 'INTERNAL'];

/** A plan reads nothing: its result has no data, and only errors that the operation would have with any data. */
function planResult({ errors = [], data, ...rest }: ExecutionResult): ExecutionResult {
  const planErrors = errors.filter(({ extensions }) => PLAN_ERRORS.some((code) => code === extensions['code']));
  return {
    ...(planErrors.length > 0 ? { errors: planErrors } : {}),
    ...(data === undefined ? {} : { data: null }),
    ...rest,
  };
}
