// Executes subscriptions: each event is an operation of its own, with its own loaders and cost.
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, validateSubscriptionArgs } from 'graphql';
import { asGraphqlError, type CompleteResult } from './result.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import type { RequestHeaders } from '../http/request-headers.ts';
import type { Executor } from './execute.ts';
import { createOperation } from './operation.ts';
import type { WholeDocument } from './incremental/whole-documents.ts';
import type { SharedServices } from './shared-services.ts';
import type { Prepare } from './prepared-operation.ts';

export interface SubscriptionOptions {
  readonly shared: SharedServices;
  readonly prepare: Prepare;
  readonly complete: CompleteResult;
  readonly executeEvent: Executor['executeEvent'];
  /** An event has one result: what is switched off by a variable is ignored even when it is switched on. */
  readonly whole: WholeDocument;
}

/** The results of a subscription as callers get them, or the one result that says why there are none. */
export type Subscribed = ExecutionResult | AsyncIterableIterator<ExecutionResult>;

export interface Subscriptions {
  /** Starts a subscription. Never rejects, and neither does reading its results: a failure is the last of them. */
  readonly subscribe: (args: ExecutionArgs, request: AuthenticationRequest) => Promise<Subscribed>;
  /** The id after which a client resumes the subscription; null for a result of no event. */
  readonly idOf: (result: ExecutionResult) => string | null;
  /** The id after which the subscription of a request began, known by its headers; null when there is no subscription. */
  readonly startIdOf: (headers: RequestHeaders) => string | null;
}

/** Loaders live as long as one event: in those of the whole subscription, no record would ever be read again. */
export function createSubscriptions(options: SubscriptionOptions): Subscriptions {
  const { shared, prepare, complete, executeEvent, whole } = options;
  const ids = new WeakMap<ExecutionResult, string>();
  const startIds = new WeakMap<RequestHeaders, string>();
  const failed = (failure: unknown, { headers }: AuthenticationRequest) =>
    complete({ errors: [asGraphqlError(failure)] }, { operation: undefined, headers });
  const start = async (args: ExecutionArgs, request: AuthenticationRequest): Promise<Subscribed> => {
    const { headers } = request;
    const validated = validateSubscriptionArgs({ ...args, document: whole(args.document) });
    if (!('schema' in validated)) return complete({ errors: validated }, { operation: undefined, headers });
    const prepared = prepare(args);
    const first = await createOperation(shared, request, prepared);
    const subscribe: typeof first.context.subscribe = async (filter) => {
      const feed = await first.context.subscribe(filter);
      startIds.set(headers, feed.startId);
      return feed;
    };
    const source = await createSourceEventStream({ ...validated, contextValue: { ...first.context, subscribe } });
    if (!(Symbol.asyncIterator in source)) return complete(source, { operation: first, headers });
    const resultOf = async (event: unknown) => {
      const operation = await createOperation(shared, request, prepared);
      const { context } = operation;
      const result = await executeEvent({ ...validated, rootValue: event, contextValue: context });
      const completed = await complete(result, { operation, headers });
      ids.set(completed, eventId(event));
      return completed;
    };
    return mapped(source, { resultOf, lastResult: (failure) => failed(failure, request) });
  };
  const subscribe: Subscriptions['subscribe'] = (args, request) =>
    start(args, request).catch((failure: unknown) => failed(failure, request));
  return {
    subscribe,
    idOf: (result) => ids.get(result) ?? null,
    startIdOf: (headers) => startIds.get(headers) ?? null,
  };
}

/** `event` is an EventRoot: the resolver of the subscription yields nothing else. */
function eventId(event: unknown): string {
  return (event as { dataAvailable: { id: string } }).dataAvailable.id;
}

interface Mapping<A, B> {
  readonly resultOf: (item: A) => Promise<B>;
  /** The result in the place of a failure, after which there is no other. */
  readonly lastResult: (failure: unknown) => Promise<B>;
}

/** Not a generator: `return` of a generator waits for the pending `next`, which may never come. */
function mapped<A, B>(source: AsyncIterable<A>, { resultOf, lastResult }: Mapping<A, B>): AsyncIterableIterator<B> {
  const iterator = source[Symbol.asyncIterator]();
  let hasFailed = false;
  const end = async (): Promise<IteratorResult<B>> => {
    await iterator.return?.();
    return { done: true, value: undefined };
  };
  const results: AsyncIterableIterator<B> = {
    [Symbol.asyncIterator]: () => results,
    next: async () => {
      if (hasFailed) return end();
      try {
        const { done, value } = await iterator.next();
        return done ? { done, value: undefined } : { done: false, value: await resultOf(value) };
      } catch (failure) {
        hasFailed = true;
        return { done: false, value: await lastResult(failure) };
      }
    },
    return: end,
  };
  return results;
}
