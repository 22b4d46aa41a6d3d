// The examples in the description of AccessLink are decoded without loss.
import { describe, expect, test } from 'vitest';
import { decodeRecords } from '../../src/accesslink/decode.ts';
import type { RecordName } from '../../src/generated/accesslink.ts';
import { withColumnsOf } from './slow-columns.ts';
import { catalogOf } from './catalog.ts';
import { documentedReads } from './documentation.ts';

const reads = catalogOf('475', '2AC312F').map(({ operation, read }) => ({
  operation,
  read,
  example: documentedReads.find(({ name }) => name === operation)?.example,
}));

/** Samples as columns: they are decoded into them. */
const withColumns = (record: RecordName) => (sent: unknown) => withColumnsOf(record, Object(sent));

/** A body as a list of records, without the object around it. */
function recordsIn(body: unknown): readonly unknown[] {
  const wrapped = ['nights', 'recharges', 'available'].flatMap((list) => Reflect.get(Object(body), list) ?? []);
  if (wrapped.length > 0) return wrapped;
  return Array.isArray(body) ? body : [body];
}

/** Where the decoded records differ from the sent ones; a number and its text are equal. */
function losses(sent: unknown, read: unknown, path = ''): string[] {
  const isMap = Array.isArray(read) && !Array.isArray(sent) && Array.isArray(read[0]);
  if (isMap) return losses(Object.entries(Object(sent)), read, path);
  if (typeof sent !== 'object' || sent === null) {
    return sent === read || String(sent) === String(read) ? [] : [`${path}: ${String(sent)} → ${String(read)}`];
  }
  return Object.entries(sent).flatMap(([key, value]) =>
    losses(value, Reflect.get(Object(read), key), `${path}/${key}`),
  );
}

describe('the documented example', () => {
  test.each(reads.filter(({ example }) => example !== undefined))(
    'of $operation is read whole',
    ({ read, example }) => {
      const { records, warnings } = decodeRecords(read.record, example);
      expect(warnings).toEqual([]);
      expect(losses(recordsIn(example).map(withColumns(read.record)), records)).toEqual([]);
    },
  );

  test('exists for every read but the newest', () => {
    const without = reads.filter(({ example }) => example === undefined).map(({ operation }) => operation);
    expect(without).toEqual(['getPhysicalInfoOfUser']);
  });
});
