// Queries and mutations of ordinary requests, answered without Yoga: the same results, at a fraction of the time.
import {
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Clock } from '../../clock.ts';
import { acceptedDelivery } from '../http/accepted-delivery.ts';
import type { ReceivedRequest } from '../http/ordinary-request.ts';
import { outcomeOf, startedAs } from '../observability/operation-summary.ts';
import type { Telemetry } from '../observability/telemetry.ts';
import type { RepeatedAnswers } from './answers/repeated-answers.ts';
import { createOperation, type OperationState } from './operation.ts';
import type { SharedServices } from './shared-services.ts';
import { type OperationAnswer, operationAnswer } from './operation-answer.ts';
import { type OperationParameters, parametersIn } from './operation-parameters.ts';
import type { Prepare } from './prepared-operation.ts';
import type { ReadText } from './price/documents.ts';
import { checkInput } from './price/input-bounds.ts';
import type { ServerExecutor } from './server-executor.ts';
import { asGraphqlError, type CompleteResult } from './result.ts';

export interface OrdinaryOperationsOptions {
  readonly schema: GraphQLSchema;
  readonly shared: SharedServices;
  readonly read: ReadText;
  readonly prepare: Prepare;
  readonly complete: CompleteResult;
  readonly executor: Pick<ServerExecutor, 'execute' | 'toSend'>;
  /** Where answers are remembered. */
  readonly repeated: Pick<RepeatedAnswers, 'put'>;
  readonly telemetry: Pick<Telemetry, 'operation'>;
  readonly clock: Pick<Clock, 'elapsed'>;
}

/** Answers a request. Null: its body is not an ordinary one, or it has several results; it is Yoga's. Never rejects. */
export type AnswerOrdinary = (request: ReceivedRequest) => Promise<OperationAnswer | null>;

/** What of an operation is known before its result is complete. */
interface Run {
  readonly result: ExecutionResult;
  /** Undefined when it did not begin. */
  readonly operation?: OperationState;
  readonly definition?: OperationDefinitionNode;
}

/** Directives with which an answer comes in several parts, if its client takes them. */
const IN_PARTS = /@(?:defer|stream)\b/;

/** Whether a request may have an answer in parts. */
function isInParts({ query }: OperationParameters, { headers }: ReceivedRequest): boolean {
  return IN_PARTS.test(query) && acceptedDelivery(headers.get('accept')) !== null;
}

export function createOrdinaryOperations(options: OrdinaryOperationsOptions): AnswerOrdinary {
  const { complete, executor, telemetry, clock, repeated } = options;
  return async (request) => {
    const parameters = parametersIn(request.text);
    if (!parameters || isInParts(parameters, request)) return null;
    const run = await runOf(parameters, request, options).catch(failedRun);
    if (!run) return null;
    const { operation, definition = null } = run;
    const completed = await complete(run.result, { operation, headers: request.headers });
    const sendable = await executor.toSend(completed, operation?.slices);
    const answer = { ...operationAnswer(sendable, request.resultType), person: operation?.person ?? null };
    const summary = { ...startedAs(definition), ...outcomeOf(completed) };
    telemetry.operation({ ...summary, milliseconds: clock.elapsed() - request.receivedAt });
    if (operation) repeated.put(request, { operation, result: completed, answer, summary });
    return answer;
  };
}

/** Null for a subscription. */
async function runOf(
  { query, operationName, variables, extensions }: OperationParameters,
  request: ReceivedRequest,
  { schema, shared, read, prepare, executor }: OrdinaryOperationsOptions,
): Promise<Run | null> {
  checkInput({ operationName, variables, extensions });
  const { document, errors } = read(query);
  const definition = getOperationAST(document, operationName);
  if (!definition) throw noOperation();
  if (errors.length > 0) return { result: { errors: errors.map(asBadRequest) } };
  if (definition.operation === 'subscription') return null;
  const args = { schema, document, operationName, variableValues: variables };
  const operation = await createOperation(shared, request, { ...prepare(args), variables: variables ?? null });
  try {
    return { result: await executor.execute({ ...args, contextValue: operation.context }), operation, definition };
  } catch (failure) {
    return { ...failedRun(failure), operation, definition };
  }
}

function failedRun(failure: unknown): Run {
  return { result: { errors: [failure instanceof GraphQLError ? failure : asGraphqlError(failure)] } };
}

function noOperation(): GraphQLError {
  const extensions = { http: { status: 400 } };
  return new GraphQLError('Could not determine what operation to execute.', { extensions });
}

/** What validation says against a document: 400, but for clients that accept application/json alone. */
function asBadRequest(error: GraphQLError): GraphQLError {
  error.extensions['http'] = { spec: true, status: 400 };
  return error;
}
