// The arguments of the program that stand for a variable.
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

describe('the configuration', () => {
  it.each([[['--workers', '2']], [['--workers=2']], [['--other', '--workers', '2', 'more']]])(
    'takes how many workers there are from the arguments %j, before the environment',
    (args) => {
      expect(readConfig({ WORKERS: '4' }, args).workers).toBe(2);
    },
  );

  it.each([[['--workers', 'many']], [['--workers']], [['--workers', '0']]])('rejects the arguments %j', (args) => {
    expect(() => readConfig({}, args)).toThrow(
      /^Cannot start: WORKERS is "\w+", which is no whole number from 1 to 64$/,
    );
  });
});
