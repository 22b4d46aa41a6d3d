// Time and chance come from the clock that a caller passes (src/clock.ts). What would read them elsewhere is banned here.
import type { OxlintOverride } from 'oxlint';

const WHY = 'Time and chance come from the Clock that is passed in: a test lets a week pass without waiting.';

/** The clock itself, the program that passes it on, and the simulator, which is another server. */
const EXEMPT = ['program.ts', 'system-clock.ts', 'simulator'];

const PROPERTIES = [
  ['Date', 'now'],
  ['Math', 'random'],
  ['performance', 'now'],
  ['AbortSignal', 'timeout'],
] as const;
const GLOBALS = ['setTimeout', 'setInterval', 'setImmediate'];
const MODULES = ['node:timers', 'node:timers/promises', 'node:perf_hooks'];

/** The environment is read in config.ts only, time and chance are read in the clock only. */
export function ambientOverrides(): OxlintOverride[] {
  const environment = { object: 'process', property: 'env', message: 'The environment is read in src/config.ts only.' };
  const time = PROPERTIES.map(([object, property]) => ({ object, property, message: WHY }));
  const globals = GLOBALS.map((name) => ({ name, message: WHY }));
  return [
    {
      files: ['src/**'],
      rules: {
        'no-restricted-properties': ['error', environment, ...time],
        'no-restricted-globals': ['error', ...globals],
      },
    },
    { files: ['src/config.ts', 'src/main.ts'], rules: { 'no-restricted-properties': ['error', ...time] } },
    {
      files: ['src/program.ts', 'src/system-clock.ts', 'src/simulator/**'],
      rules: { 'no-restricted-properties': ['error', environment], 'no-restricted-globals': 'off' },
    },
  ];
}

/** Modules with timers of their own, closed to an entry of src/. */
export function timerBans(importer: string): { readonly name: string; readonly message: string }[] {
  return EXEMPT.includes(importer) ? [] : MODULES.map((name) => ({ name, message: WHY }));
}
