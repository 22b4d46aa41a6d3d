// Decoding of bodies: one record of which nothing is lost, or all with the number of warnings.
import { decodeRecords } from '../../src/accesslink/decode.ts';
import type { RecordName, Records } from '../../src/generated/accesslink.ts';

/** The only record in a body; fails when there is another number of them, or a warning. */
export function one<R extends RecordName>(name: R, body: unknown): Records[R] {
  const { records, warnings } = decodeRecords(name, body);
  const [record] = records;
  if (record !== undefined && records.length === 1 && warnings.length === 0) return record;
  throw new Error(`Expected one record: ${JSON.stringify({ records, warnings })}`);
}

/** The records in a body, and how much in it could not be used. */
export function counted<R extends RecordName>(name: R, body: unknown): { records: Records[R][]; skipped: number } {
  const { records, warnings } = decodeRecords(name, body);
  return { records, skipped: warnings.reduce((sum, { count }) => sum + count, 0) };
}

/** The warnings about a body: each property, or reason where it is about whole records, with its count. */
export function warned(name: RecordName, body: unknown): [string, number][] {
  return decodeRecords(name, body).warnings.map(({ property, reason, count }) => [property ?? reason, count]);
}
