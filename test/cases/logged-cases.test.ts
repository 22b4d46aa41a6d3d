// The oddities that must be found in the log: the program runs, and logs.
import { describe, expect, it } from 'vitest';
import { needsLog, runCase } from '../support/scripted/run-case.ts';
import { casesWith } from './instances.ts';

describe.each(casesWith(needsLog))('$name', ({ instances }) => {
  it.each(instances)('%s', async (_, instance) => {
    expect(await runCase(instance)).toEqual([]);
  });
});
