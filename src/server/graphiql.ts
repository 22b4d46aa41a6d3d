// GraphiQL at /graphql: one page that asks no other host, compressed once, opened with examples.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { examples } from './examples.ts';

/** Answers a browser that opens the endpoint; null for every other request. */
export type Graphiql = (request: Request) => Promise<Response | null>;

interface Page {
  readonly etag: string;
  readonly bodies: Readonly<Record<'br' | 'gzip' | 'identity', Buffer<ArrayBuffer>>>;
}

const DEFAULT_HEADERS = '{\n  "Accesslink-Trace": "1"\n}';

/** Everything comes from the page itself; it may ask this server and nobody else. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  vary: 'accept, accept-encoding',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': [
    "default-src 'none'",
    "connect-src 'self'",
    "script-src 'unsafe-inline' 'unsafe-eval' blob:",
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

/** The page is rendered and compressed when it is first opened. */
export function createGraphiql(): Graphiql {
  let page: Promise<Page> | undefined;
  return async (request) => {
    if (!isOpenedByBrowser(request)) return null;
    page ??= renderPage();
    const { etag, bodies } = await page;
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: { ...HEADERS, etag } });
    const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
    const coded = encoding === 'identity' ? {} : { 'content-encoding': encoding };
    return new Response(bodies[encoding], { headers: { ...HEADERS, ...coded, etag } });
  };
}

function isOpenedByBrowser({ method, url, headers }: Request): boolean {
  const { pathname, searchParams } = new URL(url);
  const wantsPage = (headers.get('accept') ?? '').includes('text/html') && !searchParams.has('query');
  return method === 'GET' && pathname === '/graphql' && wantsPage;
}

function encodingFor(accepted: string): 'br' | 'gzip' | 'identity' {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

async function renderPage(): Promise<Page> {
  const html = renderGraphiQL({
    title: 'accesslink-graphql',
    defaultTabs: examples.map(({ query, variables }) => ({ query, variables: variables ?? null, headers: DEFAULT_HEADERS })),
    defaultHeaders: DEFAULT_HEADERS,
    defaultEditorToolsVisibility: false,
  });
  const identity = Buffer.from(html);
  const [br, gzipped] = await Promise.all([
    promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    promisify(gzip)(identity),
  ]);
  const etag = `"${createHash('sha256').update(identity).digest('base64url')}"`;
  return { etag, bodies: { br, gzip: gzipped, identity } };
}
