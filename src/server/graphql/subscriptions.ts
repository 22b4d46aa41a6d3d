// Executes subscriptions: each event is an operation of its own, with its own loaders and cost.
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  executeSubscriptionEvent,
  validateSubscriptionArgs,
} from 'graphql';
import type { CompleteResult } from './result.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import { createOperation, type SharedServices } from './operation.ts';
import type { Prepare } from './prepared-operation.ts';

export interface SubscriptionOptions {
  readonly shared: SharedServices;
  readonly prepare: Prepare;
  readonly complete: CompleteResult;
}

/** The results of a subscription as callers get them, or the one result that says why there are none. */
export type Subscribed = ExecutionResult | AsyncIterableIterator<ExecutionResult>;

export interface Subscriptions {
  /** Starts a subscription. */
  readonly subscribe: (args: ExecutionArgs, request: AuthenticationRequest) => Promise<Subscribed>;
  /** The id after which a client resumes the subscription; null for a result of no event. */
  readonly idOf: (result: ExecutionResult) => string | null;
}

/** Loaders live as long as one event: in those of the whole subscription, no record would ever be read again. */
export function createSubscriptions({ shared, prepare, complete }: SubscriptionOptions): Subscriptions {
  const ids = new WeakMap<ExecutionResult, string>();
  const subscribe = async (args: ExecutionArgs, request: AuthenticationRequest): Promise<Subscribed> => {
    const { headers } = request;
    const validated = validateSubscriptionArgs(args);
    if (!('schema' in validated)) return complete({ errors: validated }, { operation: undefined, headers });
    const prepared = prepare(args);
    const first = await createOperation(shared, request, prepared);
    const source = await createSourceEventStream({ ...validated, contextValue: first.context });
    if (!(Symbol.asyncIterator in source)) return complete(source, { operation: first, headers });
    return mapped(source, async (event) => {
      const operation = await createOperation(shared, request, prepared);
      const { context } = operation;
      const result = await executeSubscriptionEvent({ ...validated, rootValue: event, contextValue: context });
      const completed = complete(result, { operation, headers });
      ids.set(completed, eventId(event));
      return completed;
    });
  };
  return { subscribe, idOf: (result) => ids.get(result) ?? null };
}

/** `event` is an EventRoot: the resolver of the subscription yields nothing else. */
function eventId(event: unknown): string {
  return (event as { dataAvailable: { id: string } }).dataAvailable.id;
}

/** Not a generator: `return` of a generator waits for the pending `next`, which may never come. */
function mapped<A, B>(source: AsyncIterable<A>, map: (item: A) => Promise<B>): AsyncIterableIterator<B> {
  const iterator = source[Symbol.asyncIterator]();
  const results: AsyncIterableIterator<B> = {
    [Symbol.asyncIterator]: () => results,
    next: async () => {
      const { done, value } = await iterator.next();
      return done ? { done: true, value: undefined } : { done: false, value: await map(value) };
    },
    return: async () => {
      await iterator.return?.();
      return { done: true, value: undefined };
    },
  };
  return results;
}
