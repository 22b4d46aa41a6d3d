// The program that renders the GraphiQL page: sends it to the process that started it, and ends.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { examples } from './examples.ts';

/** The page as it is sent, in both encodings. */
export interface GraphiqlPage {
  readonly headers: Readonly<Record<string, string>>;
  readonly br: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

const DEFAULT_HEADERS = '{\n  "Accesslink-Trace": "1"\n}';

// No await at the top: CommonJS, which the program is built to, has none.
void renderPage().then((page) => process.send?.(page, () => process.disconnect()));

async function renderPage(): Promise<GraphiqlPage> {
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
  return { headers: headersOf(html), br, gzip: gzipped };
}

/** The ETag is weak because it is the same for every encoding. */
function headersOf(html: string): GraphiqlPage['headers'] {
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
