// Yoga with synchronous resolvers on constant data: what executing costs where nothing has to be found. As it comes, tuned,
// with the response cache, and with graphql-jit.
import { useGraphQlJit } from '@envelop/graphql-jit';
import { useResponseCache } from '@graphql-yoga/plugin-response-cache';
import { createSchema, createYoga, type YogaServerOptions } from 'graphql-yoga';
import { readFileSync } from 'node:fs';
import { announce } from '../servers/announce.ts';

type Options = YogaServerOptions<object, object>;

const [variant = 'default', file = ''] = process.argv.slice(2);
const { data } = JSON.parse(readFileSync(file, 'utf8')) as { data: { viewer: object } };

/** The part of our schema that the rows select. */
const schema = createSchema({
  typeDefs: `
    type Query { viewer: User! }
    type User { days(range: DateRange, first: Int): DayConnection! }
    input DateInterval { from: String!, to: String! }
    input DateRange @oneOf { lastDays: Int, between: DateInterval }
    type DayConnection { nodes: [Day!] }
    type Day { date: String!, activity: DailyActivity, cardioLoad: CardioLoad, night: Night, heartRate: ContinuousHeartRate }
    type DailyActivity { steps: Int, energyKcal: Int, activeEnergyKcal: Int, distanceMeters: Float }
    type CardioLoad { load: Float, strain: Float, tolerance: Float }
    type Night { sleepScore: Int, lightSleepSeconds: Float, deepSleepSeconds: Float, remSleepSeconds: Float
      recharge: NightlyRecharge }
    type NightlyRecharge { ansCharge: Float, averageHeartRate: Int }
    type ContinuousHeartRate { statistics: SeriesStatistics }
    type SeriesStatistics { count: Int!, minimum: Float, mean: Float, maximum: Float }`,
  resolvers: { Query: { viewer: () => data.viewer } },
});

/** All that costs and that a gateway can do without. */
const tuned: Partial<Options> = {
  maxRequestBodySize: false,
  cors: false,
  multipart: false,
  graphiql: false,
  landingPage: false,
  maskedErrors: false,
  logging: false,
  parserAndValidationCache: true,
};

const session = (request: Request) => request.headers.get('authorization');

const VARIANTS: Readonly<Record<string, Partial<Options>>> = {
  default: {},
  tuned,
  'response-cache': { ...tuned, plugins: [useResponseCache({ session, ttl: 3_600_000 })] },
  jit: { ...tuned, plugins: [useGraphQlJit()] },
};

announce(createYoga({ schema, ...VARIANTS[variant] } as Options));
