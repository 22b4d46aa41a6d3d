// Whatever AccessLink puts into any property of any record: every field of the graph is null or fits its type, and the
// records around it are as they were.
import { describe, expect, it } from 'vitest';
import type { RecordName } from '../../src/generated/accesslink.ts';
import { isLong } from '../support/long.ts';
import { answerTo, kinds } from './conversions.ts';
import { ODD_VALUES, soundWire, waysInto, withValue } from './odd-values.ts';

/** Records of a kind with an odd value in each, between two whole ones. */
function spoiled(record: RecordName, way: readonly string[]): object[] {
  const whole = soundWire(record);
  const withId = (id: string) => ('id' in whole ? { ...whole, id } : whole);
  const odd = valuesFor(way).map((value, index) => withValue(withId(`odd${index}`), way, value));
  return [withId('first'), ...odd, withId('last')];
}

/** All in the long form; otherwise every third, beginning elsewhere from property to property. */
function valuesFor(way: readonly string[]): readonly unknown[] {
  const first = way.join('.').length % 3;
  return ODD_VALUES.filter((_, index) => isLong || index % 3 === first);
}

describe.each(kinds)('an odd value in a $record', ({ type, record, convert }) => {
  it.each(waysInto(record).map((way) => [way.join('.'), way] as const))('at %s harms nothing', async (_, way) => {
    const [whole = {}] = convert([soundWire(record)]);
    const models = convert(spoiled(record, way));
    const { errors, values } = await answerTo(type, models, whole ?? {});
    expect(errors).toEqual([]);
    const [expected] = (await answerTo(type, [whole], whole ?? {})).values;
    expect([values[0], values.at(-1)].map(withoutId)).toEqual([expected, expected].map(withoutId));
  });
});

function withoutId(value: unknown): object {
  return { ...Object(value), polarExerciseId: null };
}
