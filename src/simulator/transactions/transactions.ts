// Transactions over pending data: opened, read, and committed, which deletes the data.
import type { Accounts } from '../accounts.ts';
import type { PersonProfile } from '../data/person-profile.ts';
import { type TransactionItem, type ItemKind, itemsOf } from './items.ts';

/** An open transaction, and those of its items that are not committed. */
export interface OpenTransaction {
  readonly id: string;
  readonly items: readonly TransactionItem[];
}

/** The person and kind of a transaction, and the time of the request. */
export interface ItemOwner {
  readonly kind: ItemKind;
  readonly person: PersonProfile;
  readonly now: number;
}

/** All transactions of everybody. */
export interface Transactions {
  /** The items that are not committed. */
  readonly pending: (owner: ItemOwner) => readonly TransactionItem[];
  /**
   * Opens one over at most 50 items, the oldest first; null when there are none. It may contain items of earlier
   * transactions that were not committed: a client that lost the response can open another one.
   */
  readonly open: (owner: ItemOwner) => OpenTransaction | null;
  /** Null when the transaction is unknown, of another person or kind, or all of its items are committed. */
  readonly find: (owner: ItemOwner, id: string) => OpenTransaction | null;
  /** Deletes the items of a transaction permanently, also from other transactions. */
  readonly commit: (owner: ItemOwner, transaction: OpenTransaction) => void;
}

const MAX_ITEMS = 50;
const FIRST_ID = 179_001;

/** Items are computed from the data of a person; only commits are stored. `startedAt` is in epoch milliseconds. */
export function createTransactions(accounts: Accounts, startedAt: number): Transactions {
  const committed = new Set<string>();
  const opened: { readonly key: string; readonly items: ReadonlySet<string> }[] = [];
  const keyOf = ({ kind, person }: ItemOwner): string => `${person.userId}/${kind}`;
  const pending = (owner: ItemOwner): readonly TransactionItem[] => {
    const { kind, person, now } = owner;
    const registration = accounts.registrationOf(person.userId);
    if (!registration) return [];
    const items = itemsOf(kind, { person, registeredAt: registration.at, startedAt, now });
    return items.filter(({ id }) => !committed.has(`${keyOf(owner)}/${id}`));
  };
  return {
    pending,
    open: (owner) => {
      const items = pending(owner).slice(0, MAX_ITEMS);
      if (items.length === 0) return null;
      opened.push({ key: keyOf(owner), items: new Set(items.map(({ id }) => id)) });
      return { id: String(FIRST_ID + opened.length - 1), items };
    },
    find: (owner, id) => {
      const known = opened[Number(id) - FIRST_ID];
      if (known?.key !== keyOf(owner)) return null;
      const items = pending(owner).filter((item) => known.items.has(item.id));
      return items.length === 0 ? null : { id, items };
    },
    commit: (owner, { items }) => {
      for (const { id } of items) committed.add(`${keyOf(owner)}/${id}`);
    },
  };
}
