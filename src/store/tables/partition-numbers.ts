// Partitions by number: rows of records have the number, not the name.
import type { Instant } from '../contract/instant.ts';
import type { RecordOwner } from '../contract/records.ts';
import type { RelaxedTransaction } from '../engines/engine-rows.ts';
import { padded, piecesOf } from './chunks.ts';
import { putPartitions, readPartitions } from './record-statements.ts';

/** The use of a partition is noted to the day. */
export const USE_MS = 86_400_000;

/** The numbers of partitions, by name. Says whose they are where that is new, and when they were used, to the day. */
export async function numberPartitions(
  trx: RelaxedTransaction,
  writing: readonly RecordOwner[],
  now: Instant,
): Promise<Map<string, number>> {
  const owners = new Map(writing.map((owner) => [owner.partition, owner]));
  const names = padded([...owners.keys()]);
  const rows = await trx.rows.data<{ id: number; partition: string; used_at: Instant }>(
    readPartitions(names.length),
    names,
  );
  const numbers = new Map(rows.filter((row) => row.used_at > now - USE_MS).map((row) => [row.partition, row.id]));
  for (const { id, partition } of await putAll(
    trx,
    [...owners.values()].filter((owner) => !numbers.has(owner.partition)),
    now,
  ))
    numbers.set(partition, id);
  return numbers;
}

/** In the order of names: two processes that write the same ones do not deadlock. */
async function putAll(trx: RelaxedTransaction, owners: readonly RecordOwner[], now: Instant) {
  const sorted = owners.toSorted((a, b) => (a.partition < b.partition ? -1 : 1));
  const put: { readonly id: number; readonly partition: string }[] = [];
  for (const piece of piecesOf(sorted)) {
    const values = piece.flatMap(({ partition, polarUserId, tokenHash = null }) => [
      partition,
      polarUserId,
      tokenHash,
      now,
    ]);
    put.push(...(await trx.run<{ id: number; partition: string }>(putPartitions(piece.length), values)));
  }
  return put;
}
