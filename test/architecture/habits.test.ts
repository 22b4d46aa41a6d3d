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
  'no-restricted-globals': 'export const later = (task: () => void) => setTimeout(task, 1);',
  'no-unused-vars': 'const forgotten = 1;\nexport {};',
};

const harmless: Readonly<Record<string, string>> = {
  'server/no-cycle-back.ts': "import type { Two } from './no-cycle.ts';\nexport type One = Two | 1;",
  'server/long-enough.ts': lines(200),
  'server/function.ts': `export function long(): void {\n${lines(38, '  ')}}\n`,
  'server/three.ts': 'export const add = (a: number, b: number, c: number) => a + b + c;',
  'config.ts': "import { env } from 'node:process';\nexport const ports = [env.PORT, process.env.PORT];",
  'system-clock.ts': 'export const now = () => Date.now() + performance.now();\nsetTimeout(now, 1).unref();',
  'simulator/late.ts':
    "import { setTimeout } from 'node:timers/promises';\nexport const late = () => setTimeout(Math.random());",
  'calendar.ts': 'export type IsoDate = string;',
  'generated/graphql.ts': 'export type Maybe = any;\nexport default 1;',
};

/** Time and chance that do not come from the clock that a caller passes, in each folder. */
const sources = {
  'Date.now': 'export const now = () => Date.now();',
  'a performance clock': 'export const now = () => performance.now();',
  chance: 'export const chance = () => Math.random();',
  'a time limit': 'export const limit = () => AbortSignal.timeout(1);',
  'a timer': 'export const wait = (task: () => void) => setTimeout(task, 1);',
  'an interval': 'export const often = (task: () => void) => setInterval(task, 1);',
  'the timers of Node': "import { setTimeout } from 'node:timers/promises';\nexport const wait = () => setTimeout(1);",
};
const ambient = Object.fromEntries(
  ['server', 'jobs', 'domain', 'loading', 'accesslink', 'store', 'series'].flatMap((folder) =>
    Object.entries(sources).map(([name, text]) => [`${folder}/${name.replaceAll(' ', '-')}.ts`, text]),
  ),
);

describe('the habits', () => {
  let findings: Finding[] = [];
  const rulesIn = (file: string) => findings.filter((one) => one.file === file).map(({ rule }) => rule);

  beforeAll(() => {
    const planted = Object.entries(breaches).map(([rule, text]) => [`server/${rule}.ts`, `${text}\n`]);
    findings = lintTree({ ...Object.fromEntries(planted), ...ambient, ...harmless });
  });

  it.each(Object.keys(ambient))('ambient time is refused: %s', (file) => {
    expect(new Set(rulesIn(file)).size).toBe(1);
  });

  it.each(Object.keys(breaches))('%s is refused', (rule) => {
    expect(rulesIn(`server/${rule}.ts`)).toContain(rule);
  });

  it.each(Object.keys(harmless).filter((file) => file !== 'server/no-cycle-back.ts'))('%s passes', (file) => {
    expect(rulesIn(file)).toEqual([]);
  });
});
