// Transactions: opened over what waits, read, and committed, after which the data are gone.
import type { Accounts } from '../accounts.ts';
import type { Resident } from '../life/resident.ts';
import { type Item, type Kind, itemsOf } from './pending.ts';

export interface Transaction {
  readonly id: string;
  readonly items: readonly Item[];
}

/** Whose transactions of which kind, and when. */
export interface Drawer {
  readonly kind: Kind;
  readonly resident: Resident;
  readonly now: number;
}

export interface Ledger {
  /** What is not committed yet. */
  readonly pending: (drawer: Drawer) => readonly Item[];
  /**
   * Over at most 50 items, the oldest first; null when nothing waits. Only a commit deletes data, so that what an earlier
   * transaction holds uncommitted is handed out again: who lost the answer to a creation can simply create once more.
   */
  readonly open: (drawer: Drawer) => Transaction | null;
  /** What of a transaction is not committed; null when it is unknown, somebody else's, or nothing is left of it. */
  readonly find: (drawer: Drawer, id: string) => Transaction | null;
  /** Deletes the items of a transaction for good, also from other transactions. */
  readonly commit: (drawer: Drawer, transaction: Transaction) => void;
}

const MOST_ITEMS = 50;
const FIRST_ID = 179_001;

export function createLedger(accounts: Accounts, startedAt: number): Ledger {
  const committed = new Set<string>();
  const opened: { readonly key: string; readonly items: ReadonlySet<string> }[] = [];
  const keyOf = ({ kind, resident }: Drawer): string => `${resident.userId}/${kind}`;
  const pending = (drawer: Drawer): readonly Item[] => {
    const { kind, resident, now } = drawer;
    const registration = accounts.registrationOf(resident.userId);
    if (!registration) return [];
    const items = itemsOf(kind, { resident, registeredAt: registration.at, startedAt, now });
    return items.filter(({ id }) => !committed.has(`${keyOf(drawer)}/${id}`));
  };
  return {
    pending,
    open: (drawer) => {
      const items = pending(drawer).slice(0, MOST_ITEMS);
      if (items.length === 0) return null;
      opened.push({ key: keyOf(drawer), items: new Set(items.map(({ id }) => id)) });
      return { id: String(FIRST_ID + opened.length - 1), items };
    },
    find: (drawer, id) => {
      const known = opened[Number(id) - FIRST_ID];
      if (known?.key !== keyOf(drawer)) return null;
      const items = pending(drawer).filter((item) => known.items.has(item.id));
      return items.length === 0 ? null : { id, items };
    },
    commit: (drawer, { items }) => {
      for (const { id } of items) committed.add(`${keyOf(drawer)}/${id}`);
    },
  };
}
