// What people who build on AccessLink really met: each oddity, and others of its kind, asked of the gateway.
import { describe, expect, it } from 'vitest';
import { needsLog, runCase } from '../support/scripted/run-case.ts';
import { casesWith } from './instances.ts';

describe.each(casesWith((instance) => !needsLog(instance)))('$name', ({ instances }) => {
  it.each(instances)('%s', async (_, instance) => {
    expect(await runCase(instance)).toEqual([]);
  });
});
