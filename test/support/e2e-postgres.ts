// Setup of the project that runs the end-to-end tests on Postgres: one server for all of them.
import { startPostgres } from './postgres.ts';
import { usePostgres } from './stores.ts';

/** Starts the server; what it returns stops it. */
export async function setup(): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  usePostgres(await postgres.createDatabase());
  return () => postgres.stop();
}
