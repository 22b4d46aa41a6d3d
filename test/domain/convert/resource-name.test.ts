// The names of resources as values of the graph's enumeration.
import { readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import { expect, it } from 'vitest';
import { resourceValue } from '../../../src/domain/convert/resource-name.ts';
import { resourceTable } from '../../../src/domain/resource-table.ts';

const { definitions } = parse(readFileSync(new URL('../../../schema/limits.graphql', import.meta.url), 'utf8'));
const values = definitions.flatMap((definition) =>
  definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'Resource'
    ? (definition.values ?? []).map(({ name }) => name.value)
    : [],
);

it('gives each resource that has days a value of Resource, which has no other value but UNKNOWN', () => {
  const withDays = Object.values(resourceTable).filter(({ kind }) => kind !== 'keyed');
  const used: string[] = withDays.map(({ name }) => resourceValue(name));
  expect([...used, 'UNKNOWN'].toSorted()).toEqual(values.toSorted());
});
