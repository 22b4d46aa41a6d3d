// Transactions: what AccessLink hands over once. Opened, listed, read part by part, and committed, after which it is gone.
import type { RecordName, Records } from '../../generated/accesslink.ts';
import type { Secret } from '../../secret.ts';
import { bearer } from '../credentials.ts';
import { decodeRecords } from '../decode.ts';
import { AccessLinkError } from '../errors.ts';
import type { Transport } from '../upstream.ts';

export type TransactionKind = 'physical-information' | 'activity' | 'exercise';

/** Whose transactions of which kind. */
export interface TransactionOwner {
  readonly kind: TransactionKind;
  readonly polarUserId: string;
}

/** A transaction that was opened. Its `resource-uri` is never followed: every path is built from ids. */
export interface Transaction extends TransactionOwner {
  readonly id: string;
}

/** Through what and with whose token transactions are read. */
export interface UserTransport {
  readonly send: Transport;
  readonly token: Secret;
}

/** A part of an item: as it was sent, since nobody will send it again, and decoded. */
export interface ItemPart<R extends RecordName> {
  readonly body: unknown;
  readonly record: Records[R];
}

/** The segment of the path below a transaction, and the property that lists its links. */
const WORDS: Readonly<Record<TransactionKind, { readonly items: string; readonly list: string }>> = {
  'physical-information': { items: 'physical-informations', list: 'physicalinformations' },
  activity: { items: 'activities', list: 'activitylog' },
  exercise: { items: 'exercises', list: 'exercises' },
};
const ID = /^\d{1,19}$/;
/** Hosts in links are not to be trusted, the number at their end is. */
const LAST_NUMBER = /\/(\d{1,19})\/?$/;

/** POST /v3/users/{user-id}/{kind}-transactions. Null: nothing waits. */
export async function openTransaction(asking: UserTransport, owner: TransactionOwner): Promise<Transaction | null> {
  const path = pathOf(owner);
  const { body } = await asking.send({ method: 'POST', path, authorization: bearer(asking.token) });
  if (body === undefined) return null;
  const id = decodeRecords('TransactionLocation', body).records[0]?.['transaction-id'] ?? '';
  if (!ID.test(id)) throw strange(`POST ${path}`, 'it has no transaction-id');
  return { ...owner, id };
}

/** GET …/{transaction-id}: the ids of its items. Null: there is no such transaction (any more). */
export async function listItems(asking: UserTransport, transaction: Transaction): Promise<string[] | null> {
  const path = transactionPath(transaction);
  const { body } = await asking.send({ path, authorization: bearer(asking.token) });
  return body === undefined ? null : numbersIn(body, WORDS[transaction.kind].list, path);
}

/** PUT …/{transaction-id}: AccessLink deletes what was handed over. Nothing there (204, 404) means that it was done before. */
export async function commitTransaction(asking: UserTransport, transaction: Transaction): Promise<void> {
  await asking.send({
    method: 'PUT',
    path: transactionPath(transaction),
    authorization: bearer(asking.token),
  });
}

/** GET of an item or of a part of it, such as `/step-samples`. Null: there is nothing. Rejects for what is no `record`. */
export async function readPart<R extends RecordName>(
  asking: UserTransport,
  path: string,
  record: R,
): Promise<ItemPart<R> | null> {
  const { body } = await asking.send({ path, authorization: bearer(asking.token) });
  if (body === undefined) return null;
  const [decoded, ...others] = decodeRecords(record, body).records;
  if (decoded && others.length === 0) return { body, record: decoded };
  throw strange(`GET ${path}`, `there is no ${record} in it`);
}

/** GET …/exercises/{exercise-id}/samples: the numbers of the types that were recorded. */
export async function listSampleTypes(asking: UserTransport, exercisePath: string): Promise<string[]> {
  const path = `${exercisePath}/samples`;
  const { body } = await asking.send({ path, authorization: bearer(asking.token) });
  return body === undefined ? [] : numbersIn(body, 'samples', path);
}

/** The path of an item. */
export function itemPath(transaction: Transaction, itemId: string): string {
  return `${transactionPath(transaction)}/${WORDS[transaction.kind].items}/${itemId}`;
}

function pathOf({ kind, polarUserId }: TransactionOwner): string {
  return `/v3/users/${encodeURIComponent(polarUserId)}/${kind}-transactions`;
}

function transactionPath(transaction: Transaction): string {
  return `${pathOf(transaction)}/${encodeURIComponent(transaction.id)}`;
}

/** The numbers at the ends of the links of a list. A link without one would be lost with the commit: it is an error. */
function numbersIn(body: unknown, list: string, path: string): string[] {
  const links = listIn(body, list);
  if (links === null) throw strange(`GET ${path}`, 'there is no list in it');
  const numbers = links.map((link) => LAST_NUMBER.exec(String(link))?.[1]);
  if (numbers.includes(undefined)) throw strange(`GET ${path}`, 'one of its links has no number');
  return [...new Set(numbers as string[])];
}

/** The list under its name in any spelling, or bare. */
function listIn(body: unknown, list: string): readonly unknown[] | null {
  if (Array.isArray(body)) return body;
  if (typeof body !== 'object' || body === null) return null;
  const found = Object.entries(body).find(([name]) => name.replaceAll(/[-_]/g, '') === list)?.[1];
  return Array.isArray(found) ? found : null;
}

function strange(where: string, why: string): AccessLinkError {
  return new AccessLinkError('invalid', `Cannot read the answer to ${where}: ${why}`, { status: 200 });
}
