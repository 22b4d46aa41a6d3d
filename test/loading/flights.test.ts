import { describe, expect, it } from 'vitest';
import { createFlights, type Flight } from '../../src/loading/flights.ts';
import { type Scope, scopeOf, type Wish } from '../../src/loading/keys.ts';
import { createSecret } from '../../src/secret.ts';

const scope = scopeOf('1', createSecret('t'));
const other = scopeOf('2', createSecret('t'));
const wish: Wish = { resource: 'sleep', what: 'monday', flags: [], allFlags: ['rich'] };

function flightOf(changes: Partial<Flight> = {}): Flight {
  return {
    resource: 'sleep',
    flags: [],
    covers: (what) => what === 'monday',
    mark: 0,
    landed: Promise.resolve(),
    ...changes,
  };
}

describe('flights', () => {
  it('are found by whoever wishes what they settle', () => {
    const flights = createFlights();
    const flight = flightOf();
    flights.launch(scope, flight);
    flights.launch(scope, flightOf({ resource: 'activity', covers: () => true }));
    expect(flights.find(scope, wish)).toBe(flight);
    expect(flights.find(scope, { ...wish, what: 'tuesday' })).toBeUndefined();
    expect(flights.find(scope, { ...wish, resource: 'user' })).toBeUndefined();
    expect(flights.find(scope, { ...wish, flags: ['rich'] })).toBeUndefined();
    expect(flights.find(other, wish)).toBeUndefined();
  });

  it('with more flags settle a wish for fewer', () => {
    const flights = createFlights();
    flights.launch(scope, flightOf({ flags: ['rich', 'richer'] }));
    expect(flights.find(scope, { ...wish, flags: ['rich'] })).toBeDefined();
  });

  it('are gone when they have landed or failed, and nothing is kept of them', async () => {
    const sky = new Map<Scope, Set<Flight>>();
    const flights = createFlights(sky);
    const slow = Promise.withResolvers<void>();
    const failing = Promise.withResolvers<void>();
    flights.launch(scope, flightOf());
    flights.launch(scope, flightOf({ covers: () => true, landed: slow.promise }));
    flights.launch(other, flightOf({ landed: failing.promise }));
    await new Promise(setImmediate);
    expect(flights.find(scope, wish)).toMatchObject({ landed: slow.promise });
    expect(flights.find(other, wish)).toBeDefined();
    slow.resolve();
    failing.reject(new Error('lost'));
    await new Promise(setImmediate);
    expect([flights.find(scope, wish), flights.find(other, wish)]).toEqual([undefined, undefined]);
    expect(sky.size).toBe(0);
  });
});
