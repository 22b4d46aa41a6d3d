// Configuration: the only reader of the environment. Checked at start, one error per mistake, frozen.
import { z } from 'zod';
import * as values from './config-values.ts';
import { createSecret, type Secret } from './secret.ts';
import { DEFAULT_LIMITS, type OperationLimits } from './operation-limits.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const DEFAULT_ACCESSLINK_URL = 'https://www.polaraccesslink.com';

const environment = z
  .object({
    PORT: values.wholeNumber(0, 65_535, 'port from 0 to 65535').default(4000),
    HOST: z.string().default('127.0.0.1'),
    PUBLIC_URL: values.origin.optional(),
    ACCESSLINK_URL: values.origin.optional(),
    POLAR_AUTHORIZE_URL: values.url.default('https://flow.polar.com/oauth2/authorization'),
    POLAR_TOKEN_URL: values.url.default('https://polarremote.com/v2/oauth2/token'),
    POLAR_CLIENT_ID: z.string().optional(),
    POLAR_CLIENT_SECRET: z.string().optional(),
    APP_REDIRECT_URIS: values.list.pipe(z.array(values.redirectUri)),
    PARTNER_KEY: values.partnerKey.optional(),
    DATABASE_URL: z
      .string()
      .refine((text) => /^postgres(ql)?:\/\//.test(text), { error: 'does not begin with postgres://' })
      .optional(),
    DATA_DIR: z.string().default('.data'),
    SECRET_KEY: values.secretKey.optional(),
    UNUSED_RECORDS_DAYS: values.wholeNumber(1, 36_500).default(90),
    CORS_ORIGINS: values.list.pipe(z.array(values.pageOrigin)),
    LOG_LEVEL: z.enum(LOG_LEVELS, { error: `is none of ${LOG_LEVELS.join(', ')}` }).default('info'),
    METRICS_TOKEN: values.partnerKey.optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: values.collectorUrl.optional(),
    MEMORY_MB: values.wholeNumber(1, 1_000_000).default(256),
    WORKERS: values.wholeNumber(1, 64).default(1),
    NODE_ENV: z.string().optional(),
    INTROSPECTION: values.toggle.optional(),
    GRAPHIQL: values.toggle.optional(),
    MAX_CONNECTIONS: values.wholeNumber(1, 1_000_000).default(10_000),
    MAX_CONNECTIONS_PER_ADDRESS: values.wholeNumber(1, 1_000_000).default(2_000),
    TRUST_PROXY: values.wholeNumber(0, 10).default(0),
    MAX_CALLS_PER_OPERATION: values.wholeNumber(1, 1_000_000).default(DEFAULT_LIMITS.maxCalls),
    MAX_ANSWER_VALUES: values.wholeNumber(1, 999_999_999).default(DEFAULT_LIMITS.maxValues),
    MAX_ANSWER_BYTES: values.wholeNumber(1, 999_999_999).default(DEFAULT_LIMITS.maxBytes),
    MAX_OPERATION_FIELDS: values.wholeNumber(1, 20_000).default(DEFAULT_LIMITS.maxFields),
    MAX_OPERATION_DEPTH: values.wholeNumber(1, 100).default(DEFAULT_LIMITS.maxDepth),
  })
  .refine((set) => set.POLAR_CLIENT_ID === undefined || set.PUBLIC_URL !== undefined, {
    path: ['PUBLIC_URL'],
    error:
      'is needed with POLAR_CLIENT_ID: the origin to which Polar sends people and deliveries, such as https://gateway.example',
  })
  .refine((set) => set.POLAR_CLIENT_ID === undefined || set.POLAR_CLIENT_SECRET !== undefined, {
    path: ['POLAR_CLIENT_SECRET'],
    error: 'is needed with POLAR_CLIENT_ID',
  })
  .refine((set) => set.POLAR_CLIENT_ID === undefined || set.SECRET_KEY !== undefined, {
    path: ['SECRET_KEY'],
    error: 'is needed with POLAR_CLIENT_ID, since tokens are stored: a list like "key1:<32 random bytes as base64>"',
  });

/** Our client at Polar, with which people sign in and webhooks are managed. */
export interface PolarClient {
  /** POLAR_CLIENT_ID. */
  readonly id: string;
  /** POLAR_CLIENT_SECRET. */
  readonly secret: Secret;
  /** POLAR_AUTHORIZE_URL: where people are sent to sign in. */
  readonly authorizeUrl: string;
  /** POLAR_TOKEN_URL: where a code is exchanged for a token. */
  readonly tokenUrl: string;
}

/** Everything that can be set. Names in capitals are environment variables. */
export interface Config {
  /** PORT: where to listen; 0 takes any free port. */
  readonly port: number;
  /** HOST: the address to listen on. */
  readonly host: string;
  /** PUBLIC_URL: the origin under which browsers, apps and Polar reach this server. Null: where it listens. */
  readonly publicUrl: string | null;
  /** ACCESSLINK_URL: the server that is asked, and only it. Null: demo mode, the simulator inside the process. */
  readonly accessLinkUrl: string | null;
  /** Null: nobody can sign in. */
  readonly client: PolarClient | null;
  /** APP_REDIRECT_URIS: where apps may be sent back to after signing in; loopback addresses with any port. */
  readonly appRedirectUris: readonly string[];
  /** PARTNER_KEY: opens the partner's part of the graph besides the client's id and secret. */
  readonly partnerKey: Secret | null;
  /** DATABASE_URL: `postgres://…`. Null: a SQLite file under `dataDir`. */
  readonly databaseUrl: string | null;
  /** DATA_DIR: where the SQLite file and a key of our own making lie. */
  readonly dataDir: string;
  /** SECRET_KEY: the keys that encrypt tokens, the first one new ones. Null: a key is made under `dataDir`. */
  readonly secretKey: Secret | null;
  /** UNUSED_RECORDS_DAYS: after so many days without use, what was read with tokens of callers' own is deleted. */
  readonly unusedRecordsDays: number;
  /** CORS_ORIGINS: origins of web frontends that may ask from a browser, separated by commas. */
  readonly corsOrigins: readonly string[];
  /** LOG_LEVEL: fatal, error, warn, info, debug, trace or silent. */
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** METRICS_TOKEN: opens `/metrics`, as a Bearer token. Null: the path does not exist. */
  readonly metricsToken: Secret | null;
  /** OTEL_EXPORTER_OTLP_ENDPOINT: the collector that traces are sent to, OTLP over HTTP. Null: nothing is traced. */
  readonly traceEndpoint: string | null;
  /** MEMORY_MB: how many bytes of memory cached records may take; the rest of the program takes less than 250 MB. */
  readonly memoryBytes: number;
  /** WORKERS, or `--workers`: how many processes answer; the memory and the connections are those of all together. */
  readonly workers: number;
  /**
   * INTROSPECTION: whether the schema can be asked for, and whether errors suggest names of it. Unset: off where NODE_ENV is
   * production, but for the demo.
   */
  readonly introspection: boolean;
  /** GRAPHIQL: whether browsers that open /graphql get the page. Unset: as INTROSPECTION. */
  readonly graphiql: boolean;
  /** Whether queries may be sent in the URL of a GET: not where NODE_ENV is production, but for the demo. */
  readonly queriesByGet: boolean;
  /** MAX_CONNECTIONS: how many connections may be open at once. */
  readonly maxConnections: number;
  /** MAX_CONNECTIONS_PER_ADDRESS: how many of them from one address; not counted behind a proxy, whose they all are. */
  readonly maxConnectionsPerAddress: number;
  /** TRUST_PROXY: how many proxies stand before this server, each of which adds an address to X-Forwarded-For. */
  readonly trustedProxies: number;
  /**
   * What one operation may cost: MAX_CALLS_PER_OPERATION, MAX_ANSWER_VALUES, MAX_ANSWER_BYTES, MAX_OPERATION_FIELDS,
   * MAX_OPERATION_DEPTH.
   */
  readonly limits: OperationLimits;
}

/** Thrown at start; the message has a line for every mistake. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The configuration of this process; `--workers` of its arguments wins. Throws ConfigError. */
export function readConfig(variables: NodeJS.ProcessEnv = process.env, args: readonly string[] = []): Config {
  const given = { ...variables, ...values.argumentsIn(args) };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => values.mistakeIn(issue, set)).join('\n'));
  return Object.freeze(configFrom(parsed.data));
}

