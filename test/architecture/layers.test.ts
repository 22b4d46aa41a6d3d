// Plants an import across every border of src/ and sees the linter refuse it; and the imports that are right pass.
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { entries } from '../../lint/layers.ts';
import { borders, type Planted } from './borders.ts';
import { type Finding, lintTree } from './lint-tree.ts';

describe('the borders of src/', () => {
  let findings: Finding[] = [];
  const rejections = (file: string, line: number) =>
    findings.filter((one) => one.rule === 'no-restricted-imports' && one.file === file && one.line === line);

  beforeAll(() => {
    findings = lintTree(Object.fromEntries(borders.map((planted) => [planted.file, source(planted)])));
  });

  for (const { file, allowed, refused } of borders) {
    it.each(refused.map((target, index) => [target, index + 1] as const))(
      `src/${file} may not import %s`,
      (_, line) => {
        expect(rejections(file, line).map(({ advice }) => advice)).toContainEqual(
          expect.stringMatching(/^\w.{20,}\.$/),
        );
      },
    );

    it(`src/${file} may import what it needs`, () => {
      const wrong = allowed.filter((_, index) => rejections(file, refused.length + index + 1).length > 0);
      expect(wrong).toEqual([]);
    });
  }

  it('gives every file and folder of src/ its place', () => {
    const present = readdirSync(new URL('../../src/', import.meta.url));
    expect(present.filter((name) => name !== 'generated' && !entries.includes(name))).toEqual([]);
  });
});

/** One import to a line, the refused ones first; `type x` imports a type of x. */
function source({ refused, allowed }: Planted): string {
  const lines = [...refused, ...allowed].map((target, index) =>
    target.startsWith('type ')
      ? `import type { T${index} } from '${target.slice(5)}';`
      : `import { x${index} } from '${target}';`,
  );
  return `${lines.join('\n')}\n`;
}
