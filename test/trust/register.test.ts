// The register is whole: every threat has what shows it, every bar is measured and belongs to a threat, and the page has all.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourcesBelow } from '../architecture/sources.ts';
import { BARS } from './bars.ts';
import { ONCE_NOT_HELD, THREATS } from './register.ts';

const rows = [...THREATS, ...ONCE_NOT_HELD];
const ids = Object.keys(BARS);
const page = readFileSync('docs/trust.md', 'utf8');
const measuredIn = sourcesBelow('test/trust').flatMap(({ text }) =>
  [...text.matchAll(/\bbar\('([\w-]+)'/g)].map(([, id]) => id),
);

describe('the register', () => {
  it('has the threats, and the twelve numbers of what version 0.1.0 did not hold', () => {
    expect(THREATS.length).toBeGreaterThanOrEqual(17);
    expect(ONCE_NOT_HELD).toHaveLength(12);
  });

  it.each(rows)('has a bar or a test that shows how "$subject" is met', ({ bars, tests }) => {
    expect(bars.length + tests.length).toBeGreaterThan(0);
    expect(tests.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('names no bar that is not measured, and measures none twice', () => {
    expect(measuredIn).toHaveLength(ids.length);
    expect(new Set(measuredIn)).toEqual(new Set(ids));
  });

  it('names every bar in a row', () => {
    const named: ReadonlySet<string> = new Set(rows.flatMap(({ bars }) => bars));
    expect(ids.filter((id) => !named.has(id))).toEqual([]);
  });
});

describe('docs/trust.md', () => {
  it.each(rows)('has the row "$subject"', ({ subject }) => {
    expect(page).toContain(`| ${subject} |`);
  });

  it.each(Object.values(BARS))('has the bar "$statement"', ({ statement }) => {
    expect(page).toContain(statement);
  });
});
