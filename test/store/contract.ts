// The contract of the store, as tests of an engine.
import { describe } from 'vitest';
import { collectionContract } from './contract/collections.ts';
import { erasureContract } from './contract/erasure.ts';
import { eventContract } from './contract/events.ts';
import { grantContract } from './contract/grants.ts';
import { inboxContract } from './contract/inbox.ts';
import { lifetimeContract } from './contract/lifetime.ts';
import { recordContract } from './contract/records.ts';
import { secretContract } from './contract/secrets.ts';
import { sessionContract } from './contract/sessions.ts';
import { signalContract } from './contract/signals.ts';
import { upgradeContract } from './contract/upgrade.ts';
import { userContract } from './contract/users.ts';
import { webhookContract } from './contract/webhooks.ts';
import type { InPlace } from './place.ts';

const parts: Readonly<Record<string, (inPlace: InPlace) => void>> = {
  records: recordContract,
  users: userContract,
  secrets: secretContract,
  erasure: erasureContract,
  sessions: sessionContract,
  grants: grantContract,
  'the webhook': webhookContract,
  'the inbox': inboxContract,
  events: eventContract,
  collections: collectionContract,
  signals: signalContract,
  'its lifetime': lifetimeContract,
  'the upgrade': upgradeContract,
};

/** Every part of it. */
export function storeContract(inPlace: InPlace): void {
  describe.each(Object.entries(parts))('%s', (_, contract) => {
    contract(inPlace);
  });
}
