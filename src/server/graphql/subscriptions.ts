// Executes subscriptions: each piece of news is an operation of its own, with loaders and costs of its own.
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
  readonly answer: CompleteResult;
}

/** The results of a subscription as callers get them, or the one that says why there are none. */
export type Subscribed = ExecutionResult | AsyncIterableIterator<ExecutionResult>;

export interface Subscriptions {
  /** Begins a subscription. */
  readonly subscribe: (args: ExecutionArgs, asking: AuthenticationRequest) => Promise<Subscribed>;
  /** The id by which a client takes up the subscription behind a result. */
  readonly idOf: (result: ExecutionResult) => string | null;
}

/** Loaders must not live as long as a subscription: what they hold would be told for ever. */
export function createSubscriptions({ shared, prepare, answer }: SubscriptionOptions): Subscriptions {
  const ids = new WeakMap<ExecutionResult, string>();
  const subscribe = async (args: ExecutionArgs, asking: AuthenticationRequest): Promise<Subscribed> => {
    const { headers } = asking;
    const validated = validateSubscriptionArgs(args);
    if (!('schema' in validated)) return answer({ errors: validated }, { operation: undefined, headers });
    const prepared = prepare(args);
    const first = await createOperation(shared, asking, prepared);
    const source = await createSourceEventStream({ ...validated, contextValue: first.context });
    if (!(Symbol.asyncIterator in source)) return answer(source, { operation: first, headers });
    return mapped(source, async (news) => {
      const operation = await createOperation(shared, asking, prepared);
      const { context } = operation;
      const result = await executeSubscriptionEvent({ ...validated, rootValue: news, contextValue: context });
      const told = answer(result, { operation, headers });
      ids.set(told, idIn(news));
      return told;
    });
  };
  return { subscribe, idOf: (result) => ids.get(result) ?? null };
}

/** Every piece of news has one. */
function idIn(news: unknown): string {
  return (news as { dataAvailable: { id: string } }).dataAvailable.id;
}

/** By hand: what waits for the next item can be ended all the same. */
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
