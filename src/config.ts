// Configuration: the only reader of the environment. Checked at start, one error per mistake, frozen.
import { z } from 'zod';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const DEFAULT_ACCESSLINK_URL = 'https://www.polaraccesslink.com';

const origin = z.string().refine(isOrigin, {
  error: 'is no origin such as https://example.com: http or https, no path, no query, no password',
});

const environment = z.object({
  PORT: z
    .string()
    .default('4000')
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, { error: 'is no port from 0 to 65535' })
    .transform(Number),
  HOST: z.string().default('127.0.0.1'),
  ACCESSLINK_URL: origin.optional(),
  POLAR_CLIENT_ID: z.string().optional(),
  CORS_ORIGINS: z.string().default('').transform(listIn).pipe(z.array(origin)),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `is none of ${LOG_LEVELS.join(', ')}` }).default('info'),
});

/** Everything that can be set. Names in capitals are environment variables. */
export interface Config {
  /** PORT: where to listen; 0 takes any free port. */
  readonly port: number;
  /** HOST: the address to listen on. */
  readonly host: string;
  /** ACCESSLINK_URL: the server that is asked, and only it. Null: demo mode, the simulator inside the process. */
  readonly accessLinkUrl: string | null;
  /** CORS_ORIGINS: origins of web frontends that may ask from a browser, separated by commas. */
  readonly corsOrigins: readonly string[];
  /** LOG_LEVEL: fatal, error, warn, info, debug, trace or silent. */
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** Thrown at start; the message has a line for every mistake. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The configuration of this process. Throws ConfigError. */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => describe(issue, set)).join('\n'));
  const { PORT, HOST, ACCESSLINK_URL, POLAR_CLIENT_ID, CORS_ORIGINS, LOG_LEVEL } = parsed.data;
  const isDemo = ACCESSLINK_URL === undefined && POLAR_CLIENT_ID === undefined;
  return Object.freeze({
    port: PORT,
    host: HOST,
    accessLinkUrl: isDemo ? null : new URL(ACCESSLINK_URL ?? DEFAULT_ACCESSLINK_URL).origin,
    corsOrigins: CORS_ORIGINS.map((text) => new URL(text).origin),
    logLevel: LOG_LEVEL,
  });
}

function describe(issue: z.core.$ZodIssue, set: Record<string, unknown>): string {
  const [name, index] = issue.path;
  const value = typeof index === 'number' ? listIn(String(set[String(name)]))[index] : set[String(name)];
  return `Cannot start: ${String(name)} is "${withoutPassword(String(value))}", which ${issue.message}`;
}

function listIn(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function withoutPassword(text: string): string {
  return text.replace(/\/\/.*@/, '//…@');
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, href, origin } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}
