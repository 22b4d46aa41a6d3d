// Yoga with our schema: each operation gets its context before it is executed, and its costs afterwards.
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { ExecutionResult } from 'graphql';
import type { Context } from '../domain/context.ts';
import { costOf } from './cost.ts';
import { createErrorTable, type ErrorCode, type ErrorTable } from './errors.ts';
import { createOperation, type OperationState, type Shared } from './operation.ts';
import { createSchema } from './schema.ts';
import { createSelector, type Selector } from './selection.ts';

export interface EngineOptions {
  readonly shared: Shared;
  /** Told of every failure that nobody expected. */
  readonly report: (unexpected: unknown) => void;
}

interface Parts {
  readonly shared: Shared;
  readonly select: Selector;
  readonly toCallerError: ErrorTable;
}

/** The GraphQL endpoint at `/graphql`. Yoga masks no errors: every answer passes our table. */
export function createEngine({ shared, report }: EngineOptions): YogaServerInstance<object, object> {
  const schema = createSchema();
  const parts = { shared, select: createSelector(schema), toCallerError: createErrorTable(report) };
  return createYoga<object, object>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: false,
    logging: false,
    cors: false,
    maskedErrors: false,
    plugins: [operationPlugin(parts)],
  });
}

function operationPlugin({ shared, select, toCallerError }: Parts): Plugin<Partial<Context>> {
  const operations = new WeakMap<Request, OperationState>();
  return {
    async onExecute({ args, extendContext, context }) {
      const { request } = context;
      const selected = select({
        document: args.document,
        operationName: args.operationName,
        variables: args.variableValues ?? {},
      });
      const operation = await createOperation(shared, request, selected);
      operations.set(request, operation);
      extendContext(operation.context);
    },
    onResultProcess(process) {
      const { request, result } = process;
      if (Array.isArray(result) || !isResult(result)) return;
      const operation = operations.get(request);
      const wantsTrace = request.headers.get('accesslink-trace') === '1';
      const accesslink = costOf(operation, shared.rateLimit(), wantsTrace);
      const errors = result.errors?.map(toCallerError);
      const answer = { ...result, ...(errors ? { errors } : {}), extensions: { ...result.extensions, accesslink } };
      process.setResult(operation?.isPlan ? withoutFindings(answer) : answer);
    },
  };
}

function isResult(result: object): result is ExecutionResult {
  return !(Symbol.asyncIterator in result);
}

const REFUSALS: readonly ErrorCode[] = [
  'BAD_USER_INPUT',
  'OUT_OF_WINDOW',
  'COST_EXCEEDED',
  'UNAUTHENTICATED',
  'INTERNAL',
];

/** A plan finds nothing, so only refusals that do not depend on data are told. */
function withoutFindings({ errors = [], data, ...rest }: ExecutionResult): ExecutionResult {
  const told = errors.filter(({ extensions }) => REFUSALS.some((code) => code === extensions['code']));
  return { ...(told.length > 0 ? { errors: told } : {}), ...(data === undefined ? {} : { data: null }), ...rest };
}
