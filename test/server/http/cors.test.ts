// Cross-origin access: the pages of configured origins, compared character for character.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from '../../support/gateway.ts';

const LISTED = 'https://app.example';
const FOREIGN = [
  'https://evil.example',
  'https://app.example.evil.example',
  'https://app.example:8443',
  'http://app.example',
  'https://APP.example',
  'https://sub.app.example',
  'null',
  '*',
];

/** None, one and two origins: the Vary header differs. */
describe.each([[[]], [[LISTED]], [[LISTED, 'http://localhost:3000']]])('with the origins %j', (corsOrigins) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ app: { corsOrigins } });
  });
  afterAll(() => gateway.close());

  const ask = (init: RequestInit) => gateway.app.fetch(new Request('http://gateway.test/graphql', init));
  const preflight = (origin: string) =>
    ask({
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,x-evil',
      },
    });
  const post = (origin: string, type = 'application/json') =>
    ask({ method: 'POST', headers: { origin, 'content-type': type }, body: '{"query":"{__typename}"}' });
  const grants = ({ headers }: Response) => [...headers].filter(([name]) => name.startsWith('access-control-'));

  it.each(FOREIGN)('a page of %s is granted nothing, neither on a preflight nor on a response', async (origin) => {
    expect(grants(await preflight(origin))).toEqual([]);
    expect(grants(await post(origin))).toEqual([]);
  });

  it.each(corsOrigins)('a page of %s may send the headers of callers, and no cookie', async (origin) => {
    const { status, headers } = await preflight(origin);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(headers.get('access-control-allow-headers')?.split(', ').sort()).toEqual([
      'accesslink-plan',
      'accesslink-time-zone',
      'accesslink-trace',
      'authorization',
      'content-type',
      'last-event-id',
      'polar-user-id',
    ]);
    expect(headers.has('access-control-allow-credentials')).toBe(false);
  });

  it.each(corsOrigins)(
    'a page of %s may read responses of every status, and caches distinguish origins',
    async (origin) => {
      for (const response of [await post(origin), await post(origin, 'text/plain')]) {
        expect(grants(response)).toEqual([['access-control-allow-origin', origin]]);
        expect(response.headers.get('vary')).toContain('origin');
      }
    },
  );
});
