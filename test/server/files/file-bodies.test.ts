// Bodies that are no file although AccessLink sends them as one: named to whoever downloads it, and in the log.
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { linkedExercises, open, startFileServer } from './file-requests.ts';

async function gatewayOver(respond: (response: ServerResponse) => void): Promise<Gateway> {
  const { origin } = await startFileServer(respond);
  const gateway = await startGateway({ app: { accessLinkUrl: origin } });
  onTestFinished(() => gateway.close());
  return gateway;
}

async function download(gateway: Gateway): Promise<Response> {
  const [exercise] = await linkedExercises(gateway);
  return open(gateway.app, exercise?.files.fit?.url ?? '');
}

const ERROR = JSON.stringify({ errorType: 'Sad', message: 'canary' });

describe('a file', () => {
  it.each([
    ['an error in JSON', ERROR, { text: /error in the place of data/, problem: 'error-in-body' }],
    ['an error in JSON, packed', gzipSync(ERROR), { text: /error in the place of data/, problem: 'error-in-body' }],
    ['a page', '<!DOCTYPE html><p>canary', { text: /HTML page/, problem: 'html-page' }],
  ])('that is %s is a failure with one line of the log', async (_, body, { text, problem }) => {
    const gateway = await gatewayOver((response) => response.end(body));
    const response = await download(gateway);
    expect([response.status, await response.text()]).toEqual([502, expect.stringMatching(text)]);
    const path = '/v3/exercises/abc/fit';
    expect(gateway.upstreamFailures).toEqual([{ method: 'GET', path, status: 200, cause: 'invalid', problem }]);
  });

  it('that breaks off is in the log, and its download breaks off too', async () => {
    const gateway = await gatewayOver((response) => {
      response.writeHead(200, { 'content-length': 900 }).write('\u000E123');
      setTimeout(() => response.destroy(), 20);
    });
    const response = await download(gateway);
    await expect(response.text()).rejects.toThrow('ended early');
    expect(gateway.upstreamFailures).toMatchObject([{ path: '/v3/exercises/abc/fit', cause: 'invalid' }]);
  });

  it('that its reader does not want any more is no failure of AccessLink', async () => {
    const gateway = await gatewayOver((response) => response.writeHead(200).write('\u000E123'));
    const response = await download(gateway);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(gateway.upstreamFailures).toEqual([]);
  });
});
