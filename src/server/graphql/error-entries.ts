// The errors of a result as the caller gets them: one entry for each resource that failed and each cause.
import { GraphQLError } from 'graphql';
import { resourceValue } from '../../domain/convert/resource-name.ts';
import { CallLimitError, type ReadError } from '../../loading/errors.ts';
import { type ErrorTable, readErrorIn } from './errors.ts';

/** An error of the result, and the read that it is about. */
interface FailedRead {
  readonly error: GraphQLError;
  readonly read: ReadError;
}

/**
 * The entries in the order of the errors. Those about one resource with one cause (code, status and error type of
 * AccessLink) become one entry, at the first path concerned: the other fields are null without an entry. It names all
 * dates of the resource that the operation could not read for that cause. Errors about no resource stay as they are.
 *
 * `failures`: all reads of the operation that failed, those too that did not become an error of their own.
 */
export function errorEntries(
  errors: readonly GraphQLError[],
  failures: readonly ReadError[],
  toCallerError: ErrorTable,
): GraphQLError[] {
  const causes = causesWith(toCallerError);
  const first = new Map<string, FailedRead>();
  const entries = errors.flatMap((error): (GraphQLError | string)[] => {
    const read = readErrorIn(error);
    if (read === null) return [toCallerError(error)];
    const cause = causes(read);
    const known = first.get(cause);
    if (!known || isBefore(error, known.error)) first.set(cause, { error, read });
    return known ? [] : [cause];
  });
  const byCause = Map.groupBy(failures, causes);
  return entries.flatMap((entry) => {
    if (entry instanceof GraphQLError) return [entry];
    const failed = first.get(entry);
    return failed ? [entryFor(failed, byCause.get(entry) ?? [], toCallerError)] : [];
  });
}

/** Whether an error stands before another in lists that both are in: which of them failed first is chance. */
function isBefore({ path = [] }: GraphQLError, { path: other = [] }: GraphQLError): boolean {
  const at = path.findIndex((key, index) => key !== other[index]);
  const [own, others] = [path[at], other[at]];
  return typeof own === 'number' && typeof others === 'number' && own < others;
}

/** A text that is equal for reads of one resource that failed for one cause. */
function causesWith(toCallerError: ErrorTable): (read: ReadError) => string {
  const codes = new Map<Error, string>();
  const describe = (cause: Error) => {
    const { code, upstream } = toCallerError(cause).extensions;
    const { status = null, errorType = null } = (upstream ?? {}) as { status?: number; errorType?: string | null };
    return JSON.stringify([code, status, errorType]);
  };
  return ({ resource, cause }) => {
    // Too many requests are no failure of one resource.
    if (cause instanceof CallLimitError) return cause.name;
    const code = codes.get(cause) ?? describe(cause);
    codes.set(cause, code);
    return `${resource}\n${code}`;
  };
}

/** The entry for several reads that failed for one cause. */
function entryFor(
  { error, read }: FailedRead,
  failures: readonly ReadError[],
  toCallerError: ErrorTable,
): GraphQLError {
  if (read.cause instanceof CallLimitError) return toCallerError(error);
  const dates = [read, ...failures].flatMap(({ date }) => date ?? []);
  const days = [...new Set(dates)].toSorted();
  const entry = toCallerError(error);
  const { code, ...details } = entry.extensions;
  return new GraphQLError(entry.message, {
    source: entry.source,
    positions: entry.positions,
    path: entry.path,
    extensions: {
      code,
      resource: resourceValue(read.resource),
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
      days: days.length > 0 ? days.length : null,
      ...details,
    },
  });
}
