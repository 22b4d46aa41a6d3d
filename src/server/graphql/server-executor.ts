// The executor of the server: operations in time slices, and what is selected of records in memory remembered with its text.
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Context } from '../../domain/context.ts';
import { createExecutor, type Executor } from './execute.ts';
import { createRememberedSelections } from './execution/remembered-selections.ts';
import { createResultPrinter } from './execution/text.ts';
import { printed, stringified } from './json-slices.ts';
import { sliceFields } from './sliced-schema.ts';
import type { OperationSlices, TimeSlices } from './time-slices.ts';

export interface ServerExecutor extends Executor {
  /** A result that Yoga prints as fast as it can be: that of an operation that took long, in time slices. */
  readonly toPrint: (result: ExecutionResult, slices: OperationSlices | undefined) => Promise<ExecutionResult>;
}

/** Changes the schema: what is left to graphql-js is executed in time slices, too. */
export function createServerExecutor(schema: GraphQLSchema, slices: TimeSlices): ServerExecutor {
  const unwrap = sliceFields(schema, slices);
  const remembered = createRememberedSelections();
  const printOf = createResultPrinter(remembered);
  const { execute, executeEvent } = createExecutor({ slices, unwrap, remembered, viewerOf });
  return {
    execute: (args) => {
      const result = execute(args);
      return result instanceof Promise ? result : asBadRequest(result);
    },
    executeEvent,
    toPrint: async (result, ofOperation) =>
      ofOperation?.isLong() ? stringified(result, ofOperation, printOf(result)) : printed(result, printOf(result)),
  };
}

/** What was never executed, since its variables are wrong or it names no operation, is a bad request for Yoga. */
function asBadRequest(result: ExecutionResult): ExecutionResult {
  if (result.data === undefined) for (const { extensions } of result.errors ?? []) extensions['http'] = { status: 400 };
  return result;
}

/** For whom an operation with this context is executed; null for nobody. */
function viewerOf(context: unknown): string | null {
  try {
    return (context as Partial<Context>).viewer?.().owner ?? null;
  } catch {
    return null;
  }
}
