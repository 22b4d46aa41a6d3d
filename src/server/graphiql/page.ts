// The GraphiQL page at /graphql: self-contained, compressed once, opened with the examples.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Handler } from '../http/router.ts';
import { examples } from './examples.ts';

interface Page {
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: Readonly<Record<'br' | 'gzip' | 'identity', Buffer<ArrayBuffer>>>;
}

const DEFAULT_HEADERS = '{\n  "Accesslink-Trace": "1"\n}';

/**
 * Sends the page to a browser that opens the endpoint, and passes every other request to `graphql`. Renders and compresses
 * the page when it is first opened.
 */
export function createGraphiql(graphql: Handler): Handler {
  let page: Promise<Page> | undefined;
  return async (request, url) => {
    if (!isPageRequest(request, url)) return graphql(request, url);
    page ??= renderPage();
    const { headers, bodies } = await page;
    const isCached = request.headers.get('if-none-match')?.includes(headers['etag'] ?? '');
    if (isCached) return new Response(null, { status: 304, headers });
    const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
    const contentEncoding = encoding === 'identity' ? {} : { 'content-encoding': encoding };
    return new Response(bodies[encoding], { headers: { ...headers, ...contentEncoding } });
  };
}

function isPageRequest({ headers }: Request, { searchParams }: URL): boolean {
  return (headers.get('accept') ?? '').includes('text/html') && !searchParams.has('query');
}

function encodingFor(acceptEncoding: string): keyof Page['bodies'] {
  const accepted = acceptEncoding.split(',').filter((coding) => !/;\s*q=0(\.0*)?\s*$/.test(coding));
  const names = accepted.map((coding) => coding.split(';')[0]?.trim().toLowerCase());
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}

/** The package is 9 MB of text: it is loaded when the page is opened, not when the program starts. */
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
    // Sent with every operation, also from tabs opened before this page: without it the session cookie is not accepted.
    additionalHeaders: { 'Accesslink-Csrf': '1' },
    credentials: 'same-origin',
    // Subscriptions too: a session cookie is accepted with POST only.
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

/** The ETag is weak because it is the same for every encoding. */
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
 * The page loads nothing and connects to this server only. Its one script, at the end, is allowed by its digest; the editor
 * needs inline styles and workers made from text.
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
