// What cannot be opened, and what the error says.
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { systemClock } from '../../src/system-clock.ts';
import { keys } from './test-database.ts';

it('A store without a server is unavailable, and the error names no password', async () => {
  const databaseUrl = 'postgres://someone:canary-password@127.0.0.1:1/none';
  const error: unknown = await openStore({ databaseUrl, dataDir: '', keys, clock: systemClock }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'StoreError', code: 'unavailable' });
  expect(`${String(error)} ${String((error as Error).cause)}`).not.toContain('canary');
});

it('A URL that is not of Postgres is invalid, and the error does not repeat it', async () => {
  const opened = openStore({ databaseUrl: 'mysql://canary', dataDir: '', keys, clock: systemClock });
  await expect(opened).rejects.toMatchObject({ code: 'invalid', message: expect.not.stringContaining('canary') });
});
