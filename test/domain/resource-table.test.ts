// No resource is forgotten in the table: seen from the loaders of the modules, and from the answer about coverage.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resourceTable } from '../../src/domain/resource-table.ts';
import { startGateway } from '../support/gateway.ts';

/** The resources that have days, written out by hand. */
const WITH_DAYS = [
  'ECG',
  'activity samples',
  'alertness',
  'blood oxygen',
  'body temperature',
  'cardio load',
  'circadian bedtime',
  'continuous heart rate',
  'daily activity',
  'exercises',
  'nightly recharge',
  'skin contact',
  'skin temperature',
  'sleep',
];

/** The names of the resources of some kinds, as the source of each loader declares them. */
function declared(kinds: string): string[] {
  const declaration = new RegExp(`: (?:${kinds})Resource<[^{]*\\{[^}]*?name: '([^']+)'`, 'g');
  const sources = globSync('src/domain/*/loader.ts').map((file) => readFileSync(file, 'utf8'));
  return sources.flatMap((source) => [...source.matchAll(declaration)].map(([, name = '']) => name)).toSorted();
}

describe('the table of resources', () => {
  it('has every resource that a loader declares', () => {
    const names = Object.values(resourceTable).map(({ name }) => name);
    expect(names.toSorted()).toEqual(declared('Dated|Listed|Keyed'));
    expect(new Set(names).size).toBe(names.length);
  });

  it('gives every resource with days to coverage', async () => {
    const gateway = await startGateway();
    const { data, errors } = await gateway.ask<{ viewer: { coverage: { resource: string }[] } }>(
      '{ viewer { coverage(range: { lastDays: 1 }) { resource } } }',
    );
    await gateway.close();
    expect(errors).toBeUndefined();
    expect(data.viewer.coverage.map(({ resource }) => inCapitals(resource)).toSorted()).toEqual(
      WITH_DAYS.map(inCapitals).toSorted(),
    );
    expect(declared('Dated|Listed')).toEqual(WITH_DAYS);
  });
});

/** As an enumeration of the graph would spell it. */
function inCapitals(name: string): string {
  return name.toUpperCase().replaceAll(' ', '_');
}
