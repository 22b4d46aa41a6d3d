// Accept headers as clients send them, and how they take answers in parts.
import { expect, it } from 'vitest';
import { acceptedDelivery } from '../../../src/server/http/accepted-delivery.ts';

it.each([
  [
    'Apollo Client 4',
    'multipart/mixed;incrementalSpec=v0.2,application/graphql-response+json,application/json;q=0.9',
    'multipart/mixed ids incrementalSpec=v0.2',
  ],
  [
    'Apollo Client 3',
    'multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9',
    'multipart/mixed paths deferSpec=20220824',
  ],
  [
    'an older one, quoted',
    'Multipart/Mixed; deferSpec="20220824", application/json',
    'multipart/mixed paths deferSpec=20220824',
  ],
  [
    'urql',
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    'text/event-stream ids ',
  ],
  ['GraphiQL', 'application/json, multipart/mixed', 'multipart/mixed ids '],
  ['a client that rejects one', 'text/event-stream;q=0, multipart/mixed;q=0.5', 'multipart/mixed ids '],
])('%s takes them as it says', (_, accept, expected) => {
  const { framing, format, parameter } = acceptedDelivery(accept) ?? {};
  expect(`${framing} ${format} ${parameter}`).toBe(expected);
});

it.each([
  null,
  '',
  '*/*',
  'application/json',
  'multipart/*',
  'multipart/mixed;q=0',
  'text/event-stream;q=0.000',
  'multipart/mixed;deferSpec=20991231, application/json',
  'multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/graphql-response+json',
])('a client that accepts %j takes none', (accept) => {
  expect(acceptedDelivery(accept)).toBeNull();
});
