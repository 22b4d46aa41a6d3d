// The gateway of a case: within the test, at a time that stands still, or where the log matters the program itself.
import { randomBytes } from 'node:crypto';
import { createSecret } from '../../../src/secret.ts';
import { freePort } from '../free-port.ts';
import { startProgram } from '../../server/process.ts';
import { CLIENT } from '../client.ts';
import { NOW, startGateway } from '../gateway.ts';
import { APP_URI } from '../signing-in.ts';

export interface CaseGateway {
  /** The origin of its socket. */
  readonly url: string;
  readonly now: () => number;
  /** Lets time pass for it. */
  advance(milliseconds: number): void;
  fetch(request: Request): Promise<Response>;
  /** What it has logged. */
  log(): string;
  close(): Promise<void>;
}

export interface CaseGatewayOptions {
  /** AccessLink. */
  readonly upstreamUrl: string;
  readonly now: () => number;
  /** How many times as fast as real ones its timers run. */
  readonly timerSpeed: number;
}

/** Far above what an answer takes, whatever the speed of the timers. */
const TIMEOUTS = { connect: 1_000_000, headers: 1_000_000, total: 1_000_000 };

/** Within the test; what it logs cannot be seen. */
export async function startCaseGateway({ upstreamUrl, now, timerSpeed }: CaseGatewayOptions): Promise<CaseGateway> {
  let later = 0;
  const time = () => now() + later;
  const gateway = await startGateway({
    now: time,
    timerSpeed,
    store: {},
    client: CLIENT,
    hasSocket: true,
    app: {
      accessLinkUrl: upstreamUrl,
      appRedirectUris: [APP_URI],
      client: { ...addressesAt(upstreamUrl), id: CLIENT.id, secret: createSecret(CLIENT.secret) },
      ...(timerSpeed === 1 ? {} : { timeouts: TIMEOUTS, timing: { pollMs: 1_000 } }),
    },
  });
  return {
    url: gateway.url,
    now: time,
    advance: (milliseconds) => {
      later += milliseconds;
    },
    fetch: (request) => gateway.app.fetch(request),
    log: () => {
      throw new Error('Cannot see the log of a gateway within the test: start the program');
    },
    close: () => gateway.close(),
  };
}

/** The program, at the time of this machine. */
export async function startCaseProgram(upstreamUrl: string): Promise<CaseGateway> {
  const { authorizeUrl, tokenUrl } = addressesAt(upstreamUrl);
  const port = await freePort();
  const program = startProgram({
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    APP_REDIRECT_URIS: APP_URI,
    LOG_LEVEL: 'debug',
    ACCESSLINK_URL: upstreamUrl,
    POLAR_AUTHORIZE_URL: authorizeUrl,
    POLAR_TOKEN_URL: tokenUrl,
    POLAR_CLIENT_ID: CLIENT.id,
    POLAR_CLIENT_SECRET: CLIENT.secret,
    SECRET_KEY: `key:${randomBytes(32).toString('base64')}`,
  });
  const url = await program.url;
  return {
    url: new URL(url).origin,
    now: Date.now,
    advance: () => {
      throw new Error('Cannot let time pass for a program');
    },
    fetch: (request) => fetch(request),
    log: program.output,
    close: async () => {
      program.child.kill('SIGTERM');
      await program.ended;
    },
  };
}

/** The time of a case: of the day of all tests, by default also their hour. */
export function timeOf(hour: string | undefined): () => number {
  const now = hour === undefined ? NOW : Date.parse(`${new Date(NOW).toISOString().slice(0, 11)}${hour}:00Z`);
  return () => now;
}

function addressesAt(upstreamUrl: string) {
  return {
    authorizeUrl: `${upstreamUrl}/oauth2/authorization`,
    tokenUrl: `${upstreamUrl}/v2/oauth2/token`,
  };
}
