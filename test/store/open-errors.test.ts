// Why the store cannot be opened, in one line: with what each driver throws.
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/contract/errors.ts';
import { openError } from '../../src/store/open-errors.ts';

const POSTGRES = {
  databaseUrl: 'postgres://somebody:canary@db.example:5432/gateway?sslmode=require',
  dataDir: '/data',
};
const SQLITE = { databaseUrl: null, dataDir: '/data' };

const failure = (message: string, fields: object) => Object.assign(new Error(message), fields);

describe('the error of a store that cannot be opened', () => {
  it.each([
    [{ code: '28P01' }, 'it does not accept the user and the password of DATABASE_URL'],
    [{ code: '3D000' }, 'there is no database of that name. Create it, or correct DATABASE_URL'],
    [{ code: 'ENOTFOUND' }, 'there is no such host. Correct DATABASE_URL'],
    [{ code: '58000' }, 'it fails with 58000'],
  ])('names where Postgres is and what %j means, never the password', (fields, reason) => {
    const error = openError(failure('password canary for somebody failed', fields), POSTGRES);
    expect(error.message).toBe(`Cannot open the database "gateway" at db.example:5432: ${reason}`);
  });

  it.each([
    ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', /asks for a password/],
    ['timeout expired', /does not answer in time/],
    ['Connection terminated due to connection timeout', /does not answer in time/],
    ['The server does not support SSL connections', /TLS/],
  ])('knows what the driver means by "%s"', (message, reason) => {
    expect(openError(new Error(message), POSTGRES).message).toMatch(reason);
  });

  it.each([
    [{ errcode: 26 }, /no SQLite database/],
    [{ errcode: 11 }, /damaged/],
    [{ errcode: 261 }, /another process has locked it/],
    [{ code: 'EACCES' }, /this user may not write there/],
    [{ code: 'EROFS' }, /read-only/],
  ])('names the file of SQLite and what %j means', (fields, reason) => {
    const error = openError(failure('x', fields), SQLITE);
    expect(error.message).toMatch(/^Cannot open the database \/data\/accesslink\.db: /);
    expect(error.message).toMatch(reason);
  });

  it('leaves an error its own words, and says where', () => {
    const own = new StoreError(
      'invalid',
      'Cannot open the database: its schema is of version 9. Run the newer program',
    );
    expect(openError(own, SQLITE)).toMatchObject({
      code: 'invalid',
      message: 'Cannot open the database /data/accesslink.db: its schema is of version 9. Run the newer program',
    });
  });

  it.each(['postgres://canary', 'postgres://u:canary@:x/', 'nothing'])(
    'survives the URL %j without quoting a secret',
    (databaseUrl) => {
      const error = openError(new Error('x'), { databaseUrl, dataDir: '' });
      expect(error.message).toMatch(/^Cannot open the database .*: it is not available$/);
      expect(error.message).not.toContain('u:canary');
    },
  );
});
