// A dated resource is added as docs/architecture.md says, to a copy of the project; it works there, and needs no more files.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASK, addResource, type CopiedProject, copyProject, differences } from './new-resource/copied-project.ts';

interface Answer {
  readonly data: {
    readonly viewer: { readonly days: unknown; readonly coverage: readonly { readonly resource: string }[] };
    readonly dataWindows: readonly { readonly resource: string }[];
  };
  readonly errors?: unknown;
  readonly requests: readonly string[];
}

const LONG_MS = 240_000;
const PAGE = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');

describe('a new dated resource', () => {
  let project: CopiedProject;
  let answers: readonly Answer[];

  beforeAll(async () => {
    project = copyProject();
    addResource(project);
    await project.run('npm', ['run', '--silent', 'codegen']);
    answers = JSON.parse(await project.run(process.execPath, [ASK]));
  }, LONG_MS);
  afterAll(() => project.remove());

  it('is read for three days with one request for their range', () => {
    const [first] = answers;
    expect(first?.errors).toBeUndefined();
    expect(first?.data.viewer.days).toEqual({
      nodes: [
        { date: '2026-11-18', hydration: { id: expect.any(String), date: '2026-11-18', volumeMl: 1800 } },
        { date: '2026-11-19', hydration: null },
        { date: '2026-11-20', hydration: { id: expect.any(String), date: '2026-11-20', volumeMl: 2400 } },
      ],
    });
    expect(first?.requests).toEqual(['GET /v3/users/hydration?from=2026-11-18&to=2026-11-20']);
  });

  it('is cached: the same operation again sends nothing', () => {
    const [first, second] = answers;
    expect(second?.requests).toEqual([]);
    expect(second?.data.viewer.days).toEqual(first?.data.viewer.days);
  });

  it('has an id, by which it is read again without a request', () => {
    const [first, , again] = answers;
    const id = /"hydration":\{"id":"([^"]+)/.exec(JSON.stringify(first?.data))?.[1];
    expect(again).toEqual({
      data: { node: { __typename: 'Hydration', id, date: '2026-11-18', volumeMl: 1800 } },
      requests: [],
    });
  });

  it('is known to coverage and to the documented windows', () => {
    const [first, second] = answers.slice(0, 2).map(({ data }) => data.viewer.coverage.filter(isHydration));
    expect(first).toEqual([{ resource: 'HYDRATION', freshDays: 0, missingDays: 3, newest: null }]);
    expect(second).toEqual([{ resource: 'HYDRATION', freshDays: 3, missingDays: 0, newest: '2026-11-20' }]);
    const windows = answers[0]?.data.dataWindows.filter(isHydration);
    expect(windows).toEqual([{ resource: 'HYDRATION', maxAgeDays: 28, maxRangeDays: 28, basis: 'DATE' }]);
  });

  it('adds as many files as the page says, and changes one line of code that was there', () => {
    const { added, changed } = differences(project);
    expect(added).toEqual([
      'docs/accesslink/hydration.yaml',
      'schema/hydration.graphql',
      'src/accesslink/endpoints/hydration.ts',
      'src/domain/hydration/hydration.ts',
      'src/domain/hydration/loader.ts',
      'src/domain/hydration/resolvers.ts',
    ]);
    expect(changed.map(({ path }) => path).sort()).toEqual(['docs/field-map.md', 'src/domain/resources.ts']);
    expect(changed.find(({ path }) => path.startsWith('src/'))).toMatchObject({
      removed: [],
      added: ["export { hydrationResource as hydration } from './hydration/loader.ts';"],
    });
    const paths = [...added, ...changed.map(({ path }) => path)];
    const inDocs = paths.filter((path) => path.startsWith('docs/')).length;
    const STATED =
      /\*\*A new dated resource\*\*, (\d+) files of code and (\d+) of doc.*?(\w+) line in\s+`domain\/resources\.ts`/s;
    expect(STATED.exec(PAGE)?.slice(1)).toEqual([String(paths.length - inDocs), String(inDocs), 'one']);
  });

  it('has no type error', () => expect(project.run('npx', ['tsc', '-p', '.'])).resolves.toBe(''), LONG_MS);
});

function isHydration({ resource }: { readonly resource: string }): boolean {
  return resource === 'HYDRATION';
}
