// The GraphiQL page as it is sent, and its examples.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../../src/server/graphiql/examples.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const open = (headers: Record<string, string> = {}, query = '') =>
  gateway.app.fetch(
    new Request(`http://gateway.test/graphql${query}`, { headers: { accept: 'text/html,*/*;q=0.8', ...headers } }),
  );
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('the page', () => {
  it('is the same uncompressed, in gzip and in Brotli, and compressed to a third or less', async () => {
    const plain = await bytesOf(await open());
    const gzipped = await bytesOf(await open({ 'accept-encoding': 'gzip, deflate' }));
    const br = await bytesOf(await open({ 'accept-encoding': 'gzip, deflate, br, zstd' }));
    expect(gunzipSync(gzipped).equals(plain)).toBe(true);
    expect(brotliDecompressSync(br).equals(plain)).toBe(true);
    expect(br.length * 4).toBeLessThan(plain.length);
    expect(gzipped.length * 3).toBeLessThan(plain.length);
  });

  it.each([
    ['', null],
    ['identity', null],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br; q=0.0, gzip;q=0', null],
    ['br;q=0.1', 'br'],
    ['GZIP', 'gzip'],
    ['brotli', null],
  ])('for a browser that accepts %j is encoded as %s', async (accepted, encoding) => {
    const response = await open({ 'accept-encoding': accepted });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toContain('accept-encoding');
  });

  it('is not sent again to a browser that has it, also with several tags', async () => {
    const etag = (await open()).headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{43}"$/);
    for (const known of [etag, `"old", ${etag}`]) {
      const response = await open({ 'if-none-match': known, 'accept-encoding': 'br' });
      expect([response.status, (await bytesOf(response)).length]).toEqual([304, 0]);
    }
    expect((await open({ 'if-none-match': '"old"' })).status).toBe(200);
  });

  it('may run its one script and connect to this server, and nothing else', async () => {
    const policy = (await open()).headers.get('content-security-policy') ?? '';
    const directives = policy.split('; ').map((directive) => directive.split(' '));
    expect(Object.fromEntries(directives.map(([name, ...sources]) => [name, sources]))).toEqual({
      'default-src': ["'none'"],
      'connect-src': ["'self'"],
      'script-src': [expect.stringMatching(/^'sha256-[\w+/]{43}='$/)],
      'worker-src': ['blob:'],
      'style-src': ["'unsafe-inline'"],
      'img-src': ['data:'],
      'font-src': ['data:'],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    });
  });

  it('is not sent to an app, nor for a query', async () => {
    const app = await open({ accept: 'application/json' }, '?query={__typename}');
    expect(await app.json()).toMatchObject({ data: { __typename: 'Query' } });
    expect((await open({}, '?query={__typename}')).headers.get('content-type')).not.toContain('text/html');
    expect((await open({ accept: 'application/json' })).status).toBe(200);
  });
});

describe('the examples', () => {
  it.each(examples)('$name returns data and no errors', async ({ query, variables }) => {
    const { data, errors } = await gateway.ask(query, { variables: JSON.parse(variables ?? '{}') });
    expect(errors).toBeUndefined();
    expect(emptyIn(data, 'data')).toEqual([]);
  });

  it('have the names of their operations', () => {
    for (const { name, query } of examples) expect(query).toMatch(new RegExp(`^query ${name}\\b`, 'm'));
  });
});

/** Lists that are empty on some days. */
const MAY_BE_EMPTY = /\.(exercises|ecgTests|spo2Tests|bodyTemperature|inactivityStamps)$/;

/** Paths of empty lists: an example should show something. */
function emptyIn(value: unknown, path: string): string[] {
  if (Array.isArray(value) && value.length === 0) return MAY_BE_EMPTY.test(path) ? [] : [path];
  if (Array.isArray(value)) return value.flatMap((item) => emptyIn(item, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => emptyIn(inner, `${path}.${key}`));
}
