// The GraphQL endpoint. Ordinary requests are answered without Yoga; it has all others: in it, each operation gets its context
// before it is executed, and its cost afterwards.
import { createYoga } from 'graphql-yoga';
import type { Clock } from '../../clock.ts';
import type { Handler } from '../http/router.ts';
import { observedOperations } from '../observability/observed-operations.ts';
import type { Telemetry } from '../observability/telemetry.ts';
import { createRepeatedAnswers } from './answers/repeated-answers.ts';
import { createErrorTable, type FailureReports } from './errors.ts';
import { createPartsCompletion } from './incremental/answer-in-parts.ts';
import { createExecuteInParts } from './incremental/operations-in-parts.ts';
import { createWholeDocuments } from './incremental/whole-documents.ts';
import { operationPlugin, type ServerContext } from './operation-plugin.ts';
import { createServeOrdinary, type ServeOrdinary, withOrdinary } from './ordinary-handler.ts';
import { createOrdinaryOperations } from './ordinary-operation.ts';
import { createPreparation } from './prepared-operation.ts';
import { createDocumentReader } from './price/documents.ts';
import { pricedPreparation } from './price/operation-price.ts';
import { createResultCompletion } from './result.ts';
import { createExecutableSchema, type ExecutableSchema } from './executable-schema.ts';
import { createServerExecutor } from './server-executor.ts';
import type { SharedServices } from './shared-services.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createValidation, type Validate } from './validated-operation.ts';

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
  /** Made where there is none. */
  readonly executableSchema?: ExecutableSchema;
}

export interface GraphqlServer {
  /** GraphQL over HTTP, subscriptions as server-sent events. */
  readonly handler: Handler;
  /** The same for ordinary requests that are no objects of the Fetch API. */
  readonly serveOrdinary: ServeOrdinary;
  readonly validate: Validate;
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
  const { shared, clock, heartbeatMs, closing } = options;
  const operations = { shared, ...createOperationServices(options) };
  const yoga = createYoga<ServerContext, object>({
    ...YOGA_OPTIONS,
    schema: operations.schema,
    plugins: [operationPlugin({ ...operations, stream: { clock, heartbeatMs, closing } }), observedOperations(options)],
  });
  const handler: Handler = async (request, url) => yoga.fetch(request, { url });
  const repeated = createRepeatedAnswers({ ...options, answers: shared.answers });
  const answer = createOrdinaryOperations({ ...options, ...operations, repeated });
  const serveOrdinary = createServeOrdinary({ answer, repeated, yoga: handler, clock });
  return { handler: withOrdinary(handler, serveOrdinary), serveOrdinary, validate: createValidation(operations) };
}

/** What reads, executes and completes operations, whichever way they come. */
function createOperationServices(options: GraphqlServerOptions) {
  const { shared, report, reportUpstream, introspection = true, executableSchema } = options;
  const { limits, slices } = shared;
  const { schema, partialLists, unwrap } = executableSchema ?? createExecutableSchema();
  const whole = createWholeDocuments();
  const read = createDocumentReader({ schema, limits, isSchemaVisible: introspection });
  const toCallerError = createErrorTable({ report, reportUpstream, suggestions: introspection });
  const prepare = pricedPreparation(createPreparation(schema), { schema, limits, whole });
  const completion = { toCallerError, partialLists };
  const complete = createResultCompletion(completion);
  const executor = createServerExecutor({ unwrap, slices, whole });
  const executeInParts = createExecuteInParts(executor, createPartsCompletion(completion));
  const { executeEvent } = executor;
  const subscriptions = createSubscriptions({ shared, prepare, complete, executeEvent, whole });
  return { schema, whole, read, toCallerError, prepare, complete, executor, executeInParts, subscriptions };
}
