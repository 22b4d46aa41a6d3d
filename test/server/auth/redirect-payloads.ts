// About 550 spellings of another site, as they pass where a redirect is not compared exactly.

/** The server that redirects. */
const HERE = 'https://gateway.test';
const HOST = 'evil.test';

const schemes = [
  '',
  'http:',
  'https:',
  'HTTPS:',
  'ftp:',
  'javascript:',
  'data:text/html,',
  'file:',
  'blob:',
  'vbscript:',
];
const slashes = [
  '/',
  '//',
  '///',
  '////',
  '\\',
  '\\\\',
  '/\\',
  '\\/',
  '/\\/',
  '//\\',
  '/.//',
  '/%2f/',
  '/%5c',
  '/;//',
  '/..//',
];
const before = ['', '\t', '\n', '\r', ' ', '\u0000', '\u00a0', '\u2028', '%09', '%0d%0a', '.', '@', '?', '#', ';', ':'];
const hosts = [
  HOST,
  `${HOST}@gateway.test`,
  `gateway.test@${HOST}`,
  `gateway.test.${HOST}`,
  `${HOST}%2f@gateway.test`,
  '[::1]',
  '0x7f000001',
  'xn--vil-9la.test',
];
const wide = ['／／', '／', '。', '\u2215\u2215', '\u3002', '⁄⁄'];
const controls = ['/\t/', '/\n/', '/\r/', '/\r\n/', '/\u0000/', '/ /', '/\u000b/', '\t//', '\n//', ' //', '\u0000//'];

const single = [
  '/auth/login',
  '/auth/callback?code=x',
  '/auth/logout',
  '/auth',
  '/x/../auth/login',
  '/./auth/login',
  '/%2e/auth/',
  '',
  'graphql',
  '.',
  '..',
  './/',
  '?x',
  '#x',
  HOST,
  `${HOST}/graphql`,
  `${HERE}@${HOST}`,
  `${HERE}.${HOST}`,
  `${HERE}/graphql`,
  `https:/${HOST}`,
  `/\r\nLocation: https://${HOST}`,
  '/\r\nSet-Cookie: a=b',
  `/%0d%0aLocation:%20//${HOST}`,
];

/** Each once. */
export const payloads: readonly string[] = [
  ...new Set([
    ...schemes.flatMap((scheme) => slashes.map((slash) => `${scheme}${slash}${HOST}`)),
    ...slashes.flatMap((slash) => before.map((start) => `${start}${slash}${HOST}`)),
    ...slashes.flatMap((slash) => hosts.map((host) => `${slash}${host}/path`)),
    ...wide.flatMap((slash) => [`${slash}${HOST}`, `/${slash}${HOST}`, `https:${slash}${HOST}`, `//${slash}${HOST}`]),
    ...controls.flatMap((control) => [`${control}${HOST}`, `${control}/${HOST}`, `https:${control}${HOST}`]),
    ...single,
  ]),
];

/** The redirect URIs that apps have registered. */
export const registered: readonly string[] = [
  'com.example.app:/signed-in',
  'http://127.0.0.1/back',
  'http://[::1]:7000/back',
  'https://app.test/cb?x=1',
];

/** Return paths that lead a browser to another server, into the sign-in again, or nowhere. */
export function escapedPaths(pathFor: (requested: string) => string): string[] {
  return payloads.filter((payload) => {
    const path = pathFor(payload);
    if (!URL.canParse(HERE + path) || !URL.canParse(path, HERE)) return true;
    const [sent, resolved] = [new URL(`${HERE}${path}`), new URL(path, HERE)];
    const isAway = sent.origin !== HERE || resolved.origin !== HERE || /[\s\\]|^\/\//.test(path);
    return isAway || sent.pathname.startsWith('/auth');
  });
}

/** URIs of nobody's app that are accepted: spellings of another site alone, and behind each registered one. */
export function acceptedUris(mayRedirectTo: (uri: string, registered: readonly string[]) => boolean): string[] {
  const tried = payloads.flatMap((payload) => [payload, ...registered.map((uri) => uri + payload)]);
  return tried.filter((uri) => !registered.includes(uri) && mayRedirectTo(uri, registered));
}
