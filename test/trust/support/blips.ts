// The ways in which AccessLink says that there is nothing, said by one that stands before a simulator, for what exists.
import type { Fault } from './faulty-upstream.ts';

export const BLIPS = ['the status 204', 'the status 404', 'an empty list'] as const;
export type BlipName = (typeof BLIPS)[number];

/** Every "nothing" by what it is called, before the simulator at `origin`. */
export function blipsBefore(origin: string): Readonly<Record<BlipName, Fault>> {
  return {
    'the status 204': (response) => void response.writeHead(204).end(),
    'the status 404': (response) =>
      void response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not found"}'),
    'an empty list': (response, { url = '/', headers }) =>
      void emptied(origin + url, headers.authorization ?? '').then(
        (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
        (failure: unknown) => response.destroy(failure instanceof Error ? failure : undefined),
      ),
  };
}

/** What the simulator answers, with nothing in its lists; an empty list in the place of a record that has none. */
async function emptied(url: string, authorization: string): Promise<unknown> {
  const answer = await fetch(url, { headers: { authorization, accept: 'application/json' } });
  const body: unknown = answer.status === 200 ? await answer.json() : [];
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  const lists = Object.entries(body).flatMap(([name, value]) => (Array.isArray(value) ? [[name, []]] : []));
  return lists.length === Object.keys(body).length ? Object.fromEntries(lists) : [];
}
