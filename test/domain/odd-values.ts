// Whole records in AccessLink's words, and the same with one odd value somewhere in them.
import { type Kind, type RecordName, shapes } from '../../src/generated/accesslink.ts';

/** JSON that no property, or only some, can have. */
export const ODD_VALUES: readonly unknown[] = [
  [null, true, false, 0, -0.5, -1, 1, 58.5, 2_147_483_647, 2_147_483_648, -2_147_483_649, 4_294_967_295],
  [1e10, 1e15, 1e16, -1e16, 1e308, Number.POSITIVE_INFINITY, 1_795_665_696_735_000_000, '1795665696735000'],
  ['', ' ', 'null', 'NaN', 'Infinity', '1e400', '0x10', 'odd', 'UNKNOWN', 'a,b', '1,2,abc,1e400,,null,--3'],
  ['2026-02-30', '2026-11-22', '1800-01-01', '9999-12-31T23:59:59Z', '0001-01-01T00:00', '12026-11-22T10:00'],
  ['2026-11-22T10:00:00+99:99', '2026-11-22T10:00:00-13:00', '2026-11-22T25:61', '2026-11-22T10:00:00+02:00'],
  ['P99999999999999999W', '-PT5M', 'P1Y', 'PT', '25:61', '23:59:60', '7:5', '__proto__', 'x'.repeat(10_000)],
  [[], [null], ['odd'], [[]], [{}], [1, 2], {}, { odd: 1 }, { samples: [] }, { samples: [null, 'x', {}] }],
  [{ '23:30': 1e10, '25:00': 1, odd: 2, '23:31': 'x', '23:32': 58.5, '23:33': null, '23:34': -1 }],
].flat();

const SOUND: Readonly<Record<Extract<Kind, string>, unknown>> = {
  text: 'A',
  id: '7',
  integer: 2,
  number: 2.5,
  boolean: true,
  date: '2026-11-22',
  time: '2026-11-22T07:11:09',
  clock: '07:11:09',
  duration: 'PT1H2M',
  values: '77,null,79',
};

/** A record with a value for each of its properties. */
export function soundWire(name: RecordName): Record<string, unknown> {
  return Object.fromEntries(Object.entries<Kind>(shapes[name]).map(([property, kind]) => [property, soundValue(kind)]));
}

/** The ways to every property of a record and of its parts. */
export function waysInto(name: RecordName): string[][] {
  return Object.entries<Kind>(shapes[name]).flatMap(([property, kind]) => [
    [property],
    ...partsOf(kind).flatMap((part) => waysInto(part).map((way) => [property, ...way])),
  ]);
}

/** The record with another value at the end of a way, which leads through the first item of each list. */
export function withValue(wire: object, [property = '', ...rest]: readonly string[], value: unknown): object {
  const inner: unknown = Reflect.get(wire, property);
  if (rest.length === 0) return { ...wire, [property]: value };
  const part: unknown = Array.isArray(inner) ? inner[0] : inner;
  const changed = withValue(Object(part), rest, value);
  return { ...wire, [property]: Array.isArray(inner) ? [changed, ...inner.slice(1)] : changed };
}

function soundValue(kind: Kind): unknown {
  if (typeof kind === 'string') return SOUND[kind];
  if ('map' in kind) return { '23:30': 2, '00:10': 3 };
  if ('object' in kind) return soundWire(kind.object);
  const item = 'list' in kind ? kind.list : kind.columns;
  return [soundWire(item), soundWire(item)];
}

function partsOf(kind: Kind): RecordName[] {
  if (typeof kind === 'string' || 'map' in kind) return [];
  if ('columns' in kind) return [kind.columns];
  return ['list' in kind ? kind.list : kind.object];
}
