// docs/field-map.md is complete and true: every property of a person's data has a field, every field that it names exists.
import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

type Tree = Readonly<Record<string, unknown>>;

const documents = readdirSync(new URL('docs/accesslink', root))
  .filter((name) => name.endsWith('.yaml'))
  .map((name): Tree => parse(read(`docs/accesslink/${name}`)));
const paths: Tree = Object.assign({}, ...documents.map((document) => document['paths']));
const schemas: Tree = Object.assign({}, ...documents.map((document) => inside(document, 'components', 'schemas')));
const map = readMap(read('docs/field-map.md'));

it('names every property of every schema that reading a person’s data can answer with', () => {
  const missing = [...answered()].flatMap((name) => {
    const mapped = map.get(name)?.map(([property]) => property) ?? [];
    return propertiesOf(schemas[name])
      .filter((property) => !mapped.includes(property))
      .map((property) => `${name}.${property}`);
  });
  expect(answered()).toContain('alertness-hourly-data');
  expect(missing).toEqual([]);
});

it('names no property that is not documented', () => {
  const strange = [...map].flatMap(([name, rows]) =>
    rows
      .filter(([property]) => !propertiesOf(schemas[name]).includes(property))
      .map(([property]) => `${name}.${property}`),
  );
  expect(strange).toEqual([]);
});

it('names fields of the graph only', () => {
  const types = buildSchema(
    readdirSync(new URL('schema', root))
      .map((name) => read(`schema/${name}`))
      .join('\n'),
  );
  const named = [...map.values()].flat().flatMap(([, fields]) => fields.split(', '));
  const strange = named.filter((coordinate) => {
    const [typeName = '', field = ''] = coordinate.split('.');
    const type = types.getType(typeName);
    return !(isObjectType(type) || isInterfaceType(type)) || !(field in type.getFields());
  });
  expect(strange).toEqual([]);
});

/** Rows `| property | Type.field, … |` by the heading above them. */
function readMap(markdown: string): Map<string, [property: string, fields: string][]> {
  const sections = markdown.split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const rows = [...section.matchAll(/^\| (\S+) \| (\w+\.\w+(?:, \w+\.\w+)*) \|$/gm)];
      return [
        section.slice(0, section.indexOf('\n')),
        rows.map(([, property = '', fields = '']) => [property, fields]),
      ];
    }),
  );
}

/** Schemas with properties in the answers of every GET with a person's token. */
function answered(): Set<string> {
  const reads = Object.entries(paths).filter(
    ([, operations]) => !JSON.stringify(inside(operations, 'get', 'security') ?? '').includes('clientCredentials'),
  );
  const found = new Set<string>();
  for (const [, operations] of reads) {
    collect(inside(operations, 'get', 'responses', '200', 'content', 'application/json', 'schema'), found);
  }
  return found;
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const reference = inside(value, '$ref');
  const name = typeof reference === 'string' ? (reference.split('/').at(-1) ?? '') : '';
  if (name !== '' && !found.has(name)) {
    found.add(name);
    collect(schemas[name], found);
  }
  for (const part of Object.values(value)) collect(part, found);
}

/** Names of properties; those of objects in a list that have no schema of their own as `list[].name`. */
function propertiesOf(schema: unknown): string[] {
  return Object.entries(inside(schema, 'properties') ?? {}).flatMap(([name, property]) => [
    name,
    ...Object.keys(inside(property, 'items', 'properties') ?? {}).map((inner) => `${name}[].${inner}`),
  ]);
}

function inside(value: unknown, ...way: readonly string[]): object | string | undefined {
  const found = way.reduce<unknown>((at, key) => (isTree(at) ? at[key] : undefined), value);
  return typeof found === 'string' || isTree(found) ? found : undefined;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}
