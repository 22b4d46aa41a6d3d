// While the store cannot be read, nobody knows what is in it: an answer of "nothing" must not replace it.
import { expect, it } from 'vitest';
import { StoreError } from '../../src/store/contract/errors.ts';
import type { Store } from '../../src/store/contract/store.ts';
import { type Gateway, headersOf, NOW, startGateway } from '../support/gateway.ts';
import { openGatewayStore } from '../support/stores.ts';
import { takePaths } from './dated-queries.ts';

const NIGHT = '/v3/users/sleep/2026-11-21';
const QUESTION = '{ viewer { night(date: "2026-11-21") { sleepScore } } }';

interface Night {
  readonly viewer: { readonly night: { readonly sleepScore: number } | null };
}

const unreadable = async () => {
  throw new StoreError('unavailable', 'Cannot read');
};

/** A store whose records cannot be read, and can be written. */
function blind(store: Store): Store {
  return { ...store, records: { ...store.records, read: unreadable, metadata: unreadable } };
}

const ask = (gateway: Gateway) => gateway.ask<Night>(QUESTION, { headers: headersOf(gateway.simulator, 0) });

it('"nothing" that AccessLink says while the store cannot be read replaces no stored night', async () => {
  const opened = await openGatewayStore({}, () => NOW);
  const { store } = opened;
  const first = await startGateway({ store });
  const night = (await ask(first)).data.viewer.night;
  expect(night?.sleepScore).toEqual(expect.any(Number));
  expect(takePaths(first.simulator)).toEqual([NIGHT]);
  await first.close();

  const second = await startGateway({ store: blind(store) });
  second.simulator.addFault({ path: NIGHT, kind: 'status', status: 204 });
  expect((await ask(second)).data.viewer.night).toBeNull();
  expect(takePaths(second.simulator)).toEqual([NIGHT]);
  await second.close();

  const third = await startGateway({ store });
  expect((await ask(third)).data.viewer.night).toEqual(night);
  expect(takePaths(third.simulator)).toEqual([]);
  await third.close();
  await opened.close();
});
