// The bodies of control requests. All throw a TypeError that names the invalid field.
import type { Dialect } from './dialects/spelling.ts';
import { FAULT_KINDS, type Fault } from './faults.ts';
import type { RateLimits } from './rate-limits.ts';

/** `{"now": "2026-11-22T08:00:00Z"}`, or null to let the clock run. */
export function clockFrom(body: unknown): number | null {
  const { now } = fieldsOf(body, ['now']);
  if (now === null) return null;
  return instantFrom(now);
}

/** Epoch milliseconds of an ISO 8601 instant with an offset or Z. */
export function instantFrom(value: unknown): number {
  const instant = typeof value === 'string' && /T.*(Z|[+-]\d{2}:\d{2})$/.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(instant)) return instant;
  throw new TypeError(`Cannot read the time: ${shown(value)} is not like "2026-11-22T08:00:00Z"`);
}

/** `{"dialect": "live"}`. */
export function dialectFrom(body: unknown): Dialect {
  return readDialect(fieldsOf(body, ['dialect'])['dialect']);
}

/** `documented` or `live`. */
export function readDialect(value: unknown): Dialect {
  if (value === 'documented' || value === 'live') return value;
  throw new TypeError(`Cannot read the dialect: ${shown(value)} is neither "documented" nor "live"`);
}

/** `{"userId": "47110001"}`, or null for the consent page. */
export function autoConsentFrom(body: unknown): string | null {
  const { userId } = fieldsOf(body, ['userId']);
  return userId === null ? null : textFrom('userId', userId);
}

/** `{"short": 660, "long": 5800}`. */
export function limitsFrom(body: unknown): RateLimits {
  const { short, long } = fieldsOf(body, ['short', 'long']);
  return { short: countFrom('short', short), long: countFrom('long', long) };
}

/** `{"kind": "status", "status": 503, "path": "/v3/users/sleep", "times": 2}`; only the kind is required. */
export function faultFrom(body: unknown): Fault {
  const fields = fieldsOf(body, ['path', 'method', 'userId', 'kind', 'status', 'json', 'headers', 'delayMs', 'times']);
  const kind = FAULT_KINDS.find((known) => known === fields['kind']);
  if (!kind) throw new TypeError(`Cannot read kind: ${shown(fields['kind'])} is none of ${FAULT_KINDS.join(', ')}`);
  return {
    kind,
    ...given('path', fields['path'], textFrom),
    ...given('method', fields['method'], textFrom),
    ...given('userId', fields['userId'], textFrom),
    ...given('status', fields['status'], statusFrom),
    ...given('json', fields['json'], (_, json) => json),
    ...given('headers', fields['headers'], headersFrom),
    ...given('delayMs', fields['delayMs'], countFrom),
    ...given('times', fields['times'], countFrom),
  };
}

/** The field under its name, or nothing when it is undefined. */
export function given<Name extends string, Value>(
  name: Name,
  value: unknown,
  read: (name: string, value: unknown) => Value,
): Partial<Record<Name, Value>> {
  // A computed key widens to string; the record has exactly this one.
  return value === undefined ? {} : ({ [name]: read(name, value) } as Record<Name, Value>);
}

/** The fields of an object, none of them other than these. */
export function fieldsOf(body: unknown, allowed: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new TypeError(`Cannot read the body: ${shown(body)} is not an object with ${allowed.join(', ')}`);
  }
  const fields: Record<string, unknown> = { ...body };
  const unknown = Object.keys(fields).find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw new TypeError(`Cannot read ${unknown}: the fields are ${allowed.join(', ')}`);
  return fields;
}

/** A whole number from 0. */
export function countFrom(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new TypeError(`Cannot read ${name}: ${shown(value)} is not a whole number from 0`);
}

/** A final status that Node can send. */
function statusFrom(name: string, value: unknown): number {
  const status = countFrom(name, value);
  if (status >= 200 && status <= 599) return status;
  throw new TypeError(`Cannot read ${name}: ${status} is not from 200 to 599`);
}

/** Texts by the names of headers. */
function headersFrom(name: string, value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null)
    throw new TypeError(`Cannot read ${name}: ${shown(value)} has no names`);
  return Object.fromEntries(Object.entries(value).map(([header, text]) => [header, textFrom(header, text)]));
}

/** A string. */
export function textFrom(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`Cannot read ${name}: ${shown(value)} is not a text`);
}

/** A value as messages show it. */
export function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}
