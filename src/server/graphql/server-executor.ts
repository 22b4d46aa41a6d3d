// The executor of the server: operations in time slices, and what is selected of records in memory remembered with its text.
import {
  type ExecutionArgs,
  type ExecutionResult,
  experimentalExecuteIncrementally,
  legacyExecuteIncrementally,
} from 'graphql';
import type { Context } from '../../domain/context.ts';
import type { DayParent } from '../../domain/days/day.ts';
import type { Reads } from '../../loading/reads.ts';
import type { PayloadFormat } from '../http/accepted-delivery.ts';
import { createExecutor, type Executor } from './execute.ts';
import { createRememberedSelections } from './execution/remembered-selections.ts';
import { createResultPrinter } from './execution/text.ts';
import type { ExecutedInParts } from './incremental/executed-parts.ts';
import type { WholeDocument } from './incremental/whole-documents.ts';
import { printed, stringified, stringifiedInPieces } from './json-slices.ts';
import type { SendableResult } from './operation-answer.ts';
import type { ExecutableSchema } from './executable-schema.ts';
import type { OperationSlices, TimeSlices } from './time-slices.ts';

export interface ServerExecutor extends Executor {
  /** Executes an operation that has `@defer` or `@stream`: a result, or the first of several. */
  readonly executeInParts: (args: ExecutionArgs, format: PayloadFormat) => Promise<ExecutionResult | ExecutedInParts>;
  /** A result that Yoga prints as fast as it can be: that of an operation that took long, in time slices. */
  readonly toPrint: ToPrint<ExecutionResult>;
  /** The same, but of a long one the text is made while it is sent. */
  readonly toSend: ToPrint<SendableResult>;
}

type ToPrint<Result> = (result: ExecutionResult, slices: OperationSlices | undefined) => Promise<Result>;

export interface ServerExecutorOptions extends Pick<ExecutableSchema, 'unwrap'> {
  readonly slices: TimeSlices;
  readonly whole: WholeDocument;
}

/**
 * `execute` ignores `@defer` and `@stream`, so that the calls are those of the same operation without them.
 */
export function createServerExecutor({ unwrap, slices, whole }: ServerExecutorOptions): ServerExecutor {
  const remembered = createRememberedSelections();
  const printOf = createResultPrinter(remembered);
  const { execute, executeEvent } = createExecutor({ slices, unwrap, remembered, viewerOf, readsOf, keyOf });
  return {
    execute: (args) => {
      const document = whole(args.document);
      const result = execute(document === args.document ? args : { ...args, document });
      return result instanceof Promise ? result : asBadRequest(result);
    },
    executeEvent,
    executeInParts: async (args, format) => {
      const result = executeInFormat(args, format);
      return result instanceof Promise || 'initialResult' in result ? result : asBadRequest(result);
    },
    toPrint: async (result, ofOperation) =>
      ofOperation?.isLong() ? stringified(result, ofOperation, printOf(result)) : printed(result, printOf(result)),
    toSend: async (result, ofOperation) => {
      const print = printOf(result);
      return ofOperation?.isLong() ? stringifiedInPieces(result, ofOperation, { print }) : printed(result, print);
    },
  };
}

/** What is deferred is begun at once: its lookups are in the batches of all others, which they are waiting for. */
function executeInFormat(args: ExecutionArgs, format: PayloadFormat) {
  const early = { ...args, enableEarlyExecution: true };
  return format === 'paths' ? legacyExecuteIncrementally(early) : experimentalExecuteIncrementally(early);
}

/** What was never executed, since its variables are wrong or it names no operation, is a bad request for Yoga. */
function asBadRequest(result: ExecutionResult): ExecutionResult {
  if (result.data === undefined) for (const { extensions } of result.errors ?? []) extensions['http'] = { status: 400 };
  return result;
}

/** What an operation with this context reads of memory. */
function readsOf(context: unknown): Reads | null {
  return (context as Partial<Context>).reads ?? null;
}

/** A day is its date: whatever is selected of it is found by that. */
function keyOf(type: string, value: object): string | undefined {
  return type === 'Day' ? (value as DayParent).date : undefined;
}

/** For whom an operation with this context is executed; null for nobody. */
function viewerOf(context: unknown): string | null {
  try {
    return (context as Partial<Context>).viewer?.().owner ?? null;
  } catch {
    return null;
  }
}
