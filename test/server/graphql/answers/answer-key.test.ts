// The key of an answer has everything that an answer depends on: each header that this server reads is accounted for.
import { describe, expect, it } from 'vitest';
import { answerKey, HEADERS } from '../../../../src/server/graphql/answers/answer-key.ts';
import type { ReceivedRequest } from '../../../../src/server/http/ordinary-request.ts';
import { sourcesBelow, withoutComments } from '../../../architecture/sources.ts';

const BASE = { authorization: 'Bearer a', accept: '*/*' };

function keyOf(headers: Readonly<Record<string, string>>, more: Partial<ReceivedRequest> = {}): string | null {
  return answerKey({
    method: 'POST',
    url: new URL('http://gateway.test/graphql'),
    headers: new Headers({ ...BASE, ...headers }),
    resultType: 'application/json',
    text: '{"query":"{ __typename }"}',
    receivedAt: 0,
    ...more,
  });
}

describe('every header', () => {
  it('that a file of this server reads is in the table', () => {
    const read = sourcesBelow('src/server', ['.ts']).flatMap(({ text }) => {
      const code = withoutComments(text);
      return [...code.matchAll(/(?:\bget\(|headers\[)'([a-z-]+)'/g), ...code.matchAll(/'(accesslink-[a-z-]+)'/g)].map(
        ([, name = '']) => name,
      );
    });
    const names = [...new Set(read)].filter(
      (name) => name.includes('-') || ['accept', 'cookie', 'origin'].includes(name),
    );
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !(name in HEADERS) && !OTHER.includes(name))).toEqual([]);
  });

  it.each(Object.entries(HEADERS))('%s is "%s"', (name, use) => {
    const key = keyOf({ [name]: 'value' });
    const expected = { key: key !== keyOf({}) && key !== null, excluded: key === null };
    expect(use in expected ? expected[use as 'key' | 'excluded'] : key === keyOf({})).toBe(true);
  });
});

/** Names that look like headers of requests and are none, or are of a request that is not ordinary. */
const OTHER: readonly string[] = [
  'accesslink-graphql',
  'accesslink-sign-in',
  'transfer-encoding',
  'x-forwarded-for',
  'access-control-allow-origin',
  'client-id',
];

describe('the key', () => {
  it('differs by host, type of the answer, and body', () => {
    const keys = [
      keyOf({}),
      keyOf({}, { url: new URL('http://other.test/graphql') }),
      keyOf({}, { resultType: 'application/graphql-response+json' }),
      keyOf({}, { text: '{"query":"{ __typename } "}' }),
    ];
    expect(new Set(keys).size).toBe(4);
  });

  it('differs between an empty header and none', () => {
    expect(keyOf({ 'polar-user-id': '' })).not.toBe(keyOf({}));
  });

  it('is none for a body that is longer than a key may be', () => {
    expect(keyOf({}, { text: 'x'.repeat(16_385) })).toBeNull();
  });
});
