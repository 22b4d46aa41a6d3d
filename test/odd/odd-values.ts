// Values that no property of AccessLink's should have, and sooner or later one has: as JSON, since not all are values of ours.

export interface OddValue {
  readonly name: string;
  /** The text in the body; null: the property is not sent. Made of the good value where it matters. */
  readonly json: (good: unknown) => string | null;
}

const TEXTS = [
  '',
  ' ',
  'null',
  'NaN',
  'Infinity',
  '58.5',
  '1e999',
  '-1',
  'SOMETHING_NEW',
  'very-high',
  '__proto__',
  'constructor',
  '0,1,,NaN,1e999,x,null',
  '😀',
  '\ud800',
  '\u0000',
  'a\n\u001b[31mb',
  '9999-99-99',
  '2026-02-30',
  '2026-08-01',
  '0000-01-01',
  '-000001-01-01T00:00',
  '+275761-01-01T00:00:00Z',
  '2026-11-20T25:61',
  '2026-08-01T24:00:00',
  '2026-11-20T06:00:00+99:99',
  '2026-08-01T06:00:00-23:59',
  '24:00',
  '25:61:61',
  'PT',
  '-PT5S',
  'P1Y',
  'PT1e999S',
  'PT999999999999999999H',
];

const NUMBERS = [
  '-1',
  '0',
  '-0',
  '1',
  '0.1',
  '58.5',
  '86400',
  '100000',
  '-100000',
  '2147483647',
  '2147483648',
  '-2147483649',
  '4294967295',
  '9007199254740993',
  '1795665696735000000',
  '9223372036854775808',
  '1e10',
  '1e308',
  '-1e308',
  '1e999',
  '-1e999',
];

const OTHERS = [
  'null',
  'true',
  'false',
  '{}',
  '[]',
  '[[]]',
  '[null]',
  '[[[1]]]',
  '[1,"a",{}]',
  '{"samples":[null,{}]}',
  '{"value":1}',
  '{"__proto__":{"polluted":true},"constructor":{"prototype":null}}',
];

/** Longer than a line of a report. */
const LONG: Readonly<Record<string, string>> = {
  '1000 nulls': JSON.stringify(Array.from({ length: 1000 }, () => null)),
  '20,000 letters': JSON.stringify('x'.repeat(20_000)),
  '500 lists within each other': `${'['.repeat(500)}${']'.repeat(500)}`,
};

const OF_THE_GOOD_VALUE: readonly OddValue[] = [
  { name: 'absent', json: () => null },
  { name: 'in lower case', json: (good) => JSON.stringify(String(good).toLowerCase()) },
  { name: 'as a text', json: (good) => JSON.stringify(JSON.stringify(good) ?? '') },
  { name: 'in a list', json: (good) => JSON.stringify([good ?? null, good ?? null]) },
];

/** Every odd value; all have different names. */
export const oddValues: readonly OddValue[] = [
  ...[...TEXTS.map((text) => JSON.stringify(text)), ...NUMBERS, ...OTHERS].map((json) => ({
    name: json,
    json: () => json,
  })),
  ...Object.entries(LONG).map(([name, json]) => ({ name, json: () => json })),
  ...OF_THE_GOOD_VALUE,
];

/** The odd values that can be the key of a map. */
export const oddKeys: readonly OddValue[] = TEXTS.map((text) => ({
  name: JSON.stringify(text),
  json: () => JSON.stringify(text),
}));
