// An answer in parts as its client gets it: failures become errors for callers in every part, and the cost comes last.
import type { ExecutionResult, GraphQLError } from 'graphql';
import { errorEntries } from '../error-entries.ts';
import type { OperationState } from '../operation.ts';
import { sentError } from '../operation-answer.ts';
import { accesslinkOf, type CompletedOperation, type ResultCompletionOptions } from '../result.ts';
import { type ExecutedInParts, type ExecutedPart, type ExecutedPayload, payloadsOf } from './executed-parts.ts';
import { createPartPaths, type ValueAt } from './part-paths.ts';

/**
 * The payloads, each made when it is asked for. Reading rejects with an error for callers when this server fails: what came
 * is then incomplete.
 */
export interface AnswerInParts extends AsyncIterableIterator<object> {
  /** Resolves with all errors and the cost when the last payload was read, or the client has gone. */
  readonly ended: Promise<Pick<ExecutionResult, 'errors' | 'extensions'>>;
}

/** What completes the parts of an answer. */
export type CompleteParts = (
  executed: ExecutedInParts,
  completed: CompletedOperation & { readonly operation: OperationState },
) => AnswerInParts;

export function createPartsCompletion({ toCallerError, partialLists }: ResultCompletionOptions): CompleteParts {
  return (executed, { operation, headers }) => {
    const [source, placeOf] = [payloadsOf(executed), createPartPaths()];
    const sent: GraphQLError[] = [];
    const reported = new Set<GraphQLError>();
    const { promise: ended, resolve } = Promise.withResolvers<Awaited<AnswerInParts['ended']>>();
    const end = async () => {
      await operation.gate.end();
      const extensions = { accesslink: accesslinkOf(operation, headers) };
      resolve({ errors: sent, extensions });
      return extensions;
    };
    const partialAt = (valueAt: ValueAt) => {
      const found = partialLists.errorsOf(operation.context);
      const own = found.filter((error) => !reported.has(error) && valueAt(error.path ?? []) !== undefined);
      for (const error of own) reported.add(error);
      return own;
    };
    const entriesOf: EntriesOf = (errors = [], valueAt = () => undefined) => {
      const found = [...errors, ...partialAt(valueAt)];
      const entries = errorEntries(found, operation.stats.failures, toCallerError);
      sent.push(...entries);
      return entries.length > 0 ? { errors: entries.map(sentError) } : {};
    };
    const payloads = payloadsFrom(source, (payload) => completedPayload(payload, placeOf(payload), entriesOf));
    const fail = (failure: unknown) => {
      throw toCallerError(failure);
    };
    return answerOf({ next: () => payloads.next().catch(fail), end, leave: () => void source.return?.() }, ended);
  };
}

/** The errors of something, and those of partial lists in it, as they are sent. */
type EntriesOf = (errors: readonly GraphQLError[] | undefined, valueAt?: ValueAt) => { readonly errors?: object[] };

/** With `hasNext`, as another payload always follows: the one with the cost. */
function completedPayload(
  { errors, incremental, completed, ...payload }: ExecutedPayload,
  { ofData, ofParts }: ReturnType<ReturnType<typeof createPartPaths>>,
  entriesOf: EntriesOf,
): object {
  const partOf = ({ errors: own, ...part }: ExecutedPart, index: number) => ({
    ...part,
    ...entriesOf(own, ofParts[index]),
  });
  return {
    ...entriesOf(errors, ofData),
    ...payload,
    ...(incremental && { incremental: incremental.map(partOf) }),
    ...(completed && { completed: completed.map(({ errors: own, ...part }) => ({ ...part, ...entriesOf(own) })) }),
    hasNext: true,
  };
}

/** Those that say anything: the last one may only say that it is the last. */
function payloadsFrom(
  source: AsyncIterator<ExecutedPayload>,
  complete: (payload: ExecutedPayload) => object,
): Pick<AsyncIterator<object>, 'next'> & { readonly next: () => Promise<IteratorResult<object>> } {
  const next = async (): Promise<IteratorResult<object>> => {
    const { done, value } = await source.next();
    if (done) return { done, value: undefined };
    return Object.keys(value).length > 1 ? { done: false, value: complete(value) } : next();
  };
  return { next };
}

interface AnswerSource {
  readonly next: () => Promise<IteratorResult<object>>;
  /** Ends the operation, and returns the extensions of its result. */
  readonly end: () => Promise<ExecutionResult['extensions']>;
  /** Stops executing. */
  readonly leave: () => void;
}

/** Not a generator: `return` of a generator waits for the pending `next`, which may take as long as AccessLink does. */
function answerOf({ next, end, leave }: AnswerSource, ended: AnswerInParts['ended']): AnswerInParts {
  let isOver = false;
  const stop = async () => {
    isOver = true;
    leave();
    await end();
  };
  const answer: AnswerInParts = {
    ended,
    [Symbol.asyncIterator]: () => answer,
    next: async () => {
      if (isOver) return { done: true, value: undefined };
      const result = await next().catch((failure: unknown) => stop().then(() => Promise.reject(failure)));
      if (!result.done || isOver) return result;
      isOver = true;
      return { done: false, value: { hasNext: false, extensions: await end() } };
    },
    return: async () => {
      if (!isOver) await stop();
      return { done: true, value: undefined };
    },
  };
  return answer;
}
