// What outlives the process: one contract, implemented on SQLite and on Postgres.
import type { BudgetStore } from './budget.ts';
import type { DutyStore } from './duties.ts';
import type { EncryptionStore } from './encryption.ts';
import type { ErasureStore } from './erasure.ts';
import type { EventStore } from './events.ts';
import type { ImportStore } from './imports.ts';
import type { InboxStore } from './inbox.ts';
import type { OneTimeTokenStore } from './one-time-tokens.ts';
import type { RecordStore } from './records.ts';
import type { SessionStore } from './sessions.ts';
import type { Signals } from './signals.ts';
import type { UserStore } from './users.ts';
import type { WebhookStore } from './webhooks.ts';

/**
 * Everything that is stored. Every method is durable when its promise resolves, but for the last records when the machine
 * crashes, and rejects with a StoreError (errors.ts) when the database cannot be used; the next call tries again. What an answer waits for rejects within a time
 * limit (../time-limits.ts), and reads at once after others have failed.
 */
export interface Store {
  readonly records: RecordStore;
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly oneTimeTokens: OneTimeTokenStore;
  readonly webhooks: WebhookStore;
  readonly inbox: InboxStore;
  readonly events: EventStore;
  readonly imports: ImportStore;
  readonly budget: BudgetStore;
  readonly duties: DutyStore;
  readonly erasure: ErasureStore;
  readonly encryption: EncryptionStore;
  readonly signals: Signals;
  /** Whether several processes may use it at the same time. */
  readonly isShared: boolean;
  /** Writes; rejects when the database cannot be written. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
