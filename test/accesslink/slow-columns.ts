// The columns of documented samples, the slow way: one list for each property. And records with lists in their place.
import { type Kind, type RecordName, shapes } from '../../src/generated/accesslink.ts';
import { secondsOfDuration } from '../../src/duration.ts';
import { valuesIn } from '../../src/accesslink/wire-values.ts';
import { type Column, columnOfValues, nullableOf, numbersOf } from '../../src/series/column.ts';

const CLOCK_BASE = 1e15;

/** The columns of samples that are sent as documented, or as they are decoded into records. */
export function columnsOfSamples(name: RecordName, samples: readonly object[]): Record<string, Column> {
  return Object.fromEntries(
    Object.entries<Kind>(shapes[name]).map(([property, kind]) => [
      property,
      columnOfValues(samples.map((sample) => numberOf(kind, Reflect.get(sample, property)))),
    ]),
  );
}

function numberOf(kind: Kind, value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  if (kind === 'duration') return secondsOfDuration(value);
  const clock = /^(\d+):(\d+)(?::(\d+(?:\.\d+)?))?$/.exec(value);
  if (clock) {
    const ofDay = ((Number(clock[1]) * 60 + Number(clock[2])) * 60 + Number(clock[3] ?? 0)) * 1000;
    return kind === 'clock' ? ofDay : CLOCK_BASE + ofDay;
  }
  const [, date, hour, minute, second = '0'] = /^(\S{10})T(\d+):(\d+)(?::([\d.]+))?/.exec(value) ?? [];
  return date === undefined
    ? null
    : Date.parse(date) + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
}

/** A record as it is sent, with columns in the place of its samples and values. */
export function withColumnsOf(name: RecordName, wire: object): object {
  return Object.fromEntries(
    Object.entries(wire).map(([property, value]) => {
      const kind: Kind =
        Reflect.get(shapes[name], property.replaceAll(/[-_]/g, '_')) ?? Reflect.get(shapes[name], property) ?? 'text';
      return [property, value === null ? null : valueWithColumns(kind, value)];
    }),
  );
}

function valueWithColumns(kind: Kind, value: unknown): unknown {
  if (kind === 'values') return columnOfValues(valuesIn(String(value)));
  if (typeof kind === 'string' || 'map' in kind) return value;
  if ('object' in kind) return withColumnsOf(kind.object, Object(value));
  const items = value as readonly object[];
  return 'list' in kind ? items.map((item) => withColumnsOf(kind.list, item)) : columnsOfSamples(kind.columns, items);
}

/** The values of a column, null where one is missing. */
export function valuesOf(column: Column | null | undefined): (number | null)[] | null {
  return column ? nullableOf(numbersOf(column)) : null;
}
