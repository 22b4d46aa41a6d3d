// The errors of two drivers as StoreErrors.
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../src/store/contract/errors.ts';
import { storeErrorFrom } from '../../../src/store/engines/driver-errors.ts';

const sqlite = (errcode: number) => Object.assign(new Error('database or disk is full'), { errcode });
const postgres = (code: string) =>
  Object.assign(new Error('Key (hash)=(canary) already exists'), { code, detail: 'canary', where: 'canary' });

describe('an error of a driver', () => {
  it.each([
    ['SQLITE_FULL', sqlite(13), 'full'],
    ['SQLITE_BUSY_SNAPSHOT', sqlite(517), 'unavailable'],
    ['SQLITE_IOERR_FSYNC', sqlite(1034), 'unavailable'],
    ['SQLITE_CORRUPT', sqlite(11), 'unavailable'],
    ['SQLITE_READONLY_DBMOVED', sqlite(1032), 'unavailable'],
    ['SQLITE_CONSTRAINT_UNIQUE', sqlite(2067), 'invalid'],
    ['disk_full', postgres('53100'), 'full'],
    ['too_many_connections', postgres('53300'), 'unavailable'],
    ['admin_shutdown', postgres('57P01'), 'unavailable'],
    ['unique_violation', postgres('23505'), 'invalid'],
    ['invalid_text_representation', postgres('22P02'), 'invalid'],
    ['ENOSPC', Object.assign(new Error('write'), { code: 'ENOSPC' }), 'full'],
    ['ECONNREFUSED', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'unavailable'],
    ['a value that is no JSON', new SyntaxError('Unexpected token c in canary'), 'invalid'],
    ['no error at all', 'canary', 'unavailable'],
  ])('%s has its code', (_, error, code) => {
    expect(storeErrorFrom(error, 'records.write')).toMatchObject({ name: 'StoreError', code });
  });

  it.each([postgres('23505'), postgres('22P02'), new SyntaxError('canary'), 'canary'])(
    'repeats no value of the database: %#',
    (error) => {
      const { message, cause } = storeErrorFrom(error, 'records.write');
      expect(message).toMatch(/^Cannot do records\.write: /);
      expect(`${String(cause)} ${JSON.stringify(cause)} ${Object.values(cause as object).join()}`).not.toContain(
        'canary',
      );
    },
  );

  it('that is a StoreError already stays as it is', () => {
    const error = new StoreError('undecryptable', 'Cannot decrypt');
    expect(storeErrorFrom(error, 'x')).toBe(error);
  });
});
