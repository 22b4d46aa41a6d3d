// Every property of a record, nested ones too, as a place in the body that holds it.
import { type Kind, type RecordName, shapes } from '../../src/generated/accesslink.ts';

export type Path = readonly (string | number)[];

export interface Place {
  /** Such as `Sleep.hypnogram (key)`. */
  readonly name: string;
  readonly path: Path;
  /** The key itself is odd, and not what is under it. */
  readonly isKey: boolean;
  /** The innermost item of a list or a map that holds it, and with which it may go; null when there are no others. */
  readonly item: Path | null;
}

type Json = Readonly<Record<string, unknown>>;

/** The record in a body that is made odd: the longest, which has the most properties, of a list; or the body itself. */
export function recordIn(body: unknown, record: RecordName): Located | null {
  if (Array.isArray(body)) return inList(body, []);
  if (!isObject(body)) return null;
  const isRecord = Object.keys(shapes[record]).some((property) => keyOf(body, property) in body);
  if (isRecord) return { path: [], item: null };
  const [name, list] = Object.entries(body).find(([, value]) => Array.isArray(value)) ?? [];
  return name === undefined ? null : inList(list as readonly unknown[], [name]);
}

export type Located = Pick<Place, 'path' | 'item'>;

function inList(list: readonly unknown[], path: Path): Located | null {
  const lengths = list.map((item) => JSON.stringify(item).length);
  const index = lengths.indexOf(Math.max(...lengths));
  const found = [...path, index];
  return index === -1 ? null : { path: found, item: list.length > 1 ? found : null };
}

/** The record itself, and every property below it; of lists and maps one item stands for all. */
export function placesOf(record: RecordName, value: unknown, { path, item }: Located): Place[] {
  const whole = { name: record, path, isKey: false, item };
  if (!isObject(value)) return [whole];
  return [whole, ...Object.entries(shapes[record]).flatMap((entry) => placesOfProperty(entry, value, whole))];
}

function placesOfProperty([property, kind]: [string, Kind], value: Json, parent: Place): Place[] {
  const key = keyOf(value, property);
  const place = { ...parent, name: `${parent.name}.${property}`, path: [...parent.path, key] };
  return [place, ...placesBelow(kind, value[key], place)];
}

function placesBelow(kind: Kind, inner: unknown, place: Place): Place[] {
  const { name, path } = place;
  if (isMap(kind)) {
    const key = isObject(inner) ? Object.keys(inner).at(1) : undefined;
    if (key === undefined) return [];
    const entry = { name: `${name} (value)`, path: [...path, key], item: [...path, key], isKey: false };
    return [entry, { ...entry, name: `${name} (key)`, isKey: true }];
  }
  if (typeof kind !== 'object') return [];
  if ('object' in kind) return isObject(inner) ? placesOf(kind.object, inner, place) : [];
  const [list, listPath] = isObject(inner) ? [inner['samples'], [...path, 'samples']] : [inner, path];
  const located = Array.isArray(list) ? inList(list, listPath) : null;
  const itemName = 'list' in kind ? kind.list : kind.columns;
  return located ? placesOf(itemName, valueAt(inner, located.path.slice(path.length)), located) : [];
}

/** Whether a property is an object whose keys are clock times. */
function isMap(kind: Kind): kind is Extract<Kind, { map: unknown }> {
  return typeof kind === 'object' && 'map' in kind;
}

/** The key of a property, in the spelling that is there. */
function keyOf(value: Json, property: string): string {
  const spellings = ['_', '-', ''].map((separator) => property.replaceAll(/[-_]/g, separator));
  return [property, ...spellings].find((spelling) => Object.hasOwn(value, spelling)) ?? property;
}

export function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value === null ? undefined : Reflect.get(Object(value), key)), body);
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
