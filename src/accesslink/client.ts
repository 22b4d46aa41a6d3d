// Reads of records: a request is sent through a transport, and its response decoded.
import type { RecordName, Records } from '../generated/accesslink.ts';
import type { Secret } from '../secret.ts';
import { bearer } from './credentials.ts';
import type { IsoDate } from '../calendar.ts';
import { type Decoded, type DecodingReason, decodeRecords } from './decode.ts';
import { AccessLinkError } from './errors.ts';
import type { Transport, UpstreamReply, UpstreamRequest } from './upstream.ts';
import { isJsonObject, type JsonObject } from './json.ts';

/** A documented read: its path with query, and the kind of record in its response. */
export interface RecordsRequest<R extends RecordName> {
  readonly path: string;
  readonly record: R;
  /** Whether a 404 is documented, or known, to mean that there is nothing. Of any other read that is doubtful. */
  readonly has404?: boolean;
  /** The day that warnings about a record name; none without it. */
  dateOf?(record: Records[R]): IsoDate | null;
}

/** Something in a response that could not be used: in which property, of which day, and how often. */
export interface ReplyWarning {
  readonly date: IsoDate | null;
  /** The record and its property, `Sleep.sleep_score`; null when it is about whole records. */
  readonly property: string | null;
  readonly reason: DecodingReason;
  readonly count: number;
}

/**
 * How sure it is that there are no records. `none`: there are some. `stated`: AccessLink says so, by 204, by a 404 where
 * that is known to mean it, or by an empty list. `doubtful`: a 404 of another read, or a body without a list.
 */
export type Absence = 'none' | 'stated' | 'doubtful';

/** The records of a response as sent, with null in place of sentinels and of what does not fit. */
export interface RecordsReply<R extends RecordName> {
  readonly records: readonly Records[R][];
  readonly warnings: readonly ReplyWarning[];
  readonly absence: Absence;
}

/**
 * Sends a read with a user's token. "Nothing" (204, 404, empty) is no records. Rejects with AccessLinkError, also for a
 * body with content of which no record is readable: that is not "nothing".
 */
export async function fetchRecords<R extends RecordName>(
  send: Transport,
  read: RecordsRequest<R>,
  token: Secret,
): Promise<RecordsReply<R>> {
  const reply = await send({ path: read.path, record: read.record, authorization: bearer(token) });
  const { records, warnings, isList } = recordsIn(reply, read.record);
  if (records.length === 0 && warnings.length > 0) {
    const label = `GET ${read.path.split('?')[0]}`;
    const message = `Cannot read the answer to ${label}: there is no ${read.record} in it`;
    throw new AccessLinkError('invalid', message, { status: reply.status, label });
  }
  const dateOf = (record: Records[R] | null) => (record && read.dateOf ? read.dateOf(record) : null);
  const dated = warnings.map(({ record, ...warning }): ReplyWarning => ({ ...warning, date: dateOf(record) }));
  return { records, warnings: dated, absence: records.length > 0 ? 'none' : absenceIn(reply, read, isList) };
}

/** The transport has decoded a large body already, into the kind of record that it was given. */
function recordsIn<R extends RecordName>({ body, decoded }: UpstreamReply, record: R): Decoded<Records[R]> {
  return decoded ? (decoded as Decoded<Records[R]>) : decodeRecords(record, body);
}

function absenceIn(
  { status, body, decoded }: UpstreamReply,
  { has404 = false }: Pick<RecordsRequest<RecordName>, 'has404'>,
  isList: boolean,
): Absence {
  if (body === undefined && !decoded) return status === 404 && !has404 ? 'doubtful' : 'stated';
  return isList ? 'stated' : 'doubtful';
}

/** Sends with the credential of the client itself. It gives no access to data of users, nor does a user's token to this. */
export type ClientTransport = (request: Omit<UpstreamRequest, 'authorization'>) => Promise<UpstreamReply>;

/** A transport that sends with the client's credential, as `basic` in credentials.ts makes it. */
export function asClient(send: Transport, authorization: Secret): ClientTransport {
  return (request) => send({ ...request, authorization });
}

/** The objects in a body that is a list, one object in place of a list of one, or an object with either under `wrapper`. */
export function wireObjectsIn(body: unknown, wrapper: string): JsonObject[] {
  const inner = isJsonObject(body) && Object.hasOwn(body, wrapper) ? body[wrapper] : body;
  return (Array.isArray(inner) ? inner : [inner]).filter(isJsonObject);
}
