// The values in answers by the field of the graph that they are of.
import { isObject } from './is-object.ts';

/** A list in an answer, of objects with times. */
export interface AnsweredList {
  readonly coordinate: string;
  readonly items: readonly object[];
}

export interface AnsweredValues {
  /** By `Type.field`, and by `Type.field>part` for the parts of a series. */
  readonly values: ReadonlyMap<string, readonly unknown[]>;
  readonly lists: readonly AnsweredList[];
  /** The fields that have an object, or a list of objects. */
  readonly present: ReadonlySet<string>;
}

/** The values in answers in which every object has its `__typename`. */
export function valuesIn(answers: readonly unknown[]): AnsweredValues {
  const values = new Map<string, unknown[]>();
  const lists: AnsweredList[] = [];
  const present = new Set<string>();
  const put = (coordinate: string, value: unknown) => {
    const known = values.get(coordinate) ?? [];
    known.push(value);
    values.set(coordinate, known);
  };
  const walk = (value: unknown, parent: string) => {
    if (Array.isArray(value)) {
      const items = value.filter(isObject);
      if (items.length > 1) lists.push({ coordinate: parent, items });
      for (const item of value) walk(item, parent);
      return;
    }
    if (!isObject(value)) return;
    const typeName = Reflect.get(value, '__typename');
    for (const [field, part] of Object.entries(value)) {
      const coordinate = `${typeName}.${field}`;
      for (const leaf of [part].flat()) {
        if (isObject(leaf)) {
          present.add(coordinate);
          continue;
        }
        put(coordinate, leaf);
        put(`${parent}>${field}`, leaf);
      }
      walk(part, coordinate);
    }
  };
  for (const answer of answers) walk(answer, '');
  return { values, lists, present };
}
