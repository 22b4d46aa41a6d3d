// "null when not measured" and its like: the field is null exactly when AccessLink has not sent what it is made of.
import { expect, it } from 'vitest';
import { answerTo } from '../domain/conversions.ts';
import { soundWire, withValue } from '../domain/odd-values.ts';
import { type Absence, absences } from './absence.ts';
import { valuesIn } from './answers.ts';

/** The values of the field that a claim is about, in the answer to one record of its kind. */
async function valuesOf({ coordinate, kind }: Absence, wire: object): Promise<readonly unknown[]> {
  const [whole = {}] = kind.convert([soundWire(kind.record)]);
  const { values, errors } = await answerTo(kind.type, kind.convert([wire]), whole ?? {});
  expect(errors).toEqual([]);
  const { values: byField, present } = valuesIn(values);
  const found = byField.get(coordinate) ?? [];
  return present.has(coordinate) ? [...found, 'an object'] : found;
}

it.each(absences.map((absence) => [absence.coordinate, absence.kind.record, absence] as const))(
  '%s is null when a %s does not have it, and only then',
  async (_, record, absence) => {
    const whole = soundWire(record);
    const sent = await valuesOf(absence, whole);
    expect([sent.length > 0, sent.includes(null)]).toEqual([true, false]);
    const without = absence.ways.reduce((wire, way) => withValue(wire, way, null), whole as object);
    const left = await valuesOf(absence, without);
    expect(left.length === 0 || left.includes(null)).toBe(true);
  },
);

it('is claimed by many fields', () => expect(absences.length).toBeGreaterThan(90));
