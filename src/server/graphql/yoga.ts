// The GraphQL endpoint. Ordinary requests are answered without Yoga; it has all others: in it, each operation gets its context
// before it is executed, and its cost afterwards.
import { createYoga, type Plugin } from 'graphql-yoga';
import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import type { Clock } from '../../clock.ts';
import type { Context } from '../../domain/context.ts';
import { type CompleteResult, createResultCompletion } from './result.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import type { Handler } from '../http/router.ts';
import { observedOperations } from '../observability/observed-operations.ts';
import type { Telemetry } from '../observability/telemetry.ts';
import { createServerExecutor, type ServerExecutor } from './server-executor.ts';
import { createRepeatedAnswers } from './answers/repeated-answers.ts';
import { createErrorTable, type FailureReports } from './errors.ts';
import { type SseOptions, sseResponse } from './sse.ts';
import { createOperation, type OperationState } from './operation.ts';
import type { SharedServices } from './shared-services.ts';
import { createServeOrdinary, type ServeOrdinary, withOrdinary } from './ordinary-handler.ts';
import { createOrdinaryOperations } from './ordinary-operation.ts';
import { watchPartialLists } from './partial-lists.ts';
import { createDocumentReader, type ReadDocument, type ReadText } from './price/documents.ts';
import { checkInput } from './price/input-bounds.ts';
import { createSchema } from './schema.ts';
import { pricedPreparation } from './price/operation-price.ts';
import { createPreparation, type Prepare } from './prepared-operation.ts';
import { createSubscriptions, type Subscribed, type Subscriptions } from './subscriptions.ts';

export interface GraphqlServerOptions extends FailureReports {
  readonly shared: SharedServices;
  readonly clock: Pick<Clock, 'every' | 'elapsed'>;
  readonly telemetry: Pick<Telemetry, 'operation'>;
  /** Between two heartbeats of an event stream. */
  readonly heartbeatMs?: number;
  /** Aborts when the server ends, and event streams with it. */
  readonly closing?: AbortSignal;
  /** Whether clients may ask for the schema, and errors suggest names of it; they may by default. */
  readonly introspection?: boolean | undefined;
}

/** An operation as a client sends it. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface GraphqlServer {
  /** GraphQL over HTTP, subscriptions as server-sent events. */
  readonly handler: Handler;
  /** The same for ordinary requests that are no objects of the Fetch API. */
  readonly serveOrdinary: ServeOrdinary;
  /** Parses and validates an operation. Returns it ready to be subscribed to, or its errors. */
  validate(operation: OperationRequest, request: AuthenticationRequest): ValidatedOperation | readonly GraphQLError[];
}

/** A valid operation. */
export interface ValidatedOperation extends ExecutionArgs {
  readonly subscribe: () => Promise<Subscribed>;
}

interface PluginOptions {
  readonly shared: SharedServices;
  readonly read: ReadText;
  readonly prepare: Prepare;
  readonly complete: CompleteResult;
  readonly subscriptions: Subscriptions;
  readonly executor: ServerExecutor;
  readonly stream: Pick<SseOptions, 'clock' | 'heartbeatMs' | 'closing'>;
}

/** Everything of Yoga is off that the handlers and guards of this server do themselves. */
const YOGA_OPTIONS = {
  graphqlEndpoint: '/graphql',
  graphiql: false,
  landingPage: false,
  multipart: false,
  batching: false,
  maxRequestBodySize: false,
  logging: false,
  cors: false,
  maskedErrors: false,
  parserAndValidationCache: false,
} as const;

