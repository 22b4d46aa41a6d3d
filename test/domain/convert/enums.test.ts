import { expect, it } from 'vitest';
import { enumFromNumber, enumFromWire } from '../../../src/domain/convert/enums.ts';

const statuses = ['NOT_AVAILABLE', 'PRODUCTIVE'];

it('loses the prefix where there is one', () => {
  expect(enumFromWire('LOAD_STATUS_NOT_AVAILABLE', 'LOAD_STATUS_', statuses)).toBe('NOT_AVAILABLE');
  expect(enumFromWire('PRODUCTIVE', 'LOAD_STATUS_', statuses)).toBe('PRODUCTIVE');
});

it('calls unknown what nobody knows, and nothing nothing', () => {
  expect(enumFromWire('LOAD_STATUS_SUPERB', 'LOAD_STATUS_', statuses)).toBe('UNKNOWN');
  expect(enumFromWire(' ', 'LOAD_STATUS_', statuses)).toBeNull();
  expect(enumFromWire(null, 'LOAD_STATUS_', statuses)).toBeNull();
});

it('counts words from 1', () => {
  const words = ['LOW', 'HIGH'];
  expect([1, 2, 3, 0, -1, 1.5, null].map((number) => enumFromNumber(number, words))).toEqual([
    'LOW',
    'HIGH',
    'UNKNOWN',
    'UNKNOWN',
    'UNKNOWN',
    'UNKNOWN',
    null,
  ]);
});
