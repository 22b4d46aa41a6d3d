// Fields that are null when AccessLink does not send a property, by docs/field-map.md: what to leave out for which field.
import { readFileSync } from 'node:fs';
import { pascal } from '../../codegen/names.ts';
import { type Kind, type RecordName, shapes } from '../../src/generated/accesslink.ts';
import { kinds, type RecordKind } from '../domain/conversions.ts';
import { waysInto } from '../domain/odd-values.ts';
import { described } from './claims.ts';

/** A field that claims to be null when something was not sent, and where that something is in a record. */
export interface Absence {
  readonly coordinate: string;
  readonly kind: RecordKind;
  readonly ways: readonly (readonly string[])[];
}

/** Conditions that say no more than that AccessLink has not sent a value. Others need a check of their own. */
const NOT_SENT =
  /null (when|where) (it was )?(not (measured|available|given|rated|sent|recorded)|unknown|none (were|was) (recorded|sent|named)|nothing was (sent|recorded|measured)|the start is unknown|not a run or not measured|the device does not measure energy sources|there is none\.|it (was not sent|sent none)|there (is no (baseline|usual level) yet|was no signal|are none))|null (without a usual level|is a gap)/;

/** Whether the only condition in a description is that a value was not sent. */
function isNotSent(text: string): boolean {
  return NOT_SENT.test(text);
}

/** Made of more than the map says: another module adds them, or a gap in a text makes them. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'Exercise.sport',
  'Exercise.day',
  'Exercise.trainingLoad',
  'CollectedExercise.sport',
  'CollectedExercise.trainingLoad',
  'SampleSeries.values',
]);

/** What is imported is converted like what is not; types and records differ. */
const imported: readonly RecordKind[] = kinds
  .filter(({ record }) => ['Exercise', 'Zones', 'Sample'].includes(record))
  .map((kind) => ({ ...kind, type: 'CollectedExercise' }));

const rows = readFieldMap(readFileSync(new URL('../../docs/field-map.md', import.meta.url), 'utf8'));

/** Every claim of a field that the map leads to from a record. */
export const absences: readonly Absence[] = described
  .filter(({ coordinate, text }) => isNotSent(text) && !ELSEWHERE.has(coordinate))
  .flatMap(({ coordinate }) => {
    const found = [...kinds, ...imported].map((kind) => ({ coordinate, kind, ways: waysTo(coordinate, kind) }));
    return found.filter(({ kind, ways }) => ways.length > 0 && isOf(kind, coordinate));
  });

/** An exercise is the parent of its own parts only, whichever kind of exercise it is. */
function isOf({ type }: RecordKind, coordinate: string): boolean {
  const [owner = ''] = coordinate.split('.');
  const isExercise = (name: string) => name === 'Exercise' || name === 'CollectedExercise';
  return !isExercise(owner) || owner === type;
}

function waysTo(coordinate: string, { record, type }: RecordKind): string[][] {
  const name = type === 'CollectedExercise' ? coordinate.replace(/^CollectedExercise/, 'Exercise') : coordinate;
  return waysInto(record).filter((way) => {
    const owner = recordAt(record, way.slice(0, -1));
    const fields = rows.get(`${owner}.${way.at(-1)}`) ?? [];
    return fields.includes(coordinate) || fields.includes(name);
  });
}

function recordAt(record: RecordName, way: readonly string[]): RecordName {
  return way.reduce<RecordName>((owner, property) => {
    const kind: Kind = Reflect.get(shapes[owner], property);
    if (typeof kind === 'string' || 'map' in kind) return owner;
    if ('columns' in kind) return kind.columns;
    return 'list' in kind ? kind.list : kind.object;
  }, record);
}

/** The fields of each property, by `Record.property`. */
function readFieldMap(markdown: string): Map<string, string[]> {
  return new Map(
    markdown
      .split(/^## /m)
      .slice(1)
      .flatMap((section) => {
        const owner = pascal(section.slice(0, section.indexOf('\n')));
        return [...section.matchAll(/^\| (\S+) \| (.+) \|$/gm)].map(([, property = '', fields = '']) => {
          const [list = '', item] = property.split('[].');
          const key = item === undefined ? `${owner}.${property}` : `${owner}${pascal(list)}.${item}`;
          return [key, fields.split(', ')] as const;
        });
      }),
  );
}
