import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { cases } from './documented-cases.ts';

interface Operation {
  readonly operationId: string;
  readonly responses: Record<string, { content?: { 'application/json'?: { example?: unknown } } }>;
}

/** Responds to every documented GET with its documented example. */
let upstream: Server;
let gateway: Gateway;
let now = Date.parse('2025-08-14T12:00:00Z');
const requested: string[] = [];

beforeAll(async () => {
  const examples = documentedExamples();
  upstream = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    requested.push(path);
    const found = examples.find(({ pattern }) => pattern.test(path));
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
    response.end(found ? ofOneUser(JSON.stringify(found.example)) : '');
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const { port } = upstream.address() as AddressInfo;
  gateway = await startGateway({ now: () => now, app: { accessLinkUrl: `http://127.0.0.1:${port}` } });
});

afterAll(async () => {
  await gateway.close();
  upstream.closeAllConnections();
  upstream.close();
});

describe('every documented example', () => {
  it.each(cases)('of $what is converted', async ({ what, at, query, answer }) => {
    now = Date.parse(`${at}T12:00:00Z`);
    requested.length = 0;
    const { data, errors, extensions } = await gateway.ask(`{ viewer ${query} }`, { headers: headersFor(what) });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ viewer: answer });
    expect(extensions.accesslink.warnings).toBeUndefined();
    expect(requested.length).toBe(extensions.accesslink.calls);
  });
});

const USER_ID = '2278512';

/** The documentation's examples link to several users; those of one token link to its own. */
function ofOneUser(json: string): string {
  return json.replaceAll(/\/v3\/users\/\d+/g, `/v3/users/${USER_ID}`);
}

/** A token of its own for each case: no case is served from the cache of another. */
function headersFor(what: string): Record<string, string> {
  return { authorization: `Bearer ${what.replaceAll(/\W/g, '-')}`, 'polar-user-id': USER_ID };
}

/** The documented reads with an example; literal segments win over parameters. */
function documentedExamples(): { pattern: RegExp; example: unknown }[] {
  const { paths } = parse(readFileSync('docs/accesslink/openapi.yaml', 'utf8')) as {
    paths: Record<string, { get?: Operation }>;
  };
  const found = Object.entries(paths).flatMap(([path, { get }]) => {
    const example = get?.responses['200']?.content?.['application/json']?.example;
    const pattern = new RegExp(`^${path.replace(/\/$/, '').replaceAll(/\{[\w-]+\}/g, '[^/]+')}/?$`);
    return example === undefined ? [] : [{ path, pattern, example }];
  });
  return found.sort((a, b) => a.path.split('{').length - b.path.split('{').length);
}
