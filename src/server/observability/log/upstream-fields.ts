// The line of the log for a failure of AccessLink: chosen fields, each of a known form; never a text that AccessLink sent.
import type { AccessLinkError } from '../../../accesslink/errors.ts';
import { wordOf } from './failure-fields.ts';

/** What a line says of a failure; a field is left out where it is not known, or of no known form. */
export function upstreamFields(failure: AccessLinkError): Readonly<Record<string, string | number>> {
  const [method, path] = failure.label?.split(' ') ?? [];
  const fields = {
    method,
    path: path && withoutUsers(path),
    status: failure.status,
    errorType: wordOf(failure.upstream?.errorType),
    correlationId: wordOf(failure.upstream?.correlationId),
    cause: failure.code,
    problem: failure.problem,
    redirectHost: failure.redirectHost,
    system: wordOf(systemCode(failure.cause)),
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string | number] => (field[1] ?? null) !== null),
  );
}

/** The path without the ids of users. */
function withoutUsers(path: string): string {
  return path.replace(/^(\/v3\/users\/)\d+/, '$1{user-id}');
}

/** The code of a broken connection, such as ECONNREFUSED. */
function systemCode(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause && cause.name !== 'AccessLinkError' ? cause.code : null;
}
