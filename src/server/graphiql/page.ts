// GraphiQL at /graphql: one page that asks no other host, compressed once, opened with examples.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { examples } from './examples.ts';

/** Answers a browser that opens the endpoint; null for every other request. */
export type Graphiql = (request: Request) => Promise<Response | null>;

interface Page {
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: Readonly<Record<'br' | 'gzip' | 'identity', Buffer<ArrayBuffer>>>;
}

const DEFAULT_HEADERS = '{\n  "Accesslink-Trace": "1"\n}';

/** The page is rendered and compressed when it is first opened. */
export function createGraphiql(): Graphiql {
  let page: Promise<Page> | undefined;
  return async (request) => {
    if (!isOpenedByBrowser(request)) return null;
    page ??= renderPage();
    const { headers, bodies } = await page;
    const isKnown = request.headers.get('if-none-match')?.includes(headers['etag'] ?? '');
    if (isKnown) return new Response(null, { status: 304, headers });
    const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
    const coded = encoding === 'identity' ? {} : { 'content-encoding': encoding };
    return new Response(bodies[encoding], { headers: { ...headers, ...coded } });
  };
}

function isOpenedByBrowser({ method, url, headers }: Request): boolean {
  const { pathname, searchParams } = new URL(url);
  const wantsPage = (headers.get('accept') ?? '').includes('text/html') && !searchParams.has('query');
  return method === 'GET' && pathname === '/graphql' && wantsPage;
}

function encodingFor(accepted: string): 'br' | 'gzip' | 'identity' {
  const taken = accepted.split(',').filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one));
  const names = taken.map((one) => one.split(';')[0]?.trim().toLowerCase());
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}

/** The package is 9 MB of text: it is loaded when somebody opens the page, not when the program starts. */
async function renderPage(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({
    title: 'accesslink-graphql',
    defaultTabs: examples.map(({ query, variables }) => ({
      query,
      variables: variables ?? null,
      headers: DEFAULT_HEADERS,
    })),
    defaultHeaders: DEFAULT_HEADERS,
    // Sent with every operation, also from tabs that are older than this page: the session cookie is taken with it only.
    additionalHeaders: { 'Accesslink-Csrf': '1' },
    credentials: 'same-origin',
    // Subscriptions too, since a cookie is taken with a POST only.
    method: 'POST',
    defaultEditorToolsVisibility: false,
  });
  const identity = Buffer.from(html);
  const [br, gzipped] = await Promise.all([
    promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    promisify(gzip)(identity),
  ]);
  return { headers: headersOf(html), bodies: { br, gzip: gzipped, identity } };
}

/** The tag is weak: it stands for the page in every encoding. */
function headersOf(html: string): Page['headers'] {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': policyOf(html),
    etag: `W/"${digestOf(html)}"`,
    'referrer-policy': 'no-referrer',
    vary: 'accept, accept-encoding',
    'x-content-type-options': 'nosniff',
  };
}

/**
 * Everything comes from the page itself, which may ask this server and nobody else. Its one script, which ends the page,
 * is told by its digest; the editor writes styles as it goes, and starts its workers from text.
 */
function policyOf(html: string): string {
  const script = html.slice(html.indexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'));
  return [
    "default-src 'none'",
    "connect-src 'self'",
    `script-src 'sha256-${digestOf(script, 'base64')}'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function digestOf(text: string, encoding: 'base64' | 'base64url' = 'base64url'): string {
  return createHash('sha256').update(text).digest(encoding);
}
