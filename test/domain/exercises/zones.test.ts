// Heart rate zones count from 1, wherever a device starts.
import { describe, expect, it } from 'vitest';
import { exerciseFromWire } from '../../../src/domain/exercises/exercise.ts';
import { recordOf } from '../documented.ts';

const zonesOf = (sent: readonly number[]) =>
  exerciseFromWire(recordOf('ExerciseHashId', { heart_rate_zones: sent.map((index) => ({ index })) })).heartRateZones();

describe('heart rate zones', () => {
  it.each([
    ['from 1', [1, 2, 3], [1, 2, 3]],
    ['from 0', [0, 1, 2], [1, 2, 3]],
    ['from 0, without those that have no time', [0, 2, 4], [1, 3, 5]],
    ['from 1, with one odd', [1, 2, 0], [1, 2, null]],
    ['from 1, with the first odd', [0, 2, 3], [null, 2, 3]],
    ['from 0, with one odd', [0, 7, 2], [1, 8, 3]],
  ])('that are counted %s: one odd index moves no other', (_, sent, shown) => {
    expect(zonesOf(sent)?.map(({ index }) => index)).toEqual(shown);
  });
});
