// The tests of the store's contract, run for each engine.
import { describe } from 'vitest';
import { backupContract } from './contract/backup.ts';
import { budgetContract } from './contract/budget.ts';
import { importContract } from './contract/imports.ts';
import { encryptionContract } from './contract/encryption-at-rest.ts';
import { erasureContract } from './contract/erasure.ts';
import { dutyContract } from './contract/duties.ts';
import { eventContract } from './contract/events.ts';
import { oneTimeTokenContract } from './contract/one-time-tokens.ts';
import { inboxContract } from './contract/inbox.ts';
import { lifetimeContract } from './contract/lifetime.ts';
import { olderValueContract } from './contract/older-values.ts';
import { recordContract } from './contract/records.ts';
import { recordGroupContract } from './contract/record-groups.ts';
import { secretContract } from './contract/secrets.ts';
import { sessionContract } from './contract/sessions.ts';
import { signalContract } from './contract/signals.ts';
import { upgradeContract } from './contract/upgrade.ts';
import { userContract } from './contract/users.ts';
import { webhookContract } from './contract/webhooks.ts';
import type { InDatabase } from './test-database.ts';

const parts: Readonly<Record<string, (inDatabase: InDatabase) => void>> = {
  'the record store': recordContract,
  'a write of records': recordGroupContract,
  'the user store': userContract,
  'the encryption of secrets': secretContract,
  'what is stored of people': encryptionContract,
  'a backup of the data': backupContract,
  'an erasure': erasureContract,
  'the session store': sessionContract,
  'the one-time token store': oneTimeTokenContract,
  'the webhook store': webhookContract,
  'the inbox': inboxContract,
  'a duty': dutyContract,
  'the event store': eventContract,
  'the import store': importContract,
  'the request budget': budgetContract,
  'a signal': signalContract,
  'a database': lifetimeContract,
  'the upgrade': upgradeContract,
  'values of the version before': olderValueContract,
};

/** Declares the tests of the whole contract, each in a fresh database of the engine. */
export function storeContract(inDatabase: InDatabase): void {
  describe.each(Object.entries(parts))('%s', (_, contract) => {
    contract(inDatabase);
  });
}
