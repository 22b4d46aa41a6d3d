// Operations that are answered in parts: which ones are, and how they are executed.
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { acceptedDelivery, type PartsDelivery, type PayloadFormat } from '../../http/accepted-delivery.ts';
import type { RequestHeaders } from '../../http/request-headers.ts';
import type { OperationState } from '../operation.ts';
import type { PreparedOperation } from '../prepared-operation.ts';
import { checkParts } from '../price/answer-parts.ts';
import type { ServerExecutor } from '../server-executor.ts';
import type { AnswerInParts, CompleteParts } from './answer-in-parts.ts';

export interface RunInParts {
  readonly operation: OperationState;
  readonly format: PayloadFormat;
  /** Of the request. */
  readonly headers: RequestHeaders;
}

/** Executes an operation with the context of its state. An answer in parts is complete, a result is not yet. */
export type ExecuteInParts = (args: ExecutionArgs, run: RunInParts) => Promise<ExecutionResult | AnswerInParts>;

export function createExecuteInParts(
  { executeInParts }: Pick<ServerExecutor, 'executeInParts'>,
  complete: CompleteParts,
): ExecuteInParts {
  return async (args, { operation, format, headers }) => {
    const executed = await executeInParts(args, format);
    if (!('initialResult' in executed)) return executed;
    const answer = complete(executed, { operation, headers });
    if (!operation.gate.rejection()) return answer;
    // Nothing was sent: the result is one error, whatever would have come later.
    await answer.return?.();
    return { data: null };
  };
}

/** How the operation of a request is delivered in parts; null: whole. Throws an OperationRejection for too many parts. */
export function deliveryOf({ parts }: Pick<PreparedOperation, 'parts'>, headers: RequestHeaders): PartsDelivery | null {
  if (!parts?.isIncremental || isPlan(headers)) return null;
  const delivery = acceptedDelivery(headers.get('accept'));
  if (delivery) checkParts(parts);
  return delivery;
}

/** A plan has nothing to deliver. */
function isPlan(headers: RequestHeaders): boolean {
  return headers.get('accesslink-plan') === 'only';
}
