// Notifications about pending data, and transactions: opening, listing and committing.
import type { ApiRequest, PersonRequest } from '../request.ts';
import { type ApiResponse, HttpError, NO_CONTENT, foundOrNoContent } from '../response.ts';
import type { Accounts } from '../accounts.ts';
import { wholeNumber } from '../dialects/spelling.ts';
import { isShared } from '../data/person-profile.ts';
import type { ItemOwner, Transactions, OpenTransaction } from '../transactions/transactions.ts';
import { CATEGORIES, type TransactionItem, type ItemKind } from '../transactions/items.ts';

/** How the API names a kind. */
interface KindNames {
  /** The path segment of items, and the name of the list of their links. */
  readonly items: string;
  readonly list: string;
  readonly notification: string;
  /** The documented status when a transaction does not exist: of its list, and of its commit. */
  readonly missing: { readonly list: 204 | 404; readonly commit: 204 | 404 };
}

/** The names of each kind. */
export const KIND_NAMES: Readonly<Record<ItemKind, KindNames>> = {
  'physical-information': {
    items: 'physical-informations',
    list: 'physical-informations',
    notification: 'PHYSICAL_INFORMATION',
    missing: { list: 404, commit: 204 },
  },
  activity: {
    items: 'activities',
    list: 'activity-log',
    notification: 'ACTIVITY_SUMMARY',
    missing: { list: 404, commit: 204 },
  },
  exercise: { items: 'exercises', list: 'exercises', notification: 'EXERCISE', missing: { list: 204, commit: 404 } },
};

const HOST = 'https://www.polaraccesslink.com';
/** The documentation's own links to transactions lack `www`. */
const TRANSACTION_HOST = 'https://polaraccesslink.com';

/** The users who are registered, share the data, and have some pending, by kind. */
export function listNotifications(
  { accounts, transactions }: { accounts: Accounts; transactions: Transactions },
  request: ApiRequest,
): ApiResponse {
  const notifications = accounts.people.flatMap((person) => {
    const kinds = (Object.keys(CATEGORIES) as ItemKind[]).filter((kind) => isShared(person, CATEGORIES[kind]));
    const pending = kinds.filter((kind) => transactions.pending({ kind, person, now: request.now }).length > 0);
    return pending.map((kind) => ({
      'user-id': wholeNumber(person.userId),
      'data-type': KIND_NAMES[kind].notification,
      url: `${HOST}${pathOf(kind, person.userId)}`,
    }));
  });
  const response = foundOrNoContent(notifications);
  return response.status === 204 ? response : { status: 200, body: { 'available-user-data': notifications } };
}

export function openTransaction(transactions: Transactions, kind: ItemKind, request: PersonRequest): ApiResponse {
  const transaction = transactions.open(ownerOf(kind, request));
  if (!transaction) return NO_CONTENT;
  const uri = `${TRANSACTION_HOST}${pathOf(kind, request.person.userId)}/${transaction.id}`;
  return { status: 201, body: { 'transaction-id': wholeNumber(transaction.id), 'resource-uri': uri } };
}

export function listTransaction(transactions: Transactions, kind: ItemKind, request: PersonRequest): ApiResponse {
  const transaction = transactionOf(transactions, kind, request);
  if (!transaction) return missing(request, KIND_NAMES[kind].missing.list);
  const links = transaction.items.map(({ id }) => linkTo(kind, request, id));
  return { status: 200, body: { [KIND_NAMES[kind].list]: links } };
}

/** Deletes the data permanently. */
export function commitTransaction(transactions: Transactions, kind: ItemKind, request: PersonRequest): ApiResponse {
  const transaction = transactionOf(transactions, kind, request);
  if (!transaction) return missing(request, KIND_NAMES[kind].missing.commit);
  transactions.commit(ownerOf(kind, request), transaction);
  return { status: 200 };
}

/** An item of an open transaction; null when one of them does not exist. */
export function itemOf<K extends ItemKind>(
  transactions: Transactions,
  kind: K,
  request: PersonRequest,
): Extract<TransactionItem, { kind: K }> | null {
  const items = transactionOf(transactions, kind, request)?.items ?? [];
  const item = items.find(({ id }) => id === request.params['itemId']);
  // A transaction has items of one kind only.
  return (item as Extract<TransactionItem, { kind: K }> | undefined) ?? null;
}

/** The absolute address of an item. */
export function linkTo(kind: ItemKind, request: PersonRequest, itemId: string): string {
  const path = `${pathOf(kind, request.person.userId)}/${request.params['transactionId']}`;
  return `${HOST}${path}/${KIND_NAMES[kind].items}/${itemId}`;
}

function transactionOf(transactions: Transactions, kind: ItemKind, request: PersonRequest): OpenTransaction | null {
  return transactions.find(ownerOf(kind, request), request.params['transactionId'] ?? '');
}

/** Throws an HttpError with 403 when the path names another user. */
function ownerOf(kind: ItemKind, { person, params, now }: PersonRequest): ItemOwner {
  if (params['userId'] === person.userId) return { kind, person, now };
  throw new HttpError(403, 'Cannot share the data: the token belongs to somebody else');
}

function pathOf(kind: ItemKind, userId: string): string {
  return `/v3/users/${userId}/${kind}-transactions`;
}

/** The live API responds with 204. */
function missing({ dialect }: PersonRequest, documented: 204 | 404): ApiResponse {
  if (dialect === 'live' || documented === 204) return NO_CONTENT;
  throw new HttpError(404, 'Cannot find the transaction: it is unknown, or committed');
}
