// Setup of the tests on Postgres: one server for all of them, unless DATABASE_URL_TEST names one that is there already.
import { startServer } from './postgres-server.ts';

/** Starts the server; what it returns stops it. Each test file makes databases of its own there. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env.DATABASE_URL_TEST) return async () => {};
  const server = await startServer();
  process.env.DATABASE_URL_TEST = server.url;
  return () => server.stop();
}
