// Sample rows: everything that a test does not care about is filled in.
import { createSecret } from '../../src/secret.ts';
import type { EventStore } from '../../src/store/contract/events.ts';
import type { NewDelivery } from '../../src/store/contract/inbox.ts';
import type { StoredWebhook } from '../../src/store/contract/webhooks.ts';
import type { StoredOneTimeToken } from '../../src/store/contract/one-time-tokens.ts';
import type { StoredRecord } from '../../src/store/contract/records.ts';
import type { StoredSession } from '../../src/store/contract/sessions.ts';
import type { StoredUser } from '../../src/store/contract/users.ts';
import { DAY, MINUTE, NOW } from './test-database.ts';

/** A record of sleep. */
export function record(change: Partial<StoredRecord> = {}): StoredRecord {
  return {
    resource: 'sleep',
    key: '2026-11-20',
    flags: [],
    value: { date: '2026-11-20', score: 80 },
    fetchedAt: NOW,
    freshUntil: NOW + MINUTE,
    ...change,
  };
}

/** A user of a given token. */
export function user(polarUserId: string, token = `token-of-${polarUserId}`): Omit<StoredUser, 'state'> {
  return {
    polarUserId,
    memberId: `member-${polarUserId}`,
    registeredAt: NOW - DAY,
    token: createSecret(token),
    connectedAt: NOW,
  };
}

/** A session for an hour. */
export function session(change: Partial<StoredSession> = {}): StoredSession {
  return {
    tokenHash: 'a'.repeat(64),
    polarUserId: '475',
    kind: 'browser',
    createdAt: NOW,
    expiresAt: NOW + 60 * MINUTE,
    lastUsedAt: NOW,
    ...change,
  };
}

/** A one-time token for ten minutes. */
export function oneTimeToken(change: Partial<StoredOneTimeToken> = {}): StoredOneTimeToken {
  return {
    kind: 'code',
    hash: 'b'.repeat(64),
    polarUserId: '475',
    value: { returnTo: '/' },
    expiresAt: NOW + 10 * MINUTE,
    ...change,
  };
}

/** A webhook of a given key. */
export function webhook(change: Partial<StoredWebhook> = {}): StoredWebhook {
  return {
    id: 'w1',
    url: 'https://gateway.example/webhook',
    events: ['EXERCISE', 'SLEEP'],
    key: createSecret('webhook-key'),
    createdAt: NOW,
    pausedAt: null,
    ...change,
  };
}

/** A delivery of a given key. */
export function delivery(key: string, change: Partial<NewDelivery> = {}): NewDelivery {
  return { key, polarUserId: '475', body: `{"event":"SLEEP","key":"${key}"}`, receivedAt: NOW, ...change };
}

type NewEvent = Parameters<EventStore['append']>[0];

/** An event of a given key. */
export function event(key: string, change: Partial<NewEvent> = {}): NewEvent {
  return {
    key,
    polarUserId: '475',
    type: 'SLEEP',
    date: '2026-11-22',
    entityId: null,
    createdAt: NOW,
    ...change,
  };
}
