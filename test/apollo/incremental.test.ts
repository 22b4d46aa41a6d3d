// Apollo Client takes answers in parts with either of its handlers: what is deferred comes after the rest.
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { Defer20220824Handler, GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takePaths } from '../e2e/dated-queries.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

const NIGHT = gql`
  query Night {
    viewer {
      id
      night(date: "2026-11-20") {
        id
        sleepScore
        ...Samples @defer
      }
    }
  }
  fragment Samples on Night {
    recharge {
      id
      ansCharge
    }
    heartRateSamples(maxPoints: 5) {
      beatsPerMinute
    }
  }
`;

let gateway: Gateway;
beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(() => gateway.close());

/** The types of Apollo Client do not accept its own handlers under exactOptionalPropertyTypes. */
type Handler = NonNullable<ApolloClient.Options['incrementalHandler']>;

describe.each([
  ['GraphQL17Alpha9Handler', new GraphQL17Alpha9Handler()],
  ['Defer20220824Handler', new Defer20220824Handler()],
])('Apollo Client with its %s', (_, handler) => {
  it('shows a night first, then what is deferred of it, and remembers both', async () => {
    const types: (string | null)[] = [];
    const fetch: typeof globalThis.fetch = async (...request) => {
      const response = await gateway.app.fetch(new Request(...request));
      types.push(response.headers.get('content-type'));
      return response;
    };
    const link = new HttpLink({ uri: 'http://gateway.test/graphql', fetch });
    const client = new ApolloClient({ cache: new InMemoryCache(), link, incrementalHandler: handler as Handler });
    const shown: unknown[] = [];
    await new Promise<void>((resolve, reject) => {
      client.watchQuery({ query: NIGHT, errorPolicy: 'none' }).subscribe({
        next: ({ data, error, dataState }) => {
          if (error) reject(error);
          if (dataState !== 'empty') shown.push(JSON.parse(JSON.stringify(data)));
          if (dataState === 'complete') resolve();
        },
      });
    });
    expect(types).toEqual([expect.stringContaining('multipart/mixed')]);
    const night = { sleepScore: 91 };
    const samples = { recharge: { ansCharge: expect.any(Number) }, heartRateSamples: expect.any(Array) };
    expect(shown[0]).toMatchObject({ viewer: { night } });
    expect(shown[0]).not.toHaveProperty('viewer.night.recharge');
    expect(shown.at(-1)).toMatchObject({ viewer: { night: { ...night, ...samples } } });
    expect(client.readQuery({ query: NIGHT })).toMatchObject({ viewer: { night: samples } });
    expect(takePaths(gateway.simulator)).toEqual([
      expect.stringContaining('/v3/users/nightly-recharge'),
      expect.stringContaining('/v3/users/sleep'),
    ]);
  });
});
