// The router: which handler gets a request, and what it gets.
import { describe, expect, it } from 'vitest';
import { ANY, createRouter, type Handler } from '../../../src/server/http/router.ts';

/** Responds with its name, the method and the path of the URL that it was given. */
const handler =
  (name: string): Handler =>
  async ({ method }, { pathname, search }) =>
    new Response(`${name} ${method} ${pathname}${search}`);

const fetch = createRouter(
  {
    '/': { GET: handler('home') },
    '/page': { GET: handler('page'), [ANY]: handler('any') },
    '/form': { GET: handler('form'), POST: handler('submit') },
    '/files/*': { GET: handler('file') },
  },
  handler('otherwise'),
);
const send = (method: string, path: string) => {
  const url = new URL(`https://gateway.test${path}`);
  return fetch(new Request(url, { method }), url);
};

describe('the router', () => {
  it.each([
    ['GET', '/', 'home GET /'],
    ['GET', '/page?x=1', 'page GET /page?x=1'],
    ['PUT', '/page', 'any PUT /page'],
    ['POST', '/form', 'submit POST /form'],
    ['GET', '/files/', 'file GET /files/'],
    ['GET', '/files/a/b', 'file GET /files/a/b'],
    ['GET', '/files', 'otherwise GET /files'],
    ['GET', '/page/', 'otherwise GET /page/'],
    ['GET', '/Page', 'otherwise GET /Page'],
    ['POST', '/constructor', 'otherwise POST /constructor'],
    ['GET', '/x/../page', 'page GET /page'],
  ])('responds to %s %s with %s', async (method, path, expected) => {
    expect(await (await send(method, path)).text()).toBe(expected);
  });

  it.each([
    ['POST', '/', 'GET'],
    ['HEAD', '/form', 'GET, POST'],
    ['constructor', '/form', 'GET, POST'],
    ['DELETE', '/files/x', 'GET'],
  ])('responds to %s %s with 405, the methods %s and the end of the connection', async (method, path, allow) => {
    const { status, headers } = await send(method, path);
    expect([status, headers.get('allow'), headers.get('connection')]).toEqual([405, allow, 'close']);
  });
});
