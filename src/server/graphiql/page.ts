// The GraphiQL page at /graphql: self-contained, compressed once, opened with the examples.
import { fork, type ForkOptions } from 'node:child_process';
import { extname } from 'node:path';
import type { Handler } from '../http/router.ts';
import type { GraphiqlPage } from './page-program.ts';

/**
 * Sends the page to a browser that opens the endpoint, and passes every other request to `graphql`. It is rendered and
 * compressed when it is first opened.
 */
export function createGraphiql(graphql: Handler): Handler {
  let page: Promise<GraphiqlPage> | undefined;
  return async (request, url) => {
    if (!isPageRequest(request, url)) return graphql(request, url);
    page ??= renderPage().catch((failure: unknown) => {
      page = undefined;
      throw failure;
    });
    const { headers, gzip, br } = await page;
    const isCached = request.headers.get('if-none-match')?.includes(headers['etag'] ?? '');
    if (isCached) return new Response(null, { status: 304, headers });
    const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
    if (encoding === 'identity') return new Response(decompressed(gzip), { headers });
    return new Response(encoding === 'br' ? br : gzip, { headers: { ...headers, 'content-encoding': encoding } });
  };
}

function isPageRequest({ headers }: Request, { searchParams }: URL): boolean {
  return (headers.get('accept') ?? '').includes('text/html') && !searchParams.has('query');
}

function encodingFor(acceptEncoding: string): 'br' | 'gzip' | 'identity' {
  const accepted = acceptEncoding.split(',').filter((coding) => !/;\s*q=0(\.0*)?\s*$/.test(coding));
  const names = accepted.map((coding) => coding.split(';')[0]?.trim().toLowerCase());
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}

/** Browsers accept one of the encodings: the page itself, of 9 MB, is held by nobody. */
function decompressed(gzip: GraphiqlPage['gzip']): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([gzip]).stream().pipeThrough(new DecompressionStream('gzip'));
}

/** Next to this file, whether it is compiled or not. */
const PROGRAM = new URL(`./page-program${extname(import.meta.url)}`, import.meta.url);
/** It takes two seconds on a small machine. */
const LIMIT_MS = 30_000;

/** Rendered by a process of its own, which knows nothing of this one: its 130 MB are given back when it ends. */
function renderPage(): Promise<GraphiqlPage> {
  return new Promise((resolve, reject) => {
    const options: ForkOptions = { serialization: 'advanced', env: {}, execArgv: [], timeout: LIMIT_MS };
    const child = fork(PROGRAM, [], options);
    child.once('message', (page) => resolve(page as GraphiqlPage));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Cannot render the page: its program ended with ${code}`)));
  });
}
