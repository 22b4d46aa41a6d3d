// The register is whole: every measure belongs to one row, docs/bench.md has a line for each and no other, and writing some rows
// leaves the others as they were.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goalText, MEASURES } from '../measures.ts';
import { readOptions } from '../options.ts';
import { ROW_IDS } from '../register.ts';
import { parsePage, printPage, withFindings } from './page.ts';

const committed = readFileSync('docs/bench.md', 'utf8');
const names = Object.values(MEASURES).map(({ name }) => name);
const run = { date: '2026-11-27', version: 'abc1234, Node 24.21.0' };

describe('the register', () => {
  it('has a measure for each row, and a row for each measure', () => {
    expect(new Set<string>(Object.values(MEASURES).map(({ row }) => row))).toEqual(new Set(ROW_IDS));
    expect(new Set(names).size).toBe(names.length);
  });

  it('has each file of rows/', () => {
    const register = readFileSync('test/bench/register.ts', 'utf8');
    const files = readdirSync('test/bench/rows');
    expect(files).toHaveLength(ROW_IDS.length);
    expect(files.filter((file) => !register.includes(`./rows/${file}'`))).toEqual([]);
  });
});

describe('docs/bench.md', () => {
  const page = parsePage(committed);

  it.each(Object.values(MEASURES))('has a line for "$name", with its goal and its row', (measure) => {
    const line = page.lines.get(measure.name) ?? '';
    expect(line).toContain(`| ${goalText(measure)} |`);
    expect(line).toContain(`| \`${measure.row}\` |`);
  });

  it('has no line for anything else', () => {
    const lines = committed.split('\n').filter((line) => /^\| .*`[\w-]+` \|/.test(line));
    expect(lines.filter((line) => !names.some((name) => line.startsWith(`| ${name} |`)))).toEqual([]);
  });

  it('has details of rows only', () => {
    expect([...page.details.keys()].filter((id) => !(ROW_IDS as readonly string[]).includes(id))).toEqual([]);
  });

  it('is as the bench prints it', () => {
    expect(printPage(page)).toBe(committed);
  });
});

describe('a page', () => {
  const figures = { tail: { value: 4, text: '4.00 x' }, workers: 'there are none' };

  it('has the lines of what was found, and whether it is as it should be', () => {
    const text = printPage(withFindings(parsePage(''), { row: 'tail', figures, details: 'More of it.' }, run));
    expect(text).toContain('| ≤ 5 x | 4.00 x | yes | `tail` | 2026-11-27, abc1234, Node 24.21.0 |');
    expect(text).toContain('| ≥ 1.7 x | there are none | - |');
    expect(text).toContain('## tail\n\nMore of it.\n');
    expect(text.match(/not measured yet/g)).toHaveLength(names.length - 2);
  });

  it('says when a figure is not as it should be, on either side', () => {
    const missed = { tail: { value: 5.1, text: '5.10 x' }, memory: { value: 2.4, text: '2.40 x' } };
    const text = printPage(withFindings(parsePage(''), { row: 'tail', figures: missed }, run));
    expect(text.match(/\*\*no\*\*/g)).toHaveLength(2);
  });

  it('leaves what was not measured again as it was', () => {
    const before = withFindings(parsePage(committed), { row: 'tail', figures }, run);
    const found = { row: 'memory', figures: { memory: { value: 3, text: '3.00 x' } }, details: '| a |' };
    const after = parsePage(printPage(withFindings(before, found, run)));
    expect(after.lines.get(MEASURES.tail.name)).toBe(before.lines.get(MEASURES.tail.name));
    expect(after.lines.get(MEASURES.memory.name)).toContain('3.00 x');
    expect(after.details.get('memory')).toBe('| a |');
    expect([...after.lines.keys()].toSorted()).toEqual(
      [...before.lines.keys(), MEASURES.memory.name].toSorted().filter(isNew),
    );
  });
});

const isNew = (name: string, index: number, all: readonly string[]) => all.indexOf(name) === index;

describe('an argument', () => {
  it('names rows that there are', () => {
    expect(readOptions(['--only', 'tail,memory', '--only', 'heap', '--quick'], ROW_IDS)).toEqual({
      only: ['tail', 'memory', 'heap'],
      quick: true,
      write: false,
    });
    expect(() => readOptions(['--only', 'tial'], ROW_IDS)).toThrow('There is no row tial');
    expect(() => readOptions(['--fast'], ROW_IDS)).toThrow('--fast');
  });
});

it('What the bench compares with is installed by exact versions', () => {
  const { dependencies } = JSON.parse(readFileSync('test/bench/package.json', 'utf8')) as { dependencies: object };
  expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  expect(existsSync('test/bench/package-lock.json')).toBe(true);
});
