import { describe, expect, it } from 'vitest';
import { createInFlightRequests, type InFlightRequest } from '../../../src/loading/cache/in-flight.ts';
import { idKey, type Partition, partitionOf, type RecordRequest } from '../../../src/loading/cache/keys.ts';
import { createSecret } from '../../../src/secret.ts';

const partition = partitionOf('1', createSecret('t'));
const other = partitionOf('2', createSecret('t'));
const [monday, tuesday] = [idKey('monday'), idKey('tuesday')];
const request: RecordRequest = { resource: 'sleep', key: monday, flags: [] };

function requestInFlight(changes: Partial<InFlightRequest> = {}): InFlightRequest {
  return {
    resource: 'sleep',
    flags: [],
    covers: (key) => key === monday,
    version: 0,
    result: Promise.resolve(),
    ...changes,
  };
}

describe('requests in flight', () => {
  it('are found by whoever requests what they cover, and by nobody else', () => {
    const inFlight = createInFlightRequests();
    const started = requestInFlight();
    inFlight.start(partition, started);
    inFlight.start(partition, requestInFlight({ resource: 'activity', covers: () => true }));
    expect(inFlight.find(partition, request)).toBe(started);
    expect(inFlight.find(partition, { ...request, key: tuesday })).toBeUndefined();
    expect(inFlight.find(partition, { ...request, resource: 'user' })).toBeUndefined();
    expect(inFlight.find(partition, { ...request, flags: ['rich'] })).toBeUndefined();
    expect(inFlight.find(other, request)).toBeUndefined();
  });

  it('with more flags answer a request for fewer', () => {
    const inFlight = createInFlightRequests();
    inFlight.start(partition, requestInFlight({ flags: ['rich', 'richer'] }));
    expect(inFlight.find(partition, { ...request, flags: ['rich'] })).toBeDefined();
  });

  it('are gone when they have a result or have failed, and nothing is left of them', async () => {
    const byPartition = new Map<Partition, Set<InFlightRequest>>();
    const inFlight = createInFlightRequests(byPartition);
    const slow = Promise.withResolvers<void>();
    const failing = Promise.withResolvers<void>();
    inFlight.start(partition, requestInFlight());
    inFlight.start(partition, requestInFlight({ covers: () => true, result: slow.promise }));
    inFlight.start(other, requestInFlight({ result: failing.promise }));
    await new Promise(setImmediate);
    expect(inFlight.find(partition, request)).toMatchObject({ result: slow.promise });
    expect(inFlight.find(other, request)).toBeDefined();
    slow.resolve();
    failing.reject(new Error('lost'));
    await new Promise(setImmediate);
    expect([inFlight.find(partition, request), inFlight.find(other, request)]).toEqual([undefined, undefined]);
    expect(byPartition.size).toBe(0);
  });
});
