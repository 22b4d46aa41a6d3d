import { describe, expect, it } from 'vitest';
import { createInFlightRequests, type InFlightRequest } from '../../../src/loading/cache/in-flight.ts';
import { type Partition, partitionOf, type RecordRequest } from '../../../src/loading/cache/keys.ts';
import { createSecret } from '../../../src/secret.ts';

const scope = partitionOf('1', createSecret('t'));
const other = partitionOf('2', createSecret('t'));
const wish: RecordRequest = { resource: 'sleep', key: 'monday', flags: [], allFlags: ['rich'] };

function flightOf(changes: Partial<InFlightRequest> = {}): InFlightRequest {
  return {
    resource: 'sleep',
    flags: [],
    covers: (what) => what === 'monday',
    version: 0,
    result: Promise.resolve(),
    ...changes,
  };
}

describe('flights', () => {
  it('are found by whoever wishes what they settle', () => {
    const flights = createInFlightRequests();
    const flight = flightOf();
    flights.start(scope, flight);
    flights.start(scope, flightOf({ resource: 'activity', covers: () => true }));
    expect(flights.find(scope, wish)).toBe(flight);
    expect(flights.find(scope, { ...wish, key: 'tuesday' })).toBeUndefined();
    expect(flights.find(scope, { ...wish, resource: 'user' })).toBeUndefined();
    expect(flights.find(scope, { ...wish, flags: ['rich'] })).toBeUndefined();
    expect(flights.find(other, wish)).toBeUndefined();
  });

  it('with more flags settle a wish for fewer', () => {
    const flights = createInFlightRequests();
    flights.start(scope, flightOf({ flags: ['rich', 'richer'] }));
    expect(flights.find(scope, { ...wish, flags: ['rich'] })).toBeDefined();
  });

  it('are gone when they have landed or failed, and nothing is kept of them', async () => {
    const sky = new Map<Partition, Set<InFlightRequest>>();
    const flights = createInFlightRequests(sky);
    const slow = Promise.withResolvers<void>();
    const failing = Promise.withResolvers<void>();
    flights.start(scope, flightOf());
    flights.start(scope, flightOf({ covers: () => true, result: slow.promise }));
    flights.start(other, flightOf({ result: failing.promise }));
    await new Promise(setImmediate);
    expect(flights.find(scope, wish)).toMatchObject({ result: slow.promise });
    expect(flights.find(other, wish)).toBeDefined();
    slow.resolve();
    failing.reject(new Error('lost'));
    await new Promise(setImmediate);
    expect([flights.find(scope, wish), flights.find(other, wish)]).toEqual([undefined, undefined]);
    expect(sky.size).toBe(0);
  });
});
