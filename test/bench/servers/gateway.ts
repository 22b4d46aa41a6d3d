// The gateway under measurement, as its users run it: the built program with an upstream, a folder for its data, and nothing
// else set but what a row asks for. All limits are on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ServerProcess, startServer } from '../processes.ts';

const OBSERVER = fileURLToPath(new URL('observer.ts', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));

export interface Gateway extends ServerProcess {
  /** What the observer has seen since the last time. Only of a gateway that was started with it: others end. */
  readonly observe: () => Promise<Observed>;
}

/** What is seen from within the process. */
export interface Observed {
  /** Bytes that are in use after garbage is collected. */
  readonly settledBytes: number;
  /** The longest time in which the event loop did nothing else, in milliseconds. */
  readonly stallMs: number;
}

export interface GatewayOptions {
  /** The origin of the upstream. */
  readonly upstream: string;
  /** Default: a new folder, which is deleted when the gateway is stopped. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly observed?: boolean;
  /** As `taskset` takes them. Default: the core of servers. */
  readonly core?: string;
}

export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { upstream, observed = false, core } = options;
  const ownFolder = options.dataDir === undefined ? mkdtempSync(join(tmpdir(), 'accesslink-bench-')) : null;
  const server = await startServer({
    args: [PROGRAM],
    env: {
      PORT: '0',
      ACCESSLINK_URL: upstream,
      DATA_DIR: ownFolder ?? options.dataDir ?? '',
      ...(observed && { NODE_OPTIONS: `--import ${OBSERVER}` }),
      ...options.env,
    },
    ...(core !== undefined && { core }),
  });
  return {
    ...server,
    observe: () => observe(server),
    stop: async () => {
      await server.stop();
      if (ownFolder !== null) rmSync(ownFolder, { recursive: true, force: true });
    },
  };
}

function observe({ child }: ServerProcess): Promise<Observed> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += String(chunk);
      const printed = /^observed (.*)$/m.exec(output)?.[1];
      if (printed === undefined) return;
      child.stderr?.off('data', read);
      resolve(JSON.parse(printed) as Observed);
    };
    child.stderr?.on('data', read);
    child.once('close', () => reject(new Error('The gateway ended while it was observed')));
    child.kill('SIGUSR2');
  });
}
