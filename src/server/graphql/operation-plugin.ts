// Operations that Yoga has: a plugin that gives each its context before it is executed, and its cost afterwards.
import type { Plugin } from 'graphql-yoga';
import type { ExecutionResult } from 'graphql';
import type { Context } from '../../domain/context.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import type { AnswerInParts } from './incremental/answer-in-parts.ts';
import { deliveryOf, type ExecuteInParts } from './incremental/operations-in-parts.ts';
import { type PartsResponseOptions, responseInParts } from './incremental/response-in-parts.ts';
import { createOperation, type OperationState } from './operation.ts';
import type { Prepare } from './prepared-operation.ts';
import type { ReadDocument, ReadText } from './price/documents.ts';
import { checkInput } from './price/input-bounds.ts';
import type { CompleteResult } from './result.ts';
import type { ServerExecutor } from './server-executor.ts';
import type { SharedServices } from './shared-services.ts';
import { type SseOptions, sseResponse } from './sse.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface OperationPluginOptions {
  readonly shared: SharedServices;
  readonly read: ReadText;
  readonly prepare: Prepare;
  readonly complete: CompleteResult;
  readonly subscriptions: Subscriptions;
  readonly executor: ServerExecutor;
  readonly executeInParts: ExecuteInParts;
  readonly stream: Pick<SseOptions, 'clock' | 'heartbeatMs' | 'closing'>;
}

/** The parsed URL of a request, passed to Yoga with the request. */
export interface ServerContext {
  readonly url: URL;
}

type OperationPlugin = Plugin<Partial<Context> & ServerContext, ServerContext>;

/** What is known of requests on their way through Yoga. */
interface KnownRequests {
  readonly operations: WeakMap<Request, OperationState>;
  readonly subscribed: WeakSet<Request>;
  readonly inParts: WeakMap<Request, PartsResponseOptions & { readonly answer: AnswerInParts }>;
}

/** Gives each operation its context before it is executed, and its result the cost. */
export function operationPlugin(options: OperationPluginOptions): OperationPlugin {
  const known: KnownRequests = {
    operations: new WeakMap(),
    subscribed: new WeakSet<Request>(),
    inParts: new WeakMap(),
  };
  return { ...readingHooks(options), ...executionHooks(options, known), onResultProcess: resultHook(options, known) };
}

function executionHooks(
  { shared, prepare, subscriptions, executor, executeInParts }: OperationPluginOptions,
  { operations, subscribed, inParts }: KnownRequests,
): Pick<OperationPlugin, 'onExecute' | 'onSubscribe'> {
  return {
    async onExecute({ args, extendContext, context, setExecuteFn }) {
      const { request } = context;
      const { headers } = request;
      const prepared = prepare(args);
      const delivery = deliveryOf(prepared, headers);
      const toRun = { ...prepared, variables: args.variableValues ?? null };
      const operation = await createOperation(shared, authenticationRequest(context), toRun);
      operations.set(request, operation);
      extendContext(operation.context);
      if (!delivery) return setExecuteFn(executor.execute);
      setExecuteFn(async (ready) => {
        const answer = await executeInParts(ready, { operation, format: delivery.format, headers });
        if ('ended' in answer) inParts.set(request, { answer, delivery, slices: operation.slices });
        return answer;
      });
    },
    onSubscribe({ args, context, setSubscribeFn }) {
      subscribed.add(context.request);
      setSubscribeFn(() => subscriptions.subscribe(args, authenticationRequest(context)));
    },
  };
}

function resultHook(
  { complete, subscriptions, stream, executor }: OperationPluginOptions,
  { operations, subscribed, inParts }: KnownRequests,
): OperationPlugin['onResultProcess'] & {} {
  return async (process) => {
    const { request, result, resultProcessor } = process;
    if (Array.isArray(result)) return;
    const parts = inParts.get(request);
    if (parts) {
      // Yoga wraps it, and would make results of its failures.
      process.setResult(parts.answer);
      process.setResultProcessor(() => responseInParts(parts.answer, parts), parts.delivery.framing);
    } else if (isStream(result)) {
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
  };
}

/** Documents are read by the reader of this server: Yoga neither parses nor validates, nor does it remember anything. */
function readingHooks({
  read,
}: Pick<OperationPluginOptions, 'read'>): Pick<OperationPlugin, 'onParams' | 'onParse' | 'onValidate'> {
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
