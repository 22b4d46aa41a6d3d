// Apollo's RESTDataSource on Yoga, as one writes it by hand: a list of nights, and by the date of each what belongs to it.
import { RESTDataSource } from '@apollo/datasource-rest';
import { createSchema, createYoga } from 'graphql-yoga';
import { announce } from '../servers/announce.ts';

const [endpoint = ''] = process.argv.slice(2);

/** Requests of one operation, the same one sent once. */
class AccessLink extends RESTDataSource {
  override baseURL = endpoint;
  readonly #authorization: string;

  constructor(authorization: string) {
    super();
    this.#authorization = authorization;
  }

  read(path: string): Promise<Record<string, unknown>> {
    return this.get(path, { headers: { authorization: this.#authorization } });
  }
}

interface Context {
  readonly accessLink: AccessLink;
}

interface Night {
  readonly date: string;
}

const schema = createSchema<Context>({
  typeDefs: `
    type Query { nights: [Night!]! }
    type Night { date: String!, sleep_score: Int, light_sleep: Int, deep_sleep: Int, rem_sleep: Int
      recharge: Recharge, activity: Activity }
    type Recharge { ans_charge: Float, heart_rate_avg: Int }
    type Activity { steps: Int, calories: Int, distance_from_steps: Float }`,
  resolvers: {
    Query: {
      nights: async (_: unknown, _args: object, { accessLink }) => (await accessLink.read('/v3/users/sleep'))['nights'],
    },
    Night: {
      recharge: ({ date }: Night, _: object, { accessLink }) => accessLink.read(`/v3/users/nightly-recharge/${date}`),
      activity: ({ date }: Night, _: object, { accessLink }) => accessLink.read(`/v3/users/activities/${date}`),
    },
  },
});

const context = ({ request }: { request: Request }): Context => ({
  accessLink: new AccessLink(request.headers.get('authorization') ?? ''),
});
announce(createYoga<object, Context>({ schema, context }));
