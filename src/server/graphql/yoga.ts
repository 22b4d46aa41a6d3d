// Yoga with our schema: each operation gets its context before it is executed, and its costs afterwards.
import { createYoga, type Plugin } from 'graphql-yoga';
import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import type { Context } from '../../domain/context.ts';
import { type CompleteResult, createResultCompletion } from './result.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import { createErrorTable } from './errors.ts';
import { sseResponse } from './sse.ts';
import { createOperation, type OperationState, type SharedServices } from './operation.ts';
import { createSchema } from './schema.ts';
import { createPreparation, type Prepare } from './prepared-operation.ts';
import { createSubscriptions, type Subscribed, type Subscriptions } from './subscriptions.ts';

export interface GraphqlServerOptions {
  readonly shared: SharedServices;
  /** Told of every failure that nobody expected. */
  readonly report: (unexpected: unknown) => void;
  /** Between signs of life on an event stream. */
  readonly heartbeatMs?: number;
}

/** An operation as a client sends it. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface GraphqlServer {
  /** GraphQL over HTTP, subscriptions as server-sent events. */
  fetch(request: Request): Promise<Response>;
  /** A document that was parsed and is valid, ready to be subscribed to; or what is wrong with it. */
  prepare(sent: OperationRequest, asking: AuthenticationRequest): PreparedSubscription | readonly GraphQLError[];
}

/** An operation whose document is valid. */
export interface PreparedSubscription extends ExecutionArgs {
  readonly subscribe: () => Promise<Subscribed>;
}

interface Parts {
  readonly shared: SharedServices;
  readonly prepare: Prepare;
  readonly answer: CompleteResult;
  readonly subscriptions: Subscriptions;
  readonly beat: { readonly heartbeatMs?: number };
}

/** One endpoint for POST of JSON and GET; limits, CORS and masking are ours. */
const PLAIN = {
  graphqlEndpoint: '/graphql',
  graphiql: false,
  landingPage: false,
  multipart: false,
  batching: false,
  maxRequestBodySize: false,
  logging: false,
  cors: false,
  maskedErrors: false,
} as const;

/** The GraphQL endpoint at `/graphql`. Yoga masks no errors: every answer passes our table. */
export function createGraphqlServer({ shared, report, heartbeatMs }: GraphqlServerOptions): GraphqlServer {
  const schema = createSchema();
  const toCallerError = createErrorTable(report);
  const prepare = createPreparation(schema);
  const answer = createResultCompletion({ toCallerError, rateLimit: shared.rateLimit });
  const subscriptions = createSubscriptions({ shared, prepare, answer });
  const beat = heartbeatMs === undefined ? {} : { heartbeatMs };
  const yoga = createYoga<object, object>({
    ...PLAIN,
    schema,
    plugins: [operationPlugin({ shared, prepare, answer, subscriptions, beat })],
  });
  return {
    fetch: async (request) => yoga.fetch(request),
    prepare: ({ query, operationName, variables }, asking) => {
      const { parse, validate } = yoga.getEnveloped({ request: asking, params: { operationName } });
      try {
        const document = parse(query);
        const errors: readonly unknown[] = validate(schema, document);
        if (errors.length > 0) return errors.map(toCallerError);
        const args = {
          schema,
          document,
          operationName,
          variableValues: variables,
        };
        return { ...args, subscribe: () => subscriptions.subscribe(args, asking) };
      } catch (failure) {
        return [toCallerError(failure)];
      }
    },
  };
}

function operationPlugin({ shared, prepare, answer, subscriptions, beat }: Parts): Plugin<Partial<Context>> {
  const operations = new WeakMap<Request, OperationState>();
  const subscribed = new WeakSet<Request>();
  return {
    async onExecute({ args, extendContext, context }) {
      const { request } = context;
      const operation = await createOperation(shared, request, prepare(args));
      operations.set(request, operation);
      extendContext(operation.context);
    },
    onSubscribe({ args, context, setSubscribeFn }) {
      subscribed.add(context.request);
      setSubscribeFn(() => subscriptions.subscribe(args, context.request));
    },
    onResultProcess(process) {
      const { request, result, resultProcessor } = process;
      if (Array.isArray(result)) return;
      if (isStream(result)) {
        const { idOf } = subscriptions;
        const respond = () => sseResponse(result, { idOf, signal: request.signal, ...beat });
        if (resultProcessor && subscribed.has(request)) process.setResultProcessor(respond, 'text/event-stream');
      } else if (!subscribed.has(request)) {
        const asked = { operation: operations.get(request), headers: request.headers };
        process.setResult(answer(result as ExecutionResult, asked));
      }
    },
  };
}

function isStream(result: object): result is AsyncIterable<ExecutionResult> {
  return Symbol.asyncIterator in result;
}
