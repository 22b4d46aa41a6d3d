// Opens the store: chooses the engine, brings the schema up to date and composes the parts of the contract.
import { type Clock, waitAtMost } from '../clock.ts';
import { createBudgetStore } from './tables/budget.ts';
import { createImportStore } from './tables/imports.ts';
import type { Engine } from './engines/engine.ts';
import { createEncryptionStore } from './tables/key-rotation.ts';
import { createErasureStore } from './tables/erasure.ts';
import { StoreError } from './contract/errors.ts';
import { createEventStore } from './tables/events.ts';
import { createGuard } from './guard.ts';
import { type TimeLimits, timeLimits } from './time-limits.ts';
import { createOneTimeTokenStore } from './tables/one-time-tokens.ts';
import { createDutyStore, freeDuties } from './tables/duties.ts';
import { createInboxStore, freeDeliveries } from './tables/inbox.ts';
import type { Instant } from './contract/instant.ts';
import { migrate } from './tables/migrations.ts';
import { openError } from './open-errors.ts';
import { createPersonKeys } from './tables/person-keys.ts';
import { createRecordStore } from './tables/records.ts';
import { createEncryption, type Encryption, type EncryptionKey } from './crypto/encryption.ts';
import { createSessionStore } from './tables/sessions.ts';
import { openSqlite, type SqliteOptions } from './engines/sqlite.ts';
import { createFile, lockFolder } from './engines/sqlite-files.ts';
import type { Store } from './contract/store.ts';
import { createUserStore } from './tables/users.ts';
import { createWebhookStore } from './tables/webhooks.ts';

export interface StoreOptions extends Pick<SqliteOptions, 'hasThread' | 'isShared' | 'bus'> {
  /** `postgres://…`; null: a SQLite file under `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** The first encrypts, all decrypt. */
  readonly keys: readonly EncryptionKey[];
  readonly clock: Clock;
  /** How long whoever calls it waits; by default as long as the program does. */
  readonly limits?: TimeLimits;
}

/** Opens the database and brings its schema up to date. Rejects with a StoreError when it cannot. */
export async function openStore(options: StoreOptions): Promise<Store> {
  try {
    return await createStore(await openEngine(options), options);
  } catch (error) {
    throw openError(error, options);
  }
}

/**
 * Locks the folder of a SQLite database for workers that open it as a shared one, and leaves nothing for them to do at once:
 * the schema is up to date, and leases of processes that are gone are free. The returned function unlocks it. Rejects with a
 * StoreError when it cannot.
 */
export async function lockForWorkers(options: Omit<StoreOptions, 'databaseUrl'>): Promise<() => void> {
  try {
    createFile(options.dataDir);
    const unlock = lockFolder(options.dataDir);
    try {
      const engine = openSqlite({ ...options, isShared: true });
      const store = await createStore({ ...engine, isAlone: true }, options);
      await store.close();
      return unlock;
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    throw openError(error, { ...options, databaseUrl: null });
  }
}

async function openEngine({ databaseUrl, ...options }: StoreOptions): Promise<Engine> {
  if (databaseUrl === null) return openSqlite(options);
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) {
    // Its driver is loaded by whoever has one.
    const { openPostgres } = await import('./engines/postgres.ts');
    return await openPostgres(databaseUrl, options.clock);
  }
  throw new StoreError('invalid', 'Cannot open the database: DATABASE_URL does not begin with postgres://');
}

/** The store over an engine. Brings the schema up to date; closing the store, or failing here, closes the engine. */
export async function createStore(
  engine: Engine,
  { keys, clock, limits = timeLimits }: Pick<StoreOptions, 'keys' | 'clock' | 'limits'>,
): Promise<Store> {
  try {
    const encryption = createEncryption(keys);
    await migrate(engine, clock.now());
    if (engine.isAlone) await freeLeases(engine);
    return assemble(engine, encryption, { clock, limits });
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Whoever held a lease is gone. */
async function freeLeases({ db }: Engine): Promise<void> {
  await freeDeliveries(db);
  await freeDuties(db);
}

/** So long each step of closing waits for a database that does not answer. */
const CLOSE_MS = 3_000;

function assemble(
  engine: Engine,
  encryption: Encryption,
  { clock, limits }: { readonly clock: Clock; readonly limits: TimeLimits },
): Store {
  const { db, signalSender } = engine;
  const { now } = clock;
  const keys = createPersonKeys(engine, encryption, now());
  const { guard, settled } = createGuard({ clock, limits });
  return {
    records: guard('records', createRecordStore(engine, keys, clock)),
    users: guard('users', createUserStore(engine, { encryption, keys, now })),
    sessions: guard('sessions', createSessionStore(engine)),
    oneTimeTokens: guard('oneTimeTokens', createOneTimeTokenStore(db)),
    webhooks: guard('webhooks', createWebhookStore(db, encryption)),
    inbox: guard('inbox', createInboxStore(engine, keys)),
    events: guard('events', createEventStore(engine, now)),
    imports: guard('imports', createImportStore(engine, keys, now)),
    duties: guard('duties', createDutyStore(db)),
    erasure: guard('erasure', createErasureStore(engine, { encryption, keys, now })),
    encryption: guard('encryption', createEncryptionStore(engine, encryption, keys)),
    budget: guard('budget', createBudgetStore(engine)),
    isShared: engine.isShared,
    signals: {
      listen: engine.listen,
      ...guard('signals', {
        send: async (signal) => {
          await signalSender.within(db, signal);
          signalSender.after(signal);
        },
      } satisfies Pick<Store['signals'], 'send'>),
    },
    ...guard('store', { ping: () => ping(engine, now()) }),
    close: async () => {
      await waitAtMost(clock, CLOSE_MS, settled());
      await waitAtMost(clock, CLOSE_MS, engine.close());
    },
  };
}

/** Bytes of a probe: on a full disk there may be space for a single page, and for nothing that is worth writing. */
const PADDING = 'x'.repeat(65_536);

/** Writes, as only a write shows that there is space. */
async function ping({ db }: Engine, now: Instant): Promise<void> {
  await db
    .insertInto('write_probe')
    .values({ id: 1, at: now, padding: PADDING })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ at: now, padding: PADDING }))
    .execute();
}
