// The events of a subscription while the store is not available.
import { expect, it } from 'vitest';
import { openEventFeed } from '../../../src/server/graphql/event-feed.ts';
import { StoreError } from '../../../src/store/contract/errors.ts';
import type { StoredEvent } from '../../../src/store/contract/events.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const event: StoredEvent = { id: '1', polarUserId: '475', type: 'SLEEP', date: null, entityId: null, createdAt: 0 };

/** A feed of a store that fails as it is told. */
async function openFeed() {
  const clock = createVirtualClock();
  const store = { failure: null as Error | null, events: [] as StoredEvent[] };
  const feed = await openEventFeed({
    events: {
      latest: async () => '0',
      after: async () => {
        if (store.failure) throw store.failure;
        return store.events.splice(0);
      },
    },
    signals: { listen: () => () => {} },
    clock,
    polarUserId: '475',
    after: null,
    isWanted: () => true,
    isAllowed: async () => true,
  });
  return { clock, store, feed };
}

it('A subscription outlives a store that is not available, and has the events when it is back', async () => {
  const { clock, store, feed } = await openFeed();
  store.failure = new StoreError('unavailable', 'gone');
  const next = feed.next();
  await clock.advance(40_000);
  store.failure = null;
  store.events = [event];
  await clock.advance(15_000);
  expect(await next).toEqual({ done: false, value: { dataAvailable: event } });
});

it('A subscription ends with any other failure of the store', async () => {
  const { store, feed } = await openFeed();
  store.failure = new StoreError('invalid', 'no');
  await expect(feed.next()).rejects.toMatchObject({ code: 'invalid' });
  expect(await feed.next()).toMatchObject({ done: true });
});
