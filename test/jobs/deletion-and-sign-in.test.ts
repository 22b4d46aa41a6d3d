// A deletion that is pending while its person signs in again: one waits for the other.
import { expect, it } from 'vitest';
import { AccessLinkError } from '../../src/accesslink/errors.ts';
import type { Transport } from '../../src/accesslink/upstream.ts';
import { createAccountDeletion } from '../../src/jobs/account-deletion.ts';
import { createScheduler } from '../../src/jobs/scheduler.ts';
import { createKeyedMutex } from '../../src/keyed-mutex.ts';
import { createSecret } from '../../src/secret.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { openGatewayStore } from '../support/stores.ts';

const DAY_MS = 86_400_000;

it('is not asked of AccessLink while the person signs in again, and not at all after that', async () => {
  const opened = await openGatewayStore({}, () => 1);
  const { store } = opened;
  const connect = async (token: string) => {
    const user = { polarUserId: '1', memberId: null, registeredAt: null, token: createSecret(token), connectedAt: 1 };
    await store.users.connect(user);
    return { ...user, state: 'connected' as const };
  };
  const user = await connect('token');
  const clock = createVirtualClock();
  const accountMutex = createKeyedMutex();
  const requests: string[] = [];
  const send: Transport = async ({ method = 'GET' }) => {
    requests.push(method);
    return { status: 204, body: undefined };
  };
  const scheduler = createScheduler({ clock, random: () => 0, report: () => {} });
  const deletion = createAccountDeletion({ store, send, forget: () => {}, scheduler, accountMutex, report: () => {} });
  await deletion.deleteAccount(user, async () => {
    throw new AccessLinkError('unavailable', 'no');
  });
  const signingIn = accountMutex('1', async () => {
    // Time for the next attempt.
    await clock.advance(DAY_MS);
    await connect('another token');
    return [...requests];
  });
  expect(await signingIn).toEqual([]);
  // After the attempt that has waited.
  await accountMutex('1', async () => {});
  expect([requests, (await store.users.find('1'))?.state]).toEqual([[], 'connected']);
  await opened.close();
});