/** The GraphQL endpoint at `/graphql`. Yoga masks no errors: every result passes the error table. */
export function createGraphqlServer(options: GraphqlServerOptions): GraphqlServer {
  const { shared, report, reportUpstream, introspection = true, clock, heartbeatMs } = options;
  const { closing } = options;
  const stream = { clock, heartbeatMs, closing };
  const schema = createSchema();
  const read = createDocumentReader({ schema, limits: shared.limits, isSchemaVisible: introspection });
  const toCallerError = createErrorTable({ report, reportUpstream, suggestions: introspection });
  const prepare = pricedPreparation(createPreparation(schema), schema, shared.limits);
  const partialLists = watchPartialLists(schema);
  const executor = createServerExecutor(schema, shared.slices);
  const complete = createResultCompletion({ toCallerError, partialLists });
  const subscriptions = createSubscriptions({ shared, prepare, complete, executeEvent: executor.executeEvent });
  const yoga = createYoga<ServerContext, object>({
    ...YOGA_OPTIONS,
    schema,
    plugins: [
      operationPlugin({ shared, read, prepare, complete, subscriptions, stream, executor }),
      observedOperations(options),
    ],
  });
  const handler: Handler = async (request, url) => yoga.fetch(request, { url });
  const repeated = createRepeatedAnswers({ ...options, answers: shared.answers });
  const answer = createOrdinaryOperations({ ...options, schema, read, prepare, complete, executor, repeated });
  const serveOrdinary = createServeOrdinary({ answer, repeated, yoga: handler, clock });
  return {
    handler: withOrdinary(handler, serveOrdinary),
    serveOrdinary,
    validate: ({ query, ...input }, request) => {
      try {
        checkInput(input);
        const { document, errors } = read(query);
        if (errors.length > 0) return errors.map(toCallerError);
        const args = { schema, document, operationName: input.operationName, variableValues: input.variables };
        return { ...args, subscribe: () => subscriptions.subscribe(args, request) };
      } catch (failure) {
        return [toCallerError(failure)];
      }
    },
  };
}

/** The parsed URL of a request, passed to Yoga with the request. */
interface ServerContext {
  readonly url: URL;
}

type OperationPlugin = Plugin<Partial<Context> & ServerContext, ServerContext>;

function operationPlugin(options: PluginOptions): OperationPlugin {
  const { shared, prepare, complete, subscriptions, stream, executor } = options;
  const operations = new WeakMap<Request, OperationState>();
  const subscribed = new WeakSet<Request>();
  return {
    ...readingHooks(options),
    async onExecute({ args, extendContext, context, setExecuteFn }) {
      setExecuteFn(executor.execute);
      const toRun = { ...prepare(args), variables: args.variableValues ?? null };
      const operation = await createOperation(shared, authenticationRequest(context), toRun);
      operations.set(context.request, operation);
      extendContext(operation.context);
    },
    onSubscribe({ args, context, setSubscribeFn }) {
      subscribed.add(context.request);
      setSubscribeFn(() => subscriptions.subscribe(args, authenticationRequest(context)));
    },
    async onResultProcess(process) {
      const { request, result, resultProcessor } = process;
      if (Array.isArray(result)) return;
      if (isStream(result)) {
        const { idOf, startIdOf } = subscriptions;
        const { signal } = request;
        const respond = () => sseResponse(result, { ...stream, idOf, startId: startIdOf(request.headers), signal });
        // Yoga answers 406: nobody will read the results.
        if (!resultProcessor) void result[Symbol.asyncIterator]().return?.();
        else if (subscribed.has(request)) process.setResultProcessor(respond, 'text/event-stream');
      } else if (!subscribed.has(request)) {
        const operation = operations.get(request);
        const completed = await complete(result as ExecutionResult, { operation, headers: request.headers });
        process.setResult(await executor.toPrint(completed, operation?.slices));
      }
    },
  };
}

/** Documents are read by the reader of this server: Yoga neither parses nor validates, nor does it remember anything. */
function readingHooks({
  read,
}: Pick<PluginOptions, 'read'>): Pick<OperationPlugin, 'onParams' | 'onParse' | 'onValidate'> {
  const found = new WeakMap<object, ReadDocument>();
  return {
    onParams: ({ params }) => checkInput(params),
    onParse: ({ params, setParsedDocument }) => {
      const one = read(String(params.source));
      found.set(one.document, one);
      setParsedDocument(one.document);
    },
    onValidate: ({ params, setResult }) => setResult([...(found.get(params.documentAST)?.errors ?? [])]),
  };
}

function authenticationRequest({ request, url }: ServerContext & { readonly request: Request }): AuthenticationRequest {
  return { method: request.method, headers: request.headers, url };
}

function isStream(result: object): result is AsyncIterable<ExecutionResult> {
  return Symbol.asyncIterator in result;
}
