// What goes on beside requests: people leave, what has expired goes, tokens get the newest key.
import type { Transport } from '../../accesslink/upstream.ts';
import { createDepartures, type Departures } from '../../domain/account/departures.ts';
import { forgetErased } from '../../loading/erasures.ts';
import { scopeOfUser } from '../../loading/keys.ts';
import type { ErasableMemory } from '../../loading/memory.ts';
import type { Store } from '../../store/store.ts';

/** Work beside requests, from `start` to `close`. */
export interface Upkeep {
  readonly depart: Departures['depart'];
  /** Begins; failures are reported and the work is done at the next turn. */
  start(): Promise<void>;
  close(): void;
}

export interface UpkeepOptions {
  readonly store: Store;
  readonly memory: ErasableMemory;
  readonly send: Transport;
  readonly report: (failure: unknown) => void;
  readonly now: () => number;
}

const SWEEP_MS = 600_000;

/** Nothing is done before `start`. */
export function createUpkeep({ store, memory, send, report, now }: UpkeepOptions): Upkeep {
  const forget = (polarUserId: string) => memory.forget(scopeOfUser(polarUserId));
  const departures = createDepartures({ store, send, forget, report });
  const stopForgetting = forgetErased(store.signals, memory);
  const sweep = async () => {
    await store.sessions.deleteExpired(now());
    await store.grants.deleteExpired(now());
  };
  const timer = setInterval(() => void sweep().catch(report), SWEEP_MS).unref();
  return {
    depart: (user, first) => departures.depart(user, first),
    start: async () => {
      const tasks = [sweep(), store.users.rotateKeys(), departures.resume()];
      for (const task of await Promise.allSettled(tasks)) if (task.status === 'rejected') report(task.reason);
    },
    close: () => {
      clearInterval(timer);
      stopForgetting();
      departures.close();
    },
  };
}