function configFrom(set: z.infer<typeof environment>): Config {
  const { ACCESSLINK_URL: accessLinkUrl, POLAR_CLIENT_ID: clientId } = set;
  const isDemo = accessLinkUrl === undefined && clientId === undefined;
  const isOpen = isDemo || set.NODE_ENV !== 'production';
  return {
    port: set.PORT,
    host: set.HOST,
    publicUrl: set.PUBLIC_URL === undefined ? null : new URL(set.PUBLIC_URL).origin,
    accessLinkUrl: isDemo ? null : new URL(accessLinkUrl ?? DEFAULT_ACCESSLINK_URL).origin,
    client:
      clientId === undefined
        ? null
        : {
            id: clientId,
            secret: createSecret(set.POLAR_CLIENT_SECRET ?? ''),
            authorizeUrl: set.POLAR_AUTHORIZE_URL,
            tokenUrl: set.POLAR_TOKEN_URL,
          },
    appRedirectUris: set.APP_REDIRECT_URIS,
    partnerKey: set.PARTNER_KEY === undefined ? null : createSecret(set.PARTNER_KEY),
    databaseUrl: set.DATABASE_URL ?? null,
    dataDir: set.DATA_DIR,
    secretKey: set.SECRET_KEY === undefined ? null : createSecret(set.SECRET_KEY),
    unusedRecordsDays: set.UNUSED_RECORDS_DAYS,
    corsOrigins: set.CORS_ORIGINS.map((text) => new URL(text).origin),
    logLevel: set.LOG_LEVEL,
    metricsToken: set.METRICS_TOKEN === undefined ? null : createSecret(set.METRICS_TOKEN),
    traceEndpoint: set.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    memoryBytes: set.MEMORY_MB * 1024 * 1024,
    workers: set.WORKERS,
    introspection: set.INTROSPECTION ?? isOpen,
    graphiql: set.GRAPHIQL ?? isOpen,
    queriesByGet: isOpen,
    maxConnections: set.MAX_CONNECTIONS,
    maxConnectionsPerAddress: set.MAX_CONNECTIONS_PER_ADDRESS,
    trustedProxies: set.TRUST_PROXY,
    limits: limitsFrom(set),
  };
}

function limitsFrom(set: z.infer<typeof environment>): OperationLimits {
  return {
    maxCalls: set.MAX_CALLS_PER_OPERATION,
    maxValues: set.MAX_ANSWER_VALUES,
    maxBytes: set.MAX_ANSWER_BYTES,
    maxFields: set.MAX_OPERATION_FIELDS,
    maxDepth: set.MAX_OPERATION_DEPTH,
  };
}
