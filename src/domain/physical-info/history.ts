// Physical information over time: entries of transactions, and replies that were stored because they differed.
import { createHash } from 'node:crypto';
import { decodeRecords } from '../../accesslink/decode.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type { CachedValue } from '../../loading/context.ts';
import type { ImportedItem } from '../../store/contract/imports.ts';
import type { Edge } from '../graph/connection.ts';
import type { LazyConnection, LazyEdge } from '../graph/lazy-connection.ts';
import { type Aged, ageOf } from '../convert/records.ts';
import type { Keyed } from '../graph/node-keys.ts';
import { type PhysicalInfoModel, physicalInfoEntryFromWire, physicalInfoFromWire } from './physical-info.ts';

const REPLY_PREFIX = 'answer-';

/** An entry, with AccessLink's numbers where it came in a transaction. */
export type InfoEntry = Keyed<Aged<PhysicalInfoModel>> & {
  readonly polarEntryId: string | null;
  readonly polarTransactionId: string | null;
};

export type PhysicalInfoConnectionParent = LazyConnection<InfoEntry>;
export type PhysicalInfoEdgeParent = LazyEdge<InfoEntry>;

/** A reply of AccessLink as an item to store: the same reply has the same id. */
export function itemFromReply({ value, fetchedAt }: CachedValue<Wire.PhysicalInfo>): ImportedItem {
  const digest = createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
  // Without a time of its own, values that come back after a while would be taken as the earlier ones.
  const day = value.modified === null ? `-${new Date(fetchedAt).toISOString().slice(0, 10)}` : '';
  return { id: `${REPLY_PREFIX}${digest}${day}`, value: { answer: value }, importedAt: fetchedAt };
}

/**
 * Entries with their cursors, oldest first. Of two of the same moment the one with more fields is used, and of equal
 * ones in a row the first.
 */
export function historyOf(items: readonly ImportedItem[]): Edge<InfoEntry>[] {
  const entries = items.flatMap((item) => {
    const node = entryOf(item);
    return node ? [{ node, cursor: `${timeOf(node)}~${item.id}` }] : [];
  });
  const inOrder = entries.toSorted((a, b) => (a.cursor < b.cursor ? -1 : 1));
  const byMoment = [...Map.groupBy(inOrder, ({ node }) => timeOf(node)).values()].flatMap(fullest);
  return byMoment.filter(({ node }, index) => {
    const before = byMoment[index - 1];
    return !before || contentOf(before.node) !== contentOf(node);
  });
}

/** The entry that an item is, with the item's id for its key; null when it is none. */
export function entryOf(item: ImportedItem): InfoEntry | null {
  const entry = entryFromWire(item);
  return entry && { ...entry, nodeKey: item.id };
}

/** Whether a key is that of a reply of AccessLink. */
export function isReplyKey(key: string): boolean {
  return key.startsWith(REPLY_PREFIX);
}

/** Whether a text is a cursor of entries. */
export function isEntryCursor(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z~[\w-]{1,100}$/.test(text);
}

function entryFromWire({ value, importedAt }: ImportedItem): Omit<InfoEntry, 'nodeKey'> | null {
  const { info, answer } = value as { readonly info?: unknown; readonly answer?: unknown };
  const age = ageOf({ value: null, fetchedAt: importedAt, stale: false });
  const [entry] = decodeRecords('PhysicalInformation', info).records;
  if (entry) {
    const { id: polarEntryId, 'transaction-id': polarTransactionId } = entry;
    return { ...physicalInfoEntryFromWire(entry), ...age, polarEntryId, polarTransactionId };
  }
  const [record] = decodeRecords('PhysicalInfo', answer).records;
  return record ? { ...physicalInfoFromWire(record), ...age, polarEntryId: null, polarTransactionId: null } : null;
}

/** Sorts as text: all are in UTC. */
function timeOf({ modifiedAt, createdAt, fetchedAt }: InfoEntry): string {
  return new Date(modifiedAt ?? createdAt ?? fetchedAt).toISOString();
}

/** A reply has more than an entry of the same moment; two entries are two entries. */
function fullest(entries: readonly Edge<InfoEntry>[]): readonly Edge<InfoEntry>[] {
  const replies = entries.filter(({ node }) => node.polarEntryId === null);
  return replies.length > 0 ? replies : entries;
}

/** Without the time of reading and the transaction. */
function contentOf(entry: InfoEntry): string {
  return JSON.stringify({ ...entry, nodeKey: null, fetchedAt: null, stale: null, polarTransactionId: null });
}
