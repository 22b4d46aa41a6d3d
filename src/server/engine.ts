// Yoga with our schema: each operation gets its context before it is executed, and its costs afterwards.
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { ExecutionResult } from 'graphql';
import type { Context } from '../domain/context.ts';
import { costOf } from './cost.ts';
import { toCallerError } from './errors.ts';
import { createOperation, type OperationState, type Shared } from './operation.ts';
import { createSchema } from './schema.ts';
import { createSelector, type Selector } from './selection.ts';

export interface EngineOptions {
  readonly shared: Shared;
  /** Told of every failure that nobody expected. */
  readonly report: (unexpected: unknown) => void;
  /** Origins of web frontends that may ask from a browser; none by default. */
  readonly corsOrigins: readonly string[];
}

const CALLER_HEADERS = ['content-type', 'authorization', 'polar-user-id', 'accesslink-trace', 'accesslink-plan', 'accesslink-time-zone'];

/** The GraphQL endpoint at `/graphql`. */
export function createEngine({ shared, report, corsOrigins }: EngineOptions): YogaServerInstance<object, object> {
  const schema = createSchema();
  return createYoga<object, object>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: false,
    logging: false,
    cors: corsOrigins.length > 0 ? { origin: [...corsOrigins], methods: ['GET', 'POST'], allowedHeaders: CALLER_HEADERS } : false,
    maskedErrors: { isDev: false, errorMessage: '', maskError: (error) => toCallerError(error, report) },
    plugins: [operationPlugin(shared, createSelector(schema))],
  });
}

function operationPlugin(shared: Shared, select: Selector): Plugin<Partial<Context>> {
  const operations = new WeakMap<Request, OperationState>();
  return {
    onExecute({ args, extendContext, context }) {
      const { request } = context;
      const selected = select({
        document: args.document,
        operationName: args.operationName,
        variables: args.variableValues ?? {},
      });
      const operation = createOperation(shared, request.headers, selected);
      operations.set(request, operation);
      extendContext(operation.context);
    },
    onResultProcess({ request, result, setResult }) {
      if (Array.isArray(result) || !isResult(result)) return;
      const operation = operations.get(request);
      const cost = costOf(operation, shared.rateLimit(), request.headers.get('accesslink-trace') === '1');
      const told = { ...result, extensions: { ...result.extensions, accesslink: cost } };
      setResult(operation?.isPlan ? withoutFindings(told) : told);
    },
  };
}

function isResult(result: object): result is ExecutionResult {
  return !(Symbol.asyncIterator in result);
}

/** A plan finds nothing, so only refusals that do not depend on data are told. */
function withoutFindings(result: ExecutionResult): ExecutionResult {
  const refusals = ['BAD_USER_INPUT', 'OUT_OF_WINDOW', 'COST_EXCEEDED', 'UNAUTHENTICATED', 'INTERNAL'];
  const errors = result.errors?.filter(({ extensions }) => refusals.includes(String(extensions['code'])));
  const { errors: _, ...rest } = result;
  return { ...rest, data: null, ...(errors && errors.length > 0 ? { errors } : {}) };
}
