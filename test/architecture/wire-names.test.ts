// AccessLink's spelling stays where it is read: in src/accesslink, and in functions that convert from it.
import { describe, expect, it } from 'vitest';
import { shapes } from '../../src/generated/accesslink.ts';
import { type Source, sourcesBelow, withoutComments } from './sources.ts';

/** Folders of the product that know the graph's words. */
const FOLDERS = ['server', 'jobs', 'domain', 'loading', 'series'];

/** Names that only AccessLink spells like this: with underscores or hyphens. */
const wireNames = new Set(
  Object.values(shapes).flatMap((shape) => Object.keys(shape).filter((name) => /[_-]/.test(name))),
);

/** Where a name of AccessLink's is read outside a function named `…FromWire`. */
function breaches({ path, text }: Source): string[] {
  let owner = '';
  return withoutComments(text)
    .split('\n')
    .flatMap((line, index) => {
      owner = /^(?:export )?(?:async )?(?:function\*?|const) (\w+)/.exec(line)?.[1] ?? owner;
      const names = [...line.matchAll(/\.(\w+)\b|\['([\w-]+)'\]|[{,] '?([\w-]+)'?: \w+ ?[,}]/g)].map(
        (match) => match.slice(1).find(Boolean) ?? '',
      );
      const found = names.filter((name) => wireNames.has(name));
      return found.length > 0 && !owner.endsWith('FromWire')
        ? [`${path}:${index + 1} ${owner} reads ${found.join()}`]
        : [];
    });
}

describe('names of AccessLink', () => {
  it('are known', () => {
    expect(wireNames).toContain('sleep_start_time');
    expect(wireNames).toContain('registration-date');
  });

  it('stand in src/accesslink and in functions named …FromWire only', () => {
    const sources = FOLDERS.flatMap((folder) => sourcesBelow(`src/${folder}`));
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.flatMap(breaches)).toEqual([]);
  });

  it.each([
    'function startOf(wire) {\n  return wire.sleep_start_time;\n}',
    "function registered(wire) {\n  return wire['registration-date'];\n}",
  ])('would be noticed in %j', (text) => {
    expect(breaches({ path: 'src/domain/x.ts', text })).toHaveLength(1);
    expect(breaches({ path: 'src/domain/x.ts', text: text.replace(/function \w+/, 'function timeFromWire') })).toEqual(
      [],
    );
  });
});
