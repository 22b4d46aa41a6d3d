// The stand-in for AccessLink: which reply answers, and what a reply by day says.
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOW } from './gateway.ts';
import type { Reply } from './scripted/case.ts';
import { withoutMacros } from './scripted/macros.ts';
import { type ScriptedUpstream, startScriptedUpstream } from './scripted-upstream.ts';

let upstream: ScriptedUpstream;
beforeEach(async () => {
  upstream = await startScriptedUpstream(() => NOW);
});
afterEach(() => upstream.close());

const answerBy = (...replies: Reply[]) =>
  upstream.answerBy(withoutMacros(replies, { now: NOW, user: '7', gateway: 'http://gateway.test' }));

async function ask(path: string, init?: RequestInit): Promise<[number, unknown]> {
  const response = await fetch(upstream.url + path, { redirect: 'manual', ...init });
  const text = await response.text();
  return [response.status, text === '' ? null : JSON.parse(text)];
}

describe('a scripted upstream', () => {
  it('answers with the first reply that fits, as often as it may, and else with 204', async () => {
    answerBy(
      { at: 'GET /v3/a', status: 404, times: 1 },
      { at: 'GET /v3/a', query: 'zones=true', json: { zones: [] } },
      { at: 'GET /v3/(a|b)', json: { user: '<<user>>', at: '<<-1|2>>' } },
    );
    expect(await ask('/v3/a?zones=true')).toEqual([404, null]);
    expect(await ask('/v3/a?zones=true')).toEqual([200, { zones: [] }]);
    expect(await ask('/v3/b')).toEqual([200, { user: '7', at: Date.parse('2026-11-21T02:00:00Z') / 1000 }]);
    expect(await ask('/v3/ab')).toEqual([204, null]);
    expect(await ask('/v3/a', { method: 'PUT' })).toEqual([204, null]);
  });

  it('records method, path and query of what it is asked', async () => {
    await ask('/v3/a?from=1', { method: 'POST' });
    expect(upstream.requests).toEqual([{ method: 'POST', path: '/v3/a', query: 'from=1' }]);
  });

  it('answers with headers, status and body as they are given', async () => {
    answerBy({ at: 'GET /', status: 301, headers: { location: '/v3', 'content-type': 'text/html' }, text: '"a"' });
    const response = await fetch(upstream.url, { redirect: 'manual' });
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/v3');
    expect(response.headers.get('content-type')).toBe('text/html');
    answerBy({ at: 'GET /', base64: btoa('"b"') });
    expect(await ask('/')).toEqual([200, 'b']);
  });

  it('sends a PING first, and refuses when it is not answered with 200', async () => {
    let status = 401;
    const receiver = createServer((_, response) => response.writeHead(status).end());
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const address = receiver.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
    answerBy({ at: 'POST /v3/webhooks', pingBack: { body: '{}' }, status: 201, json: { id: 'abdf33' } });
    const post = () => ask('/v3/webhooks', { method: 'POST', body: JSON.stringify({ url }) });
    expect(await post()).toMatchObject([400, { error: { message: expect.stringContaining('[401]') } }]);
    status = 200;
    expect(await post()).toEqual([201, { id: 'abdf33' }]);
    await new Promise((resolve) => receiver.close(resolve));
  });
});

describe('a reply by day', () => {
  const record = { date: '<<day>>' };
  const days = (...numbers: number[]) => numbers.map((day) => ({ date: `2026-11-${day}` }));

  it('answers a date with its record, a range with those in it, and any other path with all', async () => {
    answerBy({ at: 'GET /v3/nights(/.*)?', byDay: { '<<-3..-2>>': record, '<<0>>': { date: '<<0>>' } } });
    expect(await ask('/v3/nights/2026-11-20')).toEqual([200, days(20)[0]]);
    expect(await ask('/v3/nights/2026-11-21')).toEqual([404, null]);
    expect(await ask('/v3/nights?from=2026-11-20&to=2026-11-21')).toEqual([200, days(20)]);
    expect(await ask('/v3/nights')).toEqual([200, days(19, 20, 22)]);
  });

  it('wraps lists, has a status for an empty day, and refuses what it does not keep', async () => {
    answerBy({
      at: 'GET /v3/nights(/.*)?',
      byDay: { '<<-9..0>>': record },
      wrap: 'nights',
      none: 204,
      oldest: -1,
      newest: 0,
    });
    expect(await ask('/v3/nights?from=2026-11-21&to=2026-11-22')).toEqual([200, { nights: days(21, 22) }]);
    expect(await ask('/v3/nights/2026-11-22')).toEqual([200, days(22)[0]]);
    expect((await ask('/v3/nights/2026-11-20'))[0]).toBe(400);
    expect((await ask('/v3/nights?from=2026-11-20&to=2026-11-22'))[0]).toBe(400);
    expect((await ask('/v3/nights?from=2026-11-22&to=2026-11-23'))[0]).toBe(400);
    answerBy({ at: 'GET /v3/nights(/.*)?', byDay: {}, none: 204 });
    expect(await ask('/v3/nights/2026-11-22')).toEqual([204, null]);
  });
});
