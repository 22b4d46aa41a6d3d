// The register of bars: what each promises, and the build, broken on purpose, for which its measurement finds a breach. The
// numbers are those of the long form; docs/trust.md says which threat each answers.

interface Bar {
  /** What is promised. */
  readonly statement: string;
  /** The broken build, as the subject or object of a sentence. */
  readonly control: string;
}

export const BARS = {
  isolation: {
    statement: '200 people, interleaved operations, 30 % aborted: nobody sees a value of another',
    control: 'a gateway whose cache has one partition for everybody',
  },
  fuzz: {
    statement:
      '30,000 requests drawn at random: 0 crashes, 0 statuses from 500, 0 stack traces or paths of files in replies',
    control: 'a gateway to which an id that cannot be parsed is a failure of its own',
  },
  nodes: {
    statement:
      'an id that is not yours is one that does not exist, byte for byte: every type of Node, six kinds of ids',
    control: 'a gateway that does not look at whose an id is',
  },
  csrf: {
    statement: 'content types x methods x origins x headers with the session of a browser: 0 forged requests executed',
    control: 'a gateway that takes every request with a cookie for one of its own pages',
  },
  webhooks: {
    statement: '10,000 forged deliveries: 0 accepted, 0 failures of the server',
    control: 'a gateway that takes any 64 characters for a signature',
  },
  neighbour: {
    statement:
      'next to a neighbour who asks the dearest operation all the time, the p99 of others is at most twice theirs alone',
    control: 'a gateway that executes an operation in one go',
  },
  load: {
    statement:
      '60 minutes of load with aborts: memory grows by less than 0.1 MiB a minute, descriptors stay, RSS within MEMORY_MB + 250 MB',
    control: 'a program that retains a part of each request',
  },
  bombs: {
    statement: '12 families of bombs x 5 sizes: refused within 50 ms in less than 2 kB, 0 calls',
    control: 'a gateway that does not measure documents',
  },
  faults: {
    statement:
      '14 faults of AccessLink and more, for every resource: a typed error, nothing remembered, no connection left',
    control: 'a gateway that takes an error status for nothing',
  },
  blip: {
    statement:
      'AccessLink says "nothing" of what exists, once or twice, in three ways, for every resource: nothing that is stored is lost, and all of it is answered',
    control: 'a gateway that takes the first "nothing" for the truth',
  },
  clock: {
    statement:
      "a clock that is hours or days ahead of AccessLink's or behind it, or steps: 0 times 429 by it, the same answers, nothing lost, and deliveries are processed",
    control: 'gateways that measure the rate windows by that clock, or trust a record that was read in the future',
  },
  differential: {
    statement: '5,000 random operations equal a direct evaluation over the simulator: cold, warm, after others, stale',
    control: 'a gateway that keeps what is of a day under the first day of its month',
  },
  'single-flight': {
    statement: '1,000 concurrent misses of one key are 1 upstream call',
    control: 'a gateway whose requests in flight are not shared',
  },
  'budget-days': {
    statement:
      'seven days at 1, 100, 1,000 and 10,000 users with five times the demand: 0 times 429, 90 to 100 % of each day used',
    control: 'a gateway that lets every call through',
  },
  'budget-neighbour': {
    statement: 'next to one user who wants 1,000 times as much, the others get 99 % of their calls',
    control: 'a gateway that knows the rate windows, and no shares',
  },
  'budget-processes': {
    statement: 'two processes that are killed every five minutes share one budget: 0 times 429, 90 to 100 % used',
    control: 'two gateways whose budgets are not stored',
  },
  'at-rest': {
    statement: 'the files of the store show no token, and a token that is moved to another row is refused',
    control: 'a gateway that stores tokens as they are',
  },
  'values-at-rest': {
    statement: 'the files of the store, its log included, show no value that was measured of a person',
    control: 'a gateway that stores values as they are',
  },
  secrets: {
    statement: 'canaries through every route and failure: 0 in log lines and metrics',
    control: 'a gateway that logs what AccessLink says',
  },
  redirects: {
    statement: '550 spellings of another site after signing in: 0 lead there',
    control: 'a gateway that looks at how a path or a URI begins',
  },
  deliveries: {
    statement:
      '500 deliveries a second for a minute while AccessLink is down: acknowledged with a p99 under 200 ms, 0 lost by a kill',
    control: 'a gateway that acknowledges before it stores',
  },
  'slow-clients': {
    statement: 'a head has 10 seconds, a request 20, an answer that is not read 30: each slow client is given up then',
    control: 'a server without these limits',
  },
  stop: {
    statement: 'the server ends within 10 seconds of SIGTERM whatever clients do',
    control: 'a server without a deadline of its end',
  },
  store: {
    statement:
      'a store that is locked, full or gone: people are answered, and no delivery is acknowledged that is not stored',
    control: 'a gateway that does not look whether its files are still there',
  },
  disk: {
    statement:
      'a disk without space while the program runs: people are answered, deliveries are refused with 503 and one line in the log for each cause, and all goes on when there is space',
    control: 'a program that acknowledges a delivery before it is stored',
  },
  erasure: {
    statement: 'an erasure among questions about the same person: 0 bytes of them in the files afterwards',
    control: 'a store that deletes rows, and leaves their bytes',
  },
} as const satisfies Readonly<Record<string, Bar>>;

export type BarId = keyof typeof BARS;
