// Servers that the gateway is compared with, each started as a process of its own.
import { fileURLToPath } from 'node:url';
import { type ServerProcess, startServer } from '../processes.ts';

/** Files of the folder peers/. */
export type PeerName = 'constant-yoga' | 'mesh' | 'rest-data-source' | 'openapi-to-graphql' | 'hive-gateway';

/** Rejects with what it printed when it does not start. */
export function startPeer(name: PeerName, ...args: readonly string[]): Promise<ServerProcess> {
  return startServer({ args: [fileURLToPath(new URL(`../peers/${name}.ts`, import.meta.url)), ...args] });
}

/** Bare node:http with the bytes of a file. */
export function startBare(file: string): Promise<ServerProcess> {
  return startServer({ args: [fileURLToPath(new URL('bare.ts', import.meta.url)), file] });
}
