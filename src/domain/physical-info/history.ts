// Physical information over time: entries that were collected, and answers that were kept because they differed.
import { createHash } from 'node:crypto';
import { decodeRecords } from '../../accesslink/decode.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type { CachedValue } from '../../loading/context.ts';
import type { ImportedItem } from '../../store/contract/deliveries.ts';
import type { Edge } from '../graph/connection.ts';
import { type Aged, ageOf } from '../convert/records.ts';
import { type PhysicalInfo, physicalInfoFromEntry, physicalInfoFromWire } from './physical-info.ts';

/** An entry, with AccessLink's numbers where a transaction handed it over. */
export type InfoEntry = Aged<PhysicalInfo> & {
  readonly polarEntryId: string | null;
  readonly polarTransactionId: string | null;
};

/** An answer of AccessLink as an item to keep: the same answer has the same id. */
export function itemOfAnswer({ value, fetchedAt }: CachedValue<Wire.PhysicalInfo>): ImportedItem {
  const digest = createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
  // Without a time of its own, an old answer that comes back would be taken for the old one.
  const day = value.modified === null ? `-${new Date(fetchedAt).toISOString().slice(0, 10)}` : '';
  return { id: `answer-${digest}${day}`, value: { answer: value }, importedAt: fetchedAt };
}

/**
 * Entries with their cursors, oldest first. Of two of the same moment the one that says more is there, and of equal ones
 * in a row the first.
 */
export function historyOf(items: readonly ImportedItem[]): Edge<InfoEntry>[] {
  const entries = items.flatMap((item) => {
    const node = entryOf(item);
    return node ? [{ node, cursor: `${timeOf(node)}~${item.id}` }] : [];
  });
  const inOrder = entries.toSorted((a, b) => (a.cursor < b.cursor ? -1 : 1));
  const byMoment = [...Map.groupBy(inOrder, ({ node }) => timeOf(node)).values()].flatMap(richest);
  return byMoment.filter(({ node }, index) => {
    const before = byMoment[index - 1];
    return !before || contentOf(before.node) !== contentOf(node);
  });
}

function entryOf({ value, importedAt: collectedAt }: ImportedItem): InfoEntry | null {
  const { info, answer } = value as { readonly info?: unknown; readonly answer?: unknown };
  const age = ageOf({ value: null, fetchedAt: collectedAt, stale: false });
  const [entry] = decodeRecords('PhysicalInformation', info).records;
  if (entry) {
    const { id: polarEntryId, 'transaction-id': polarTransactionId } = entry;
    return { ...physicalInfoFromEntry(entry), ...age, polarEntryId, polarTransactionId };
  }
  const [record] = decodeRecords('PhysicalInfo', answer).records;
  return record ? { ...physicalInfoFromWire(record), ...age, polarEntryId: null, polarTransactionId: null } : null;
}

/** Sorts as text: all are in UTC. */
function timeOf({ modifiedAt, createdAt, fetchedAt }: InfoEntry): string {
  return new Date(modifiedAt ?? createdAt ?? fetchedAt).toISOString();
}

/** An answer knows more than an entry of the same moment; two entries are two entries. */
function richest(entries: readonly Edge<InfoEntry>[]): readonly Edge<InfoEntry>[] {
  const answers = entries.filter(({ node }) => node.polarEntryId === null);
  return answers.length > 0 ? answers : entries;
}

/** Not when it was read, nor by which transaction. */
function contentOf(entry: InfoEntry): string {
  return JSON.stringify({ ...entry, fetchedAt: null, stale: null, polarTransactionId: null });
}
