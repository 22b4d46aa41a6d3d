// Downloads are counted by what a credential has proved: nobody uses up the share of somebody else by claiming their id.
import type { ServerResponse } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { startGateway } from '../../support/gateway.ts';
import { linkedExercises, open, startFileServer } from './file-requests.ts';

it('Four endless downloads with one token leave another token its own, whose caller claims to be the same person', async () => {
  const waiting: ServerResponse[] = [];
  const { origin } = await startFileServer((response) => {
    response.writeHead(200).write('\u000E123');
    waiting.push(response);
  });
  const gateway = await startGateway({ app: { accessLinkUrl: origin } });
  onTestFinished(() => gateway.close());
  const linkOf = async (token: string) => {
    const [exercise] = await linkedExercises(gateway, { authorization: `Bearer ${token}`, 'polar-user-id': '1' });
    return exercise?.files.fit?.url ?? '';
  };
  const [greedy, honest] = [await linkOf('greedy'), await linkOf('honest')];
  const downloads = await Promise.all([1, 2, 3, 4].map(() => open(gateway.app, greedy)));
  expect(downloads.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await open(gateway.app, greedy)).status).toBe(503);
  const own = await open(gateway.app, honest);
  expect(own.status).toBe(200);
  expect(waiting).toHaveLength(5);
  for (const { body } of [...downloads, own]) await body?.cancel();
});
