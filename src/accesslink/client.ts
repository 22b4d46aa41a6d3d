// Asks AccessLink for records: a read goes out through a transport, what comes back is decoded.
import type { RecordName, Records } from '../generated/accesslink.ts';
import type { Secret } from '../secret.ts';
import { bearer } from './credentials.ts';
import { decodeRecords } from './decode.ts';
import { AccessLinkError } from './errors.ts';
import type { Transport, UpstreamReply, UpstreamRequest } from './upstream.ts';

/** A documented read: its path with query, the kind of record it answers with, and the property that wraps its list. */
export interface RecordsRequest<R extends RecordName> {
  readonly path: string;
  readonly record: R;
  readonly list?: string;
}

/** Records as AccessLink sent them, cleaned of sentinels. */
export interface RecordsReply<R extends RecordName> {
  readonly records: readonly Records[R][];
  /** Strange records, and strange parts of records, that were left out. */
  readonly skipped: number;
  readonly bytes: number;
}

/**
 * Sends a read with a user's token. "Nothing" (204, 404, empty) is no records. Rejects with AccessLinkError, also when
 * something came and none of it could be understood: that is not "nothing".
 */
export async function fetchRecords<R extends RecordName>(
  send: Transport,
  read: RecordsRequest<R>,
  token: Secret,
): Promise<RecordsReply<R>> {
  const { body, bytes, status } = await send({ path: read.path, authorization: bearer(token) });
  const { records, skipped: leftOut } = decodeRecords(read.record, body, read.list);
  if (records.length === 0 && leftOut > 0) {
    const what = `Cannot read the answer to GET ${read.path.split('?')[0]}: there is no ${read.record} in it`;
    throw new AccessLinkError('invalid', what, { status });
  }
  return { records, skipped: leftOut, bytes };
}

/** Sends with the client's own credential. It reaches no data of users, as a user's transport reaches nothing of this. */
export type ClientTransport = (request: Omit<UpstreamRequest, 'authorization'>) => Promise<UpstreamReply>;

/** The transport of the client. `authorization` is the client's id and secret (`credentials.ts`). */
export function asClient(send: Transport, authorization: Secret): ClientTransport {
  return (request) => send({ ...request, authorization });
}

/** An object as sent, not yet understood. */
export type WireObject = Readonly<Record<string, unknown>>;

/** The objects in a body: of a list, of one object in the place of a list of one, of a property around either. */
export function wireObjectsIn(body: unknown, wrapper: string): WireObject[] {
  const inner = isWire(body) && Object.hasOwn(body, wrapper) ? body[wrapper] : body;
  return (Array.isArray(inner) ? inner : [inner]).filter(isWire);
}

function isWire(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
