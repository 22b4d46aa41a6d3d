import { describe, expect, it } from 'vitest';
import { sportCodeFromWire, sportGroupFromWire } from '../../../src/domain/exercises/sport-codes.ts';
import { recordOf } from '../documented.ts';

const session = (detailed: unknown, sport: unknown) =>
  recordOf('ExerciseHashId', { id: 'a', detailed_sport_info: detailed, sport });

describe('the sport of a session', () => {
  it.each([
    ['TRAIL_RUNNING', 'RUNNING', 'TRAIL_RUNNING'],
    ['UNKNOWN', 'RUNNING', 'RUNNING'],
    ['unknown', 'RUNNING', 'RUNNING'],
    [' Unknown ', ' RUNNING ', 'RUNNING'],
    ['', 'CYCLING', 'CYCLING'],
    ['  ', 'CYCLING', 'CYCLING'],
    ['null', 'CYCLING', 'CYCLING'],
    [null, 'OTHER', 'OTHER'],
    ['OTHER', 'RUNNING', 'RUNNING'],
    ['YOGA', 'OTHER', 'YOGA'],
    ['YOGA', null, 'YOGA'],
    ['OTHER_INDOOR', 'OTHER', 'OTHER_INDOOR'],
    ['UNKNOWN', 'UNKNOWN', null],
    ['', null, null],
  ])('%j of %j is %j', (detailed, sport, code) => {
    expect(sportCodeFromWire(session(detailed, sport))).toBe(code);
  });

  it.each([
    ['RUNNING', 'RUNNING'],
    [' OTHER ', 'OTHER'],
    ['', null],
    [null, null],
  ])('has a broad name as it was sent: %j is %j', (sport, group) => {
    expect(sportGroupFromWire(session(null, sport))).toBe(group);
  });
});
