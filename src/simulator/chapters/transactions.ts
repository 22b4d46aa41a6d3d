// Opening, listing and committing transactions, and the notifications about what waits.
import { type Answer, type Ask, NO_CONTENT, type OpenAsk, Refusal, foundOrNoContent } from '../ask.ts';
import type { Accounts } from '../accounts.ts';
import { wholeNumber } from '../dialects/spelling.ts';
import { isShared } from '../life/resident.ts';
import type { Drawer, Ledger, Transaction } from '../transactions/ledger.ts';
import { CHAPTERS, type Item, type Kind } from '../transactions/pending.ts';

interface Words {
  /** Segment of the path that follows the transaction, and name of the list that holds its links. */
  readonly items: string;
  readonly list: string;
  readonly notice: string;
  /** What the documentation answers when a transaction is not there: to its list, and to its commit. */
  readonly missing: { readonly list: 204 | 404; readonly commit: 204 | 404 };
}

export const WORDS: Readonly<Record<Kind, Words>> = {
  'physical-information': {
    items: 'physical-informations',
    list: 'physical-informations',
    notice: 'PHYSICAL_INFORMATION',
    missing: { list: 404, commit: 204 },
  },
  activity: {
    items: 'activities',
    list: 'activity-log',
    notice: 'ACTIVITY_SUMMARY',
    missing: { list: 404, commit: 204 },
  },
  exercise: { items: 'exercises', list: 'exercises', notice: 'EXERCISE', missing: { list: 204, commit: 404 } },
};

const HOST = 'https://www.polaraccesslink.com';
/** The documentation's own links to transactions lack `www`. */
const TRANSACTION_HOST = 'https://polaraccesslink.com';

/** Who is registered, shares the data, and has some waiting, by kind. */
export function listNotifications({ accounts, ledger }: { accounts: Accounts; ledger: Ledger }, ask: OpenAsk): Answer {
  const waiting = accounts.residents.flatMap((resident) => {
    const kinds = (Object.keys(CHAPTERS) as Kind[]).filter((kind) => isShared(resident, CHAPTERS[kind]));
    const pending = kinds.filter((kind) => ledger.pending({ kind, resident, now: ask.now }).length > 0);
    return pending.map((kind) => ({
      'user-id': wholeNumber(resident.userId),
      'data-type': WORDS[kind].notice,
      url: `${HOST}${pathOf(kind, resident.userId)}`,
    }));
  });
  const answer = foundOrNoContent(waiting);
  return answer.status === 204 ? answer : { status: 200, body: { 'available-user-data': waiting } };
}

export function openTransaction(ledger: Ledger, kind: Kind, ask: Ask): Answer {
  const transaction = ledger.open(drawerOf(kind, ask));
  if (!transaction) return NO_CONTENT;
  const uri = `${TRANSACTION_HOST}${pathOf(kind, ask.resident.userId)}/${transaction.id}`;
  return { status: 201, body: { 'transaction-id': wholeNumber(transaction.id), 'resource-uri': uri } };
}

export function listTransaction(ledger: Ledger, kind: Kind, ask: Ask): Answer {
  const transaction = transactionOf(ledger, kind, ask);
  if (!transaction) return missing(ask, WORDS[kind].missing.list);
  const links = transaction.items.map(({ id }) => linkTo(kind, ask, id));
  return { status: 200, body: { [WORDS[kind].list]: links } };
}

/** The data are deleted: nothing hands them out again. */
export function commitTransaction(ledger: Ledger, kind: Kind, ask: Ask): Answer {
  const transaction = transactionOf(ledger, kind, ask);
  if (!transaction) return missing(ask, WORDS[kind].missing.commit);
  ledger.commit(drawerOf(kind, ask), transaction);
  return { status: 200 };
}

/** One item of a transaction that is open; null when either is not there. */
export function itemOf<K extends Kind>(ledger: Ledger, kind: K, ask: Ask): Extract<Item, { kind: K }> | null {
  const items = transactionOf(ledger, kind, ask)?.items ?? [];
  const item = items.find(({ id }) => id === ask.params['itemId']);
  // The ledger keeps every kind by itself.
  return (item as Extract<Item, { kind: K }> | undefined) ?? null;
}

/** The absolute address of an item, or of something of it. */
export function linkTo(kind: Kind, ask: Ask, itemId: string): string {
  const path = `${pathOf(kind, ask.resident.userId)}/${ask.params['transactionId']}`;
  return `${HOST}${path}/${WORDS[kind].items}/${itemId}`;
}

function transactionOf(ledger: Ledger, kind: Kind, ask: Ask): Transaction | null {
  return ledger.find(drawerOf(kind, ask), ask.params['transactionId'] ?? '');
}

/** Whoever names another user in the path is refused. */
function drawerOf(kind: Kind, { resident, params, now }: Ask): Drawer {
  if (params['userId'] === resident.userId) return { kind, resident, now };
  throw new Refusal(403, 'Cannot share the data: the token belongs to somebody else');
}

function pathOf(kind: Kind, userId: string): string {
  return `/v3/users/${userId}/${kind}-transactions`;
}

/** The live API has no content for what is not there. */
function missing({ dialect }: Ask, documented: 204 | 404): Answer {
  if (dialect === 'live' || documented === 204) return NO_CONTENT;
  throw new Refusal(404, 'Cannot find the transaction: it is unknown, or committed');
}
