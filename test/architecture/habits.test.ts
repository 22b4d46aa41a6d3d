// Plants one breach of each habit and sees the linter refuse it: a rule that is misspelt would pass in silence.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Finding, lintTree } from './lint-tree.ts';

const lines = (count: number, indent = '') => `${indent}console.log('a line');\n`.repeat(count);

const breaches: Readonly<Record<string, string>> = {
  'no-explicit-any': 'export const anything: any = 1;',
  'no-default-export': 'export default 1;',
  'no-floating-promises': "export function start(): void {\n  Promise.reject(new Error('Nobody hears it'));\n}",
  'no-misused-promises': 'export const wrong = (ready: Promise<boolean>) => (ready ? 1 : 2);',
  'no-non-null-assertion': 'export const first = (list: string[]): string => list[0]!;',
  'consistent-type-imports': "import { IsoDate } from '../calendar.ts';\nexport type Day = IsoDate;",
  'max-lines': lines(201),
  'max-lines-per-function': `export function long(): void {\n${lines(39, '  ')}}\n`,
  'max-params': 'export const add = (a: number, b: number, c: number, d: number) => a + b + c + d;',
  'no-cycle': "import type { One } from './no-cycle-back.ts';\nexport type Two = One | 2;",
  'no-restricted-properties': 'export const port = process.env.PORT;',
  'no-restricted-imports': "import { env } from 'node:process';\nexport const port = env.PORT;",
  'no-unused-vars': 'const forgotten = 1;\nexport {};',
};

const harmless: Readonly<Record<string, string>> = {
  'server/no-cycle-back.ts': "import type { Two } from './no-cycle.ts';\nexport type One = Two | 1;",
  'server/long-enough.ts': lines(200),
  'server/function.ts': `export function long(): void {\n${lines(38, '  ')}}\n`,
  'server/three.ts': 'export const add = (a: number, b: number, c: number) => a + b + c;',
  'config.ts': "import { env } from 'node:process';\nexport const ports = [env.PORT, process.env.PORT];",
  'calendar.ts': 'export type IsoDate = string;',
  'generated/graphql.ts': 'export type Maybe = any;\nexport default 1;',
};

describe('the habits', () => {
  let findings: Finding[] = [];
  const rulesIn = (file: string) => findings.filter((one) => one.file === file).map(({ rule }) => rule);

  beforeAll(() => {
    const planted = Object.entries(breaches).map(([rule, text]) => [`server/${rule}.ts`, `${text}\n`]);
    findings = lintTree({ ...Object.fromEntries(planted), ...harmless });
  });

  it.each(Object.keys(breaches))('%s is refused', (rule) => {
    expect(rulesIn(`server/${rule}.ts`)).toContain(rule);
  });

  it.each(Object.keys(harmless).filter((file) => file !== 'server/no-cycle-back.ts'))('%s passes', (file) => {
    expect(rulesIn(file)).toEqual([]);
  });
});
