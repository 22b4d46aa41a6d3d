// Decoding a body that holds one record.
import { decodeRecords } from '../../src/accesslink/decode.ts';
import type { RecordName, Records } from '../../src/generated/accesslink.ts';

/** The only record in a body; fails when there is another number of them, or a part was skipped. */
export function one<R extends RecordName>(name: R, body: unknown, list?: string): Records[R] {
  const { records, skipped } = decodeRecords(name, body, list);
  const [record] = records;
  if (record !== undefined && records.length === 1 && skipped === 0) return record;
  throw new Error(`Expected one record: ${JSON.stringify({ records, skipped })}`);
}
