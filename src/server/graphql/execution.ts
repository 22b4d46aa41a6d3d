// The one place where queries and mutations are executed, whichever way they came in.
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { execute } from '@graphql-tools/executor';
import type { Context } from '../../domain/context.ts';

export interface ExecutedArgs {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly contextValue: Context;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Executes a query or a mutation. A request that cannot be executed has errors without data, whose `extensions.http` says 400. */
export function executeOperation(args: ExecutedArgs): Promise<ExecutionResult> | ExecutionResult {
  return execute(args as Parameters<typeof execute>[0]) as Promise<ExecutionResult> | ExecutionResult;
}
