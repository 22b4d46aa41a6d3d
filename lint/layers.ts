// Who may import whom in src/, as a table. The linter reads it (lint/overrides.ts), test/architecture/layers.test.ts tests it.

/** Something that not everybody may import. Patterns are regular expressions of Rust: it drops `(?!…)` in silence. */
export interface Border {
  /** A package, or a file or folder of src/. */
  readonly target: string;
  /** Who may: entries of src/, or one file in them. */
  readonly only: readonly string[];
  /** Who may import its types besides. */
  readonly typesIn?: readonly string[];
  readonly why: string;
}

/** Everything that src/ holds, top down, but for what is generated. */
export const entries = [
  'main.ts',
  'program.ts',
  'serve.ts',
  'warm-up.ts',
  'heap-growth.ts',
  'workers',
  'simulator',
  'server',
  'config.ts',
  'config-values.ts',
  'jobs',
  'domain',
  'loading',
  'accesslink',
  'store',
  'series',
  'duration.ts',
  'operation-limits.ts',
  'secret.ts',
  'clock.ts',
  'system-clock.ts',
  'calendar.ts',
  'promise-or-value.ts',
  'keyed-mutex.ts',
];

/** Shared by all and standing on nothing. */
export const pure = [
  'series',
  'duration.ts',
  'operation-limits.ts',
  'secret.ts',
  'clock.ts',
  'system-clock.ts',
  'calendar.ts',
  'promise-or-value.ts',
  'keyed-mutex.ts',
];

const top = ['program.ts', 'serve.ts', 'warm-up.ts', 'heap-growth.ts', 'workers'];
const edge = [...top, 'server', 'config.ts', 'config-values.ts'];
const aboveDomain = [...edge, 'jobs'];
const aboveLoading = [...aboveDomain, 'domain'];
const aboveSources = [...aboveLoading, 'loading'];
const product = [...aboveSources, 'accesslink', 'store'];

export const packages: readonly Border[] = [
  {
    target: 'graphql|graphql-yoga|@graphql-yoga/.+|@graphql-tools/.+',
    only: ['server'],
    why: 'GraphQL is spoken in server/ only: what lies below is read and tested without knowing it.',
  },
  {
    target: 'ws|graphql-ws',
    only: ['server'],
    why: 'Connections are open in server/ only: what is sent over them is made below, and does not know how it travels.',
  },
  {
    target: 'undici',
    only: ['accesslink/pool.ts', 'accesslink/transport.ts'],
    why: 'Requests leave through accesslink/transport.ts and its connections only: one place times them out and says what failed.',
  },
  {
    target: 'dataloader|lru-cache',
    only: ['loading'],
    why: 'Batching and caching is the work of loading/: a second cache would serve what the first has invalidated.',
  },
  {
    target: 'pg|kysely|node:sqlite',
    only: ['store'],
    why: 'Databases are an affair of store/: the rest asks its contract and runs on either engine.',
  },
  {
    target: '@opentelemetry/.+',
    only: ['server'],
    why: 'Traces are made at the edge: inner layers are watched from outside.',
  },
  {
    target: 'prom-client',
    only: ['server'],
    why: 'Metrics are recorded at the edge, where every label is guarded: inner layers are watched from outside.',
  },
  {
    target: 'pino',
    only: ['program.ts', 'server'],
    why: 'Logs are written at the edge, once and redacted: inner layers throw or return what is worth a line.',
  },
];

export const folders: readonly Border[] = [
  {
    target: 'system-clock\\.ts$',
    only: ['program.ts'],
    why: 'The clock of the machine is passed down by program.ts: a test or a simulated world passes another.',
  },
  { target: 'main\\.ts$', only: [], why: 'main.ts is the program: who imports it starts a server.' },
  { target: 'program\\.ts$', only: ['main.ts'], why: 'program.ts has side effects: who imports it starts a server.' },
  {
    target: 'simulator/',
    only: ['program.ts'],
    why: 'The simulator stands in for Polar: program.ts starts it for the demo, all others know it over HTTP.',
  },
  { target: 'server/', only: top, why: 'The edge is above: inner layers know neither HTTP nor GraphQL.' },
  {
    target: '(serve|warm-up)\\.ts$',
    only: ['program.ts', 'serve.ts'],
    why: 'What serves is above: it is started by program.ts, in one process or in several.',
  },
  {
    target: 'workers/',
    only: ['program.ts'],
    why: 'How many processes there are is known to program.ts: the rest would be right in any number of them.',
  },
  {
    target: 'config\\.ts$',
    only: ['program.ts', 'serve.ts', 'server'],
    why: 'Settings come as arguments below the edge.',
  },
  {
    target: 'config-values\\.ts$',
    only: ['config.ts'],
    why: 'What a variable may hold is checked in config.ts, at start, and nowhere else.',
  },
  {
    target: 'jobs/',
    only: ['program.ts', 'server'],
    why: 'Jobs are started at the edge: the layers below do not know them.',
  },
  {
    target: 'domain/',
    only: aboveDomain,
    why: "Our words are above: what loads and what asks upstream knows Polar's words.",
  },
  {
    target: 'loading/',
    only: aboveLoading,
    why: 'Loading is above: a source answers, it does not decide what to ask.',
  },
  {
    target: 'accesslink/',
    only: aboveSources,
    why: 'AccessLink is asked from above: a store and shared code do not care where a record comes from.',
  },
  {
    target: 'store/',
    only: aboveSources,
    why: 'What is stored is decided above: the client and shared code store nothing.',
  },
  {
    target: '(series/|duration\\.ts$|secret\\.ts$|clock\\.ts$)',
    only: [...product, 'series', 'duration.ts', 'secret.ts', 'system-clock.ts'],
    why: 'calendar.ts stands on nothing, and the simulator writes its facts down a second time.',
  },
  {
    target: 'generated/graphql\\.ts$',
    only: [],
    typesIn: [...aboveSources, 'store'],
    why: 'The types of the SDL are imported by type, and not in accesslink/, which knows no GraphQL.',
  },
  {
    target: 'generated/accesslink\\.ts$',
    only: ['accesslink'],
    typesIn: product,
    why: 'Records are decoded in accesslink/: everybody else imports their types.',
  },
  { target: 'generated/', only: product, why: 'Shared code and the simulator stand on nothing that is generated.' },
];
