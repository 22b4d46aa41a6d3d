// Records with the same id are one record, and records without one are counted.
import { describe, expect, it } from 'vitest';
import { decodeRecords } from '../../src/accesslink/decode.ts';
import { counted, warned } from './one.ts';

describe('a record that is sent twice', () => {
  const caloriesOf = (...sent: readonly object[]) =>
    counted('ExerciseHashId', sent).records.map(({ id, calories }) => [id, calories]);

  it('is one: the last of two that say as much', () => {
    expect(caloriesOf({ id: 'a', calories: 588 }, { id: 'b', calories: 1 }, { id: 'a', calories: 589 })).toEqual([
      ['b', 1],
      ['a', 589],
    ]);
  });

  it('is one: the one with more properties, wherever it stands', () => {
    expect(caloriesOf({ id: 'a', calories: 588, distance: 5 }, { id: 'a', calories: 589 })).toEqual([['a', 588]]);
  });

  it('is counted, once for each repetition', () => {
    expect(warned('ExerciseHashId', [{ id: 'a' }, { id: 'a' }, { id: 'a' }, { id: 'b' }])).toEqual([['repeated', 2]]);
  });

  it('is one whether its id is sent as a number or as text', () => {
    expect(decodeRecords('Activity', [{ id: 12 }, { id: '12' }]).records).toHaveLength(1);
  });
});

describe('a record without an id', () => {
  it.each([[{ calories: 1 }], [{ id: null, calories: 1 }], [{ id: '', calories: 1 }], [{ id: ' ', calories: 1 }]])(
    'is counted, and is no repetition of another: %j',
    (sent) => {
      expect(counted('ExerciseHashId', [sent, { id: 'a' }, sent]).records.map(({ id }) => id)).toEqual([
        null,
        'a',
        null,
      ]);
      expect(warned('ExerciseHashId', [sent, { id: 'a' }])).toEqual([['without-id', 1]]);
    },
  );

  it('is nothing special of a kind that has none', () => {
    expect(warned('Sleep', [{ date: '2026-11-22' }, { date: '2026-11-22' }])).toEqual([]);
  });
});

describe('a list', () => {
  it('of odd sessions keeps what can be read of it', () => {
    const sent = [
      null,
      { start_time: '2026-11-20T07:11:09' },
      { id: 'a', heart_rate: 140, samples: 'none' },
      { id: 'd', calories: 588 },
      { id: 'd', calories: 589 },
      {
        id: 'e',
        samples: [{ sample_type: 0, data: '77,null,79' }, { sample_type: 14, data: '1,2' }, { sample_type: 4 }, 7],
      },
    ];
    const { records } = decodeRecords('ExerciseHashId', sent);
    expect(records.map(({ id, calories, samples }) => [id, calories, samples?.length])).toEqual([
      [null, null, undefined],
      ['a', null, undefined],
      ['d', 589, undefined],
      ['e', null, 3],
    ]);
    expect(warned('ExerciseHashId', sent)).toEqual([
      ['without-id', 1],
      ['ExerciseHashId.heart_rate', 1],
      ['ExerciseHashId.samples', 1],
      ['ExerciseHashId.samples', 1],
      ['record', 1],
      ['repeated', 1],
    ]);
  });
});
