// What descriptions claim about values is true of all values in answers: bounds, units, order, and when nothing is null.
import { beforeAll, describe, expect, it } from 'vitest';
import { type AnsweredList, type AnsweredValues, valuesIn } from './answers.ts';
import { type Bounds, boundsIn, described, hasOrder, isListed, speaksOfNull, unitIn, units } from './claims.ts';
import { conditions } from './conditions.ts';
import { answersOfCases, simulatedAnswers } from './worlds.ts';

/** Far above what it takes, also on a busy machine. */
const LONG_MS = 240_000;

let simulated: AnsweredValues;
let odd: AnsweredValues;
beforeAll(async () => {
  const answers = await simulatedAnswers();
  simulated = valuesIn(answers.answers);
  odd = valuesIn((await answersOfCases()).answers);
}, LONG_MS);

const textOf = new Map(described.map(({ coordinate, text }) => [coordinate, text]));
const ofConditions = new Set(conditions.flatMap(({ of }) => of));
const numeric = described.filter(({ isNumeric }) => isNumeric);
/** Series have the unit of the field that they are of. */
const series = described.filter(({ type }) => /Columns|SeriesStatistics|Sample!\]$/.test(type.replace(/!$/, '')));
const PARTS = ['values', 'value', 'minimum', 'maximum', 'mean', 'beatsPerMinute'];

const numbersAt = (coordinate: string): number[] =>
  [simulated, odd].flatMap(({ values }) => (values.get(coordinate) ?? []).filter((one) => typeof one === 'number'));
const outside = (numbers: readonly number[], { min, max }: Bounds) => numbers.filter((one) => one < min || one > max);

describe('bounds in a description', () => {
  const claims = numeric.flatMap(({ coordinate, text }) => {
    const bounds = boundsIn(text);
    return bounds ? [[coordinate, bounds] as const] : [];
  });

  it.each(claims)('of %s hold for every value', (coordinate, bounds) => {
    const numbers = numbersAt(coordinate);
    expect([numbers.length > 0, outside(numbers, bounds)]).toEqual([true, []]);
  });

  it('are those of many fields', () => expect(claims.length).toBeGreaterThan(12));
});

describe('a unit in a description', () => {
  const claims = numeric.flatMap(({ coordinate, text }) => {
    const unit = unitIn(text);
    return unit ? [[coordinate, unit] as const] : [];
  });

  it.each(claims)('of %s is the unit of every value', (coordinate, unit) => {
    const numbers = numbersAt(coordinate);
    expect([numbers.length > 0, outside(numbers, unit)]).toEqual([true, []]);
  });

  it('is in the name of the field where names have it, and each name with a unit is described with it', () => {
    const wrong = numeric.filter(({ coordinate, text }) => {
      const suffixed = units.find(({ suffix }) => suffix !== null && coordinate.endsWith(suffix));
      const unit = unitIn(text);
      return suffixed ? suffixed !== unit : unit !== undefined && unit.suffix !== null && !isTyped(coordinate);
    });
    expect(wrong.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it.each(
    series.flatMap(({ coordinate, text }) => {
      const unit = unitIn(text);
      return unit ? [[coordinate, unit] as const] : [];
    }),
  )('of the series %s is the unit of its values', (coordinate, unit) => {
    const numbers = PARTS.flatMap((part) => numbersAt(`${coordinate}>${part}`));
    expect([numbers.length > 0, outside(numbers, unit)]).toEqual([true, []]);
  });
});

describe('the order in a description', () => {
  it('is that of every list', () => {
    const lists = [...simulated.lists, ...odd.lists].filter(({ coordinate }) => hasOrder(orderTextOf(coordinate)));
    const seen = new Set(lists.map(({ coordinate }) => coordinate.replace(/Connection\.nodes$/, 'Connection')));
    const ordered = described.filter((one) => hasOrder(one.text) && isListed(one) && !one.type.endsWith('Connection!'));
    expect(
      ordered.map(({ coordinate }) => coordinate).filter((one) => !seen.has(one) && !ofConditions.has(one)),
    ).toEqual([]);
    expect(lists.filter((list) => !isInOrder(list)).map(({ coordinate }) => coordinate)).toEqual([]);
  });
});

describe('a field that is null in an answer of the simulator', () => {
  it('says so in its description, or in that of its type', () => {
    const nulls = [...simulated.values].filter(
      ([coordinate, values]) => textOf.has(coordinate) && values.includes(null),
    );
    const silent = nulls.filter(([coordinate]) => {
      const [typeName = ''] = coordinate.split('.');
      return !speaksOfNull(textOf.get(coordinate) ?? '') && !speaksOfNull(textOf.get(typeName) ?? '');
    });
    expect(silent.map(([coordinate]) => coordinate)).toEqual([]);
    expect(nulls.length).toBeGreaterThan(20);
  });
});

/** Fields whose unit is in their type: the values of one series, whose field says the unit. */
function isTyped(coordinate: string): boolean {
  return /offsetSeconds|intervalMs/.test(coordinate);
}

/** Connections say in their type how they are sorted. */
function orderTextOf(coordinate: string): string {
  const [typeName = '', field] = coordinate.split('.');
  return (field === 'nodes' ? textOf.get(typeName) : textOf.get(coordinate)) ?? '';
}

const TIMES = ['offsetSeconds', 'time', 'timeLocal', 'startTime', 'startTimeLocal', 'testTime', 'sleepDate', 'date'];

function isInOrder({ items }: AnsweredList): boolean {
  const times = items.map((item) => {
    const [time] = [...TIMES, 'modifiedAt']
      .map((name): unknown => Reflect.get(item, name))
      .filter((one) => one != null);
    return typeof time === 'string' ? Date.parse(time) : Number(time);
  });
  return times.every((time, index) => index === 0 || !(time < (times[index - 1] ?? time)));
}
