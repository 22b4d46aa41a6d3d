// GPX with and without the pauses of a session: AccessLink's only parameter of files, part of the link.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type StoringGateway } from '../../support/gateway.ts';
import { takePaths } from '../../e2e/dated-queries.ts';
import { open } from './file-requests.ts';

interface Files {
  readonly gpx: { readonly url: string } | null;
  readonly whole: { readonly url: string } | null;
  readonly plain: { readonly url: string } | null;
}
interface Session {
  readonly hasRoute: boolean;
  readonly files: Files;
}

const FILES =
  'hasRoute files { gpx { url } plain: gpx(includePauseTimes: false) { url } whole: gpx(includePauseTimes: true) { url } }';

let gateway: StoringGateway;
beforeAll(async () => {
  gateway = await startGateway({ store: {} });
});
afterAll(() => gateway.close());

async function sessionsOf(connection: string): Promise<readonly Session[]> {
  const query = `{ viewer { list: ${connection} { nodes { ${FILES} } } } }`;
  const { data, errors } = await gateway.ask<{ viewer: { list: { nodes: Session[] } } }>(query);
  expect(errors).toBeUndefined();
  takePaths(gateway.simulator);
  return data.viewer.list.nodes;
}

async function contentOf(link: { readonly url: string } | null) {
  const response = await open(gateway.app, link?.url ?? '');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/gpx+xml']);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { name, points: (await response.text()).match(/<trkpt /g)?.length ?? 0 };
}

/** Of a session whose files differ: the one with pauses has more points. */
async function comparedFiles(sessions: readonly Session[]) {
  for (const { files } of sessions.filter(({ hasRoute }) => hasRoute)) {
    const [gpx, plain, whole] = [
      await contentOf(files.gpx),
      await contentOf(files.plain),
      await contentOf(files.whole),
    ];
    expect(plain).toEqual(gpx);
    expect(whole.name).toBe(gpx.name?.replace('.gpx', '-with-pauses.gpx'));
    if (whole.points > gpx.points) return { requested: takePaths(gateway.simulator).slice(-3) };
  }
  throw new Error('There is no session with pauses');
}

describe('the GPX of a session', () => {
  it('has the pauses when the link says so, and only then', async () => {
    const { requested } = await comparedFiles(await sessionsOf('exercises(last: 12)'));
    const forms = requested.map((path) => path.replace(/exercises\/\w+/, 'exercises/:id'));
    const plain = '/v3/exercises/:id/gpx';
    expect(forms).toEqual([plain, plain, `${plain}?includePauseTimes=true`]);
  });

  it('is null in both forms without a route', async () => {
    const indoors = (await sessionsOf('exercises')).find(({ hasRoute }) => !hasRoute);
    expect(indoors?.files).toEqual({ gpx: null, plain: null, whole: null });
  });
});

describe('the GPX of an imported session', () => {
  it('was stored in both forms, since AccessLink has neither any more', async () => {
    await gateway.ask('mutation { collect(kind: EXERCISE) { collected } }');
    const imported = takePaths(gateway.simulator).filter((path) => path.includes('/gpx'));
    const [plain, whole] = [
      imported.filter((path) => !path.includes('?')),
      imported.filter((path) => path.includes('?')),
    ];
    expect(whole).toEqual(plain.map((path) => `${path}?includePauseTimes=true`));
    const { requested } = await comparedFiles(await sessionsOf('collectedExercises(first: 50)'));
    expect(requested).toEqual([]);
  });
});
