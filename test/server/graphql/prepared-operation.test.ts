// What an operation needs, found out once for a document and the conditions in it.
import { buildSchema, type DocumentNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createPreparation, type ExecutedOperation } from '../../../src/server/graphql/prepared-operation.ts';
import { readTypeDefs } from '../../../src/server/graphql/type-defs.ts';

const schema = buildSchema(readTypeDefs().join('\n'));
const prepare = createPreparation(schema);
const flagsOf = (executed: ExecutedOperation) => prepare(executed).flags['exercises'];

describe('a prepared operation', () => {
  it('has the flags and the parts of nights that its fields need', () => {
    const document = parse(`{ viewer {
      exercises { nodes { route { points { latitude } } samples { values } } }
      day(date: "2026-11-22") { activity { samples { zones { time } } } night { recharge { status } } }
    } }`);
    expect(prepare({ document })).toMatchObject({
      flags: {
        'daily activity': ['activity_zones'],
        'recent daily activity': ['activity_zones'],
        exercises: ['samples', 'route'],
      },
      nightParts: ['recharge'],
    });
  });

  it('is of one operation of the document, the named one or the only one; nothing when that is none or several', () => {
    const document = parse(`query A { viewer { exercises { nodes { route { points { latitude } } } } } }
      query B { viewer { exercises { nodes { heartRateZones { index } } } } }`);
    expect(flagsOf({ document, operationName: 'A' })).toEqual(['route']);
    expect(flagsOf({ document, operationName: 'B' })).toEqual(['zones']);
    const only = parse('{ viewer { exercises { nodes { heartRateZones { index } } } } }');
    for (const operationName of [undefined, null])
      expect(flagsOf({ document: only, operationName })).toEqual(['zones']);
    for (const operationName of [undefined, null, '', 'C'])
      expect(prepare({ document, operationName })).toMatchObject({ flags: {}, nightParts: [] });
    expect(prepare({ document: parse('fragment F on User { id }') })).toMatchObject({ flags: {}, nightParts: [] });
  });

  it('obeys the variables of its conditions, and their defaults', () => {
    const document = parse(`query ($yes: Boolean = true, $given: Boolean!) { viewer { exercises { nodes {
      route @include(if: $yes) { points { latitude } } heartRateZones @skip(if: $given) { index }
    } } } }`);
    expect(flagsOf({ document, variableValues: { given: true } })).toEqual(['route']);
    expect(flagsOf({ document, variableValues: { given: false } })).toEqual(['zones', 'route']);
    expect(flagsOf({ document, variableValues: { given: true, yes: false } })).toEqual([]);
  });

  it('obeys conditions on and inside of fragments', () => {
    const document =
      parse(`query ($a: Boolean!, $b: Boolean!) { viewer { exercises { nodes { ...F @include(if: $a) } } } }
      fragment F on Exercise { route @include(if: $b) { points { latitude } } heartRateZones { index } }`);
    const flags = (a: boolean, b: boolean) => flagsOf({ document, variableValues: { a, b } });
    expect([flags(true, true), flags(true, false), flags(false, true)]).toEqual([['zones', 'route'], ['zones'], []]);
  });
});

describe('what is prepared', () => {
  const document = parse(
    'query Q($a: Boolean!, $n: Int) { viewer { id @include(if: $a) exercises(last: $n) { nodes { id } } } }',
  );
  const withVariables = (variableValues: Readonly<Record<string, unknown>>, of: DocumentNode = document) =>
    prepare({ document: of, variableValues });

  it('is prepared once for a document and the variables that its directives look at', () => {
    const first = withVariables({ a: true, n: 1 });
    expect(withVariables({ a: true, n: 2, other: true })).toBe(first);
    expect(withVariables({ a: false })).not.toBe(first);
    expect(withVariables({ a: true }, parse('query Q($a: Boolean!) { viewer { id @include(if: $a) } }'))).not.toBe(
      first,
    );
  });

  it('is not spoilt by a variable that is no boolean: it counts as not given', () => {
    const conditional = parse(`query ($yes: Boolean = true) { viewer { exercises { nodes {
      route @include(if: $yes) { points { latitude } }
    } } } }`);
    expect(withVariables({ yes: null }, conditional)).toBe(withVariables({}, conditional));
    expect(withVariables({}, conditional).flags['exercises']).toEqual(['route']);
  });

  it('is bounded: after many sets of values the first is prepared again, and right', () => {
    const names = Array.from({ length: 8 }, (_, index) => `b${index}`);
    const fields = names.map((name) => `f${name}: route @include(if: $${name}) { points { latitude } }`).join(' ');
    const many = parse(
      `query Q(${names.map((name) => `$${name}: Boolean!`).join()}) { viewer { exercises { nodes { ${fields} } } } }`,
    );
    const valuesOf = (bits: number) => Object.fromEntries(names.map((name, bit) => [name, (bits & (1 << bit)) > 0]));
    const first = withVariables(valuesOf(0), many);
    for (let bits = 1; bits < 256; bits += 1) {
      expect(withVariables(valuesOf(bits), many).flags['exercises']).toEqual(['route']);
    }
    const again = withVariables(valuesOf(0), many);
    expect(again).not.toBe(first);
    expect([again.flags, again.nightParts]).toEqual([first.flags, first.nightParts]);
    expect(again.flags['exercises']).toEqual([]);
  });
});
