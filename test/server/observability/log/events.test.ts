// The events of the log and the table of docs/operating.md, from both sides; and that each event is written by something.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../../../src/server/observability/log/events.ts';
import { sourcesBelow } from '../../../architecture/sources.ts';
import { sectionOf } from '../documented.ts';

const LEVELS = ['info', 'warn', 'error', 'fatal'];

/** Name and level of each row of the table. */
function documented(): Readonly<Record<string, string>> {
  const rows = sectionOf(readFileSync('docs/operating.md', 'utf8'), 'What each log line means').matchAll(
    /^\| `([a-z-]+)` \| (\w+) \|/gm,
  );
  return Object.fromEntries([...rows].map(([, name = '', level = '']) => [name, level]));
}

describe('the events of the log', () => {
  it('are those of the documentation, with their levels', () => {
    const levels = Object.fromEntries(Object.entries(EVENTS).map(([name, { level }]) => [name, level]));
    expect(documented()).toEqual(levels);
    expect(Object.values(levels).every((level) => LEVELS.includes(level))).toBe(true);
  });

  it('have names in kebab case, and are all written somewhere', () => {
    const text = sourcesBelow('src')
      .filter(({ path }) => !path.endsWith('log/events.ts'))
      .map((source) => source.text)
      .join('\n');
    expect(Object.keys(EVENTS).filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
    expect(Object.keys(EVENTS).filter((name) => !text.includes(`'${name}'`))).toEqual([]);
  });
});
