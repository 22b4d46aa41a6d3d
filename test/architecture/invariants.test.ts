// What is absent on purpose, where no rule of the linter can tell: docs/architecture.md names these tests.
import { describe, expect, it } from 'vitest';
import { type Source, sourcesBelow, withoutComments } from './sources.ts';

const BELOW_JOBS = ['domain', 'loading', 'accesslink', 'store', 'series'];
const PRODUCT = ['server', 'jobs', ...BELOW_JOBS];

/** `'Night.recharge'`: a field of the graph by its type. */
const COORDINATE = /['"`][A-Z]\w+\.[a-z]\w+['"`]/;
/** The moment, read from the machine. */
const MOMENT = /\bnew Date\(\)/;

function linesWith(pattern: RegExp, { path, text }: Source): string[] {
  const lines = withoutComments(text).split('\n');
  return lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : []));
}

describe('the invariants', () => {
  it('leave the schema to server/: no coordinate of it stands below', () => {
    const sources = [...BELOW_JOBS, 'jobs'].flatMap((folder) => sourcesBelow(`src/${folder}`));
    expect(sources.flatMap((source) => linesWith(COORDINATE, source))).toEqual([]);
    expect(linesWith(COORDINATE, { path: 'x', text: "const field = 'Night.recharge';" })).toEqual(['x:1']);
    expect(sourcesBelow('src/server').flatMap((source) => linesWith(COORDINATE, source))).not.toEqual([]);
  });

  it('leave the moment to the clock that is handed in', () => {
    const sources = PRODUCT.flatMap((folder) => sourcesBelow(`src/${folder}`));
    expect(sources.flatMap((source) => linesWith(MOMENT, source))).toEqual([]);
    expect(linesWith(MOMENT, { path: 'x', text: 'const now = new Date();' })).toEqual(['x:1']);
  });
});
