// The answer to an ordinary request: status, headers and body of a result, by the rules of GraphQL over HTTP.
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { ResultType } from '../http/accepted-type.ts';

export interface OperationAnswer {
  readonly status: number;
  /** Besides those that every response has. */
  readonly headers: Readonly<Record<string, string>>;
  /** Pieces of a long one, each made when it is asked for. */
  readonly body: string | Buffer | AsyncIterable<Buffer>;
  /** The person whom the credentials have proved; null when they have proved none. */
  readonly person: string | null;
}

/** A result that says how it becomes text. */
export interface SendableResult extends ExecutionResult {
  readonly stringify?: (sent: object) => string | Buffer;
  /** Of a long one, in the place of `stringify`. */
  readonly inPieces?: (sent: object) => AsyncIterable<Buffer>;
}

/** What an error says of the response, and is not sent. `spec`: not to clients that accept application/json alone. */
interface HttpExtension {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly spec?: boolean;
}

/** The answer with a result, which has passed the error table. */
export function operationAnswer(result: SendableResult, resultType: ResultType): Omit<OperationAnswer, 'person'> {
  const { errors = [], stringify = JSON.stringify, inPieces } = result;
  const headers: Record<string, string> = { 'content-type': `${resultType}; charset=utf-8` };
  let status = 0;
  for (const error of errors) {
    const http = httpOf(error);
    for (const [name, value] of Object.entries(http.headers ?? {})) headers[name.toLowerCase()] = value;
    const isStated = !(resultType === 'application/json' && http.spec);
    if (isStated) status = Math.max(status, http.status ?? 0);
  }
  const sent = errors.length > 0 ? { ...result, errors: errors.map(sentError) } : result;
  return { status: status || 200, headers, body: inPieces ? inPieces(sent) : stringify(sent) };
}

function httpOf({ extensions }: GraphQLError): HttpExtension {
  return (extensions['http'] ?? {}) as HttpExtension;
}

/** An error as it is sent: without what it says of the response. */
export function sentError(error: GraphQLError): object {
  const { extensions: { http: _, ...extensions } = {}, ...rest } = error.toJSON();
  return Object.keys(extensions).length > 0 ? { ...rest, extensions } : rest;
}
