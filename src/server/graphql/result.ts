// The last touch on every result: failures become errors for callers, and the cost is told.
import type { ExecutionResult } from 'graphql';
import type { RateLimit } from '../../accesslink/rate-limit.ts';
import { costOf } from './cost.ts';
import type { ErrorCode, ErrorTable } from './errors.ts';
import type { OperationState } from './operation.ts';

export interface ResponseOptions {
  readonly toCallerError: ErrorTable;
  readonly rateLimit: () => RateLimit;
}

/** A result as the caller gets it. */
export type CompleteResult = (result: ExecutionResult, asked: CompletedOperation) => ExecutionResult;

/** The operation behind a result, where it came so far, and whether its calls are to be listed. */
export interface CompletedOperation {
  readonly operation: OperationState | undefined;
  readonly headers: Headers;
}

export function createResultCompletion({ toCallerError, rateLimit }: ResponseOptions): CompleteResult {
  return (result, { operation, headers }) => {
    const wantsTrace = headers.get('accesslink-trace') === '1';
    const accesslink = costOf(operation, rateLimit(), wantsTrace);
    const errors = result.errors?.map(toCallerError);
    const answer = { ...result, ...(errors ? { errors } : {}), extensions: { ...result.extensions, accesslink } };
    return operation?.isPlan ? withoutFindings(answer) : answer;
  };
}

const REFUSALS: readonly ErrorCode[] = [
  'BAD_USER_INPUT',
  'OUT_OF_WINDOW',
  'COST_EXCEEDED',
  'UNAUTHENTICATED',
  'INTERNAL',
];

/** A plan finds nothing, so only refusals that do not depend on data are told. */
function withoutFindings({ errors = [], data, ...rest }: ExecutionResult): ExecutionResult {
  const told = errors.filter(({ extensions }) => REFUSALS.some((code) => code === extensions['code']));
  return { ...(told.length > 0 ? { errors: told } : {}), ...(data === undefined ? {} : { data: null }), ...rest };
}
