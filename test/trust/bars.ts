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
  differential: {
    statement: '5,000 random operations equal a direct evaluation over the simulator: cold, warm, after others, stale',
    control: 'a gateway that keeps what is of a day under the first day of its month',
  },
  'single-flight': {
    statement: '1,000 concurrent misses of one key are 1 upstream call',
    control: 'a gateway whose requests in flight are not shared',
  },
} as const satisfies Readonly<Record<string, Bar>>;

export type BarId = keyof typeof BARS;
