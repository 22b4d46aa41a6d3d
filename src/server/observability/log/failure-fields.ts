// What a line says of a failure: its class, its codes, where it was thrown. Never its message, which may contain data.
import { StoreError } from '../../../store/contract/errors.ts';
import type { EventFields, FailureFields } from './events.ts';

/** Names of errors, ids and codes: one word each, so that no sentence and no value can be among them. */
const WORD = /^[\w.:$-]{1,100}$/;

/** The text where it is one word; else null. */
export function wordOf(value: unknown): string | null {
  return typeof value === 'string' && WORD.test(value) ? value : null;
}

/** The fields of a failure that nobody expected. */
export function failureFields(failure: unknown): FailureFields {
  if (!(failure instanceof Error)) return { kind: typeof failure };
  return { kind: failure.constructor.name, code: codeOf(failure), at: framesOf(failure) };
}

/** The first StoreError in a chain of causes. */
export function storeErrorIn(failure: unknown): StoreError | null {
  if (failure instanceof StoreError) return failure;
  return failure instanceof Error && failure.cause !== undefined ? storeErrorIn(failure.cause) : null;
}

/** The fields of a failed call of the store. `operation`: its name, such as `records.put`. */
export function storeFields(
  failure: StoreError,
  { operation, engine }: { readonly operation: string | null; readonly engine: string | null },
): EventFields['store-failed'] {
  return { operation, code: failure.code, engine, system: systemOf(failure.cause) };
}

/** What the driver calls the failure: SQLite's result code, Postgres' SQLSTATE, or the code of a broken connection. */
function systemOf(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  if ('errcode' in cause) return `SQLITE:${Number(cause.errcode)}`;
  const state = /^SQLSTATE ([0-9A-Z]{5})\b/.exec(cause.message)?.[1];
  return state === undefined ? codeOf(cause) : `SQLSTATE:${state}`;
}

function codeOf(failure: Error): string | null {
  return 'code' in failure ? wordOf(failure.code) : null;
}

/** The frames that follow the message in the stack; the message itself may have lines that look like frames. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  if (start === -1) return [];
  const lines = stack.slice(start + message.length).split('\n');
  return lines.map((line) => line.trim()).filter((line) => /^at .+:\d+:\d+\)?$/.test(line));
}
