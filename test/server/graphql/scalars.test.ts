// The custom scalars: which text they parse and serialize, and the errors for everything else.
import { parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { scalars } from '../../../src/server/graphql/scalars.ts';

function scalar(name: string) {
  const found = scalars[name];
  if (!found) throw new Error(`There is no scalar ${name}`);
  return found;
}

const good: Readonly<Record<string, readonly string[]>> = {
  Date: ['2026-11-22', '2024-02-29', '1900-01-01', '8999-12-31'],
  YearMonth: ['2026-11', '2024-02', '1900-01'],
  LocalDateTime: ['2026-11-22T06:31', '2026-11-22T06:31:00', '2026-11-22T06:31:00.123'],
  DateTime: ['2026-11-22T06:31:00Z', '2026-11-22T06:31:00.5+02:00', '2026-11-22T06:31-11:00'],
  Duration: ['PT7H32M', 'PT6917.941S', 'P1DT2H', 'P1Y2M3W4D', 'PT0S'],
};
const bad: Readonly<Record<string, readonly unknown[]>> = {
  Date: [
    '2026-02-29',
    '2026-11-22T00:00:00Z',
    '22.11.2026',
    '2026-1-1',
    '',
    ' 2026-11-22',
    '2026-11-22\n',
    20261122,
    null,
    true,
  ],
  YearMonth: ['2026-13', '2026', '2026-11-22', '2026-1', 202611],
  LocalDateTime: ['2026-11-22T06:31:00Z', '2026-11-22', '06:31', 0],
  DateTime: ['2026-11-22T06:31:00', '2026-11-22T06:31:00+0200', '2026-11-22', 1_700_000_000],
  Duration: ['P', 'PT', '7:32', 'PT7H32', '-PT1H', 'PT1H ', 27_000],
};
const casesOf = <T>(table: Readonly<Record<string, readonly T[]>>): [string, T][] =>
  Object.entries(table).flatMap(([name, values]) => values.map((value): [string, T] => [name, value]));

describe('a scalar', () => {
  it('exists for every custom scalar of the SDL', () => {
    expect(Object.keys(scalars).sort()).toEqual(Object.keys(good).sort());
  });

  it.each(casesOf(good))('%s parses and serializes %j unchanged', (name, text) => {
    expect(scalar(name).parseValue(text)).toBe(text);
    expect(scalar(name).serialize(text)).toBe(text);
    expect(scalar(name).parseLiteral(parseValue(JSON.stringify(text)), undefined)).toBe(text);
  });

  it.each(casesOf(bad))('%s neither parses nor serializes %j', (name, value) => {
    expect(() => scalar(name).parseValue(value)).toThrow(`Cannot read a ${name}`);
    expect(() => scalar(name).serialize(value)).toThrow(TypeError);
  });

  it('quotes at most 40 characters of input that is not valid, and nothing of output', () => {
    expect(() => scalar('Date').parseValue('tomorrow')).toThrow(
      'Cannot read a Date: "tomorrow" is invalid; write it like "2026-11-22"',
    );
    expect(() => scalar('Date').parseValue('x'.repeat(10_000))).toThrow(/^.{0,120}$/s);
    expect(() => scalar('Date').parseLiteral(parseValue('20261122'), undefined)).toThrow(
      /Cannot read a Date: 20261122 is invalid/,
    );
    expect(() => scalar('Date').serialize('tomorrow')).toThrow(/^Cannot serialize a Date: the value is invalid$/);
  });
});

it('a Date may be serialized in years that are not valid as input', () => {
  expect(() => scalar('Date').parseValue('1899-12-31')).toThrow('Cannot read a Date');
  expect(() => scalar('Date').parseValue('9000-01-01')).toThrow('Cannot read a Date');
  expect(scalar('Date').serialize('1899-12-31')).toBe('1899-12-31');
  expect(scalar('Date').serialize('9000-01-01')).toBe('9000-01-01');
});
