// Transactions: data that AccessLink sends once. Opened, listed, read part by part, and committed, which deletes the data.
import type { RecordName, Records } from '../../generated/accesslink.ts';
import type { Secret } from '../../secret.ts';
import { unreadable } from '../body.ts';
import { bearer } from '../credentials.ts';
import { decodeRecords } from '../decode.ts';
import type { Transport } from '../upstream.ts';

/** The kinds of data that have transactions. */
export type TransactionKind = 'physical-information' | 'activity' | 'exercise';

/** A user and a kind of data. */
export interface TransactionOwner {
  readonly kind: TransactionKind;
  readonly polarUserId: string;
}

/** An open transaction. Its `resource-uri` is never followed: every path is built from ids. */
export interface Transaction extends TransactionOwner {
  readonly id: string;
}

/** A transport, and the token of the user that it sends. */
export interface UserTransport {
  readonly send: Transport;
  readonly token: Secret;
}

/** A part of an item: as sent, since it cannot be requested again after the commit, and decoded. */
export interface ItemPart<R extends RecordName> {
  readonly body: unknown;
  readonly record: Records[R];
}

/** The path segment of a transaction's items, and the property that lists their links. */
const PATHS: Readonly<Record<TransactionKind, { readonly items: string; readonly list: string }>> = {
  'physical-information': { items: 'physical-informations', list: 'physicalinformations' },
  activity: { items: 'activities', list: 'activitylog' },
  exercise: { items: 'exercises', list: 'exercises' },
};
const ID = /^\d{1,19}$/;
/** Only the number at the end of a link is used, never its host. */
const LAST_NUMBER = /\/(\d{1,19})\/?$/;

/** POST /v3/users/{user-id}/{kind}-transactions. Null when no data wait. */
export async function openTransaction(user: UserTransport, owner: TransactionOwner): Promise<Transaction | null> {
  const path = pathOf(owner);
  const { body } = await user.send({ method: 'POST', path, authorization: bearer(user.token) });
  if (body === undefined) return null;
  const id = decodeRecords('TransactionLocation', body).records[0]?.['transaction-id'] ?? '';
  if (!ID.test(id)) throw unreadable(`POST ${path}`, 'it has no transaction-id');
  return { ...owner, id };
}

/** GET …/{transaction-id}: the ids of its items. Null when there is no such transaction (any more). */
export async function listItems(user: UserTransport, transaction: Transaction): Promise<string[] | null> {
  const path = transactionPath(transaction);
  const { body } = await user.send({ path, authorization: bearer(user.token) });
  return body === undefined ? null : numbersIn(body, PATHS[transaction.kind].list, path);
}

/** PUT …/{transaction-id}: AccessLink deletes the data of its items. Resolves also when it was committed before (204, 404). */
export async function commitTransaction(user: UserTransport, transaction: Transaction): Promise<void> {
  await user.send({
    method: 'PUT',
    path: transactionPath(transaction),
    authorization: bearer(user.token),
  });
}

/** GET of an item or of a part of it, such as `/step-samples`. Null when there is none. Rejects when the body is no `record`. */
export async function readPart<R extends RecordName>(
  user: UserTransport,
  path: string,
  record: R,
): Promise<ItemPart<R> | null> {
  const { body } = await user.send({ path, authorization: bearer(user.token) });
  if (body === undefined) return null;
  const [decoded, ...others] = decodeRecords(record, body).records;
  if (decoded && others.length === 0) return { body, record: decoded };
  throw unreadable(`GET ${path}`, `there is no ${record} in it`);
}

/** GET …/exercises/{exercise-id}/samples: the numbers of the sample types that were recorded. */
export async function listSampleTypes(user: UserTransport, exercisePath: string): Promise<string[]> {
  const path = `${exercisePath}/samples`;
  const { body } = await user.send({ path, authorization: bearer(user.token) });
  return body === undefined ? [] : numbersIn(body, 'samples', path);
}

/** The path of an item. */
export function itemPath(transaction: Transaction, itemId: string): string {
  return `${transactionPath(transaction)}/${PATHS[transaction.kind].items}/${itemId}`;
}

function pathOf({ kind, polarUserId }: TransactionOwner): string {
  return `/v3/users/${encodeURIComponent(polarUserId)}/${kind}-transactions`;
}

function transactionPath(transaction: Transaction): string {
  return `${pathOf(transaction)}/${encodeURIComponent(transaction.id)}`;
}

/** The numbers at the ends of links. A link without one is an error: its item would be lost with the commit. */
function numbersIn(body: unknown, list: string, path: string): string[] {
  const links = listIn(body, list);
  if (links === null) throw unreadable(`GET ${path}`, 'there is no list in it');
  const numbers = links.map((link) => LAST_NUMBER.exec(String(link))?.[1]);
  if (numbers.includes(undefined)) throw unreadable(`GET ${path}`, 'one of its links has no number');
  return [...new Set(numbers as string[])];
}

/** The list under its name in any spelling, or a body that is the list itself. */
function listIn(body: unknown, list: string): readonly unknown[] | null {
  if (Array.isArray(body)) return body;
  if (typeof body !== 'object' || body === null) return null;
  const found = Object.entries(body).find(([name]) => name.replaceAll(/[-_]/g, '') === list)?.[1];
  return Array.isArray(found) ? found : null;
}
