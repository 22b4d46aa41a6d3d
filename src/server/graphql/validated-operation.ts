// Operations of WebSockets: parsed and validated, and ready to be executed.
import {
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  type GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
} from 'graphql';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import type { ErrorTable } from './errors.ts';
import type { AnswerInParts } from './incremental/answer-in-parts.ts';
import type { ExecuteInParts } from './incremental/operations-in-parts.ts';
import type { WholeDocument } from './incremental/whole-documents.ts';
import { createOperation } from './operation.ts';
import type { Prepare } from './prepared-operation.ts';
import { checkParts } from './price/answer-parts.ts';
import type { ReadText } from './price/documents.ts';
import { checkInput } from './price/input-bounds.ts';
import { asGraphqlError, type CompleteResult } from './result.ts';
import type { SharedServices } from './shared-services.ts';
import type { Subscribed, Subscriptions } from './subscriptions.ts';

/** An operation as a client sends it. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

/** A valid operation. */
export interface ValidatedOperation extends ExecutionArgs {
  readonly subscribe: () => Promise<Subscribed>;
  /** Of a query whose answer comes in parts: executes it. Null for others. Never rejects. */
  readonly executeInParts: (() => Promise<ExecutionResult | AnswerInParts>) | null;
}

/** Parses and validates an operation. Returns it ready to be executed, or its errors. */
export type Validate = (
  operation: OperationRequest,
  request: AuthenticationRequest,
) => ValidatedOperation | readonly GraphQLError[];

export interface ValidationOptions {
  readonly schema: GraphQLSchema;
  readonly shared: SharedServices;
  readonly read: ReadText;
  readonly toCallerError: ErrorTable;
  readonly prepare: Prepare;
  readonly complete: CompleteResult;
  readonly subscriptions: Subscriptions;
  readonly executeInParts: ExecuteInParts;
  readonly whole: WholeDocument;
}

export function createValidation(options: ValidationOptions): Validate {
  const { schema, read, toCallerError, subscriptions } = options;
  return ({ query, ...input }, request) => {
    try {
      checkInput(input);
      const { document, errors } = read(query);
      if (errors.length > 0) return errors.map(toCallerError);
      const args = { schema, document, operationName: input.operationName, variableValues: input.variables };
      const executeInParts = executionOf(args, request, options);
      return { ...args, subscribe: () => subscriptions.subscribe(args, request), executeInParts };
    } catch (failure) {
      return [toCallerError(failure)];
    }
  };
}

/** Null for what has one result. Throws an OperationRejection for what costs too much. */
function executionOf(
  args: ExecutionArgs,
  request: AuthenticationRequest,
  { shared, prepare, complete, executeInParts, whole }: ValidationOptions,
): ValidatedOperation['executeInParts'] {
  const { document, operationName, variableValues } = args;
  const isQuery = getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY;
  if (!isQuery || whole(document) === document) return null;
  const prepared = prepare(args);
  if (!prepared.parts?.isIncremental) return null;
  checkParts(prepared.parts);
  const { headers } = request;
  const execute = async () => {
    const operation = await createOperation(shared, request, { ...prepared, variables: variableValues ?? null });
    const run = { operation, format: 'ids', headers } as const;
    const executed = await executeInParts({ ...args, contextValue: operation.context }, run);
    return 'ended' in executed ? executed : complete(executed, { operation, headers });
  };
  const failed = (failure: unknown) =>
    complete({ errors: [asGraphqlError(failure)] }, { operation: undefined, headers });
  return () => execute().catch(failed);
}
