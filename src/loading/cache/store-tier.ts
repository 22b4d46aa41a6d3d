// The tier behind memory: records that outlive the process, looked up before AccessLink is asked, written behind.
import type { RecordMetadata, RecordOwner, RecordStore, StoredRecord } from '../../store/contract/store.ts';

/** The kept records of one scope. */
export interface StoreTier {
  /** What is kept of a resource, with all sets of flags. Nothing when the store cannot be read. */
  read(resource: string, whats: readonly string[]): Promise<readonly StoredRecord[]>;
  /** What is kept from one date, or other name, to another, without the values. Nothing when it cannot be read. */
  metadata(resource: string, from: string, to: string): Promise<readonly RecordMetadata[]>;
  /** Keeps a record. All that are handed over in one tick are written at once; nobody waits for it. */
  put(record: StoredRecord): void;
}

/** Work that goes on when an answer has been given. */
export interface BackgroundWork {
  /** Follows a promise until it is settled; a failure is reported, never thrown. */
  follow(work: Promise<unknown>): void;
  /** Resolves when what is under way now is settled. */
  flushed(): Promise<void>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/** For callers whose records are not kept. */
export const noStoreTier: StoreTier = { read: async () => [], metadata: async () => [], put: () => {} };

/** The same archive for reading only. */
export function readOnlyStoreTier(archive: StoreTier): StoreTier {
  return {
    read: (...wanted) => archive.read(...wanted),
    metadata: (...wanted) => archive.metadata(...wanted),
    put: () => {},
  };
}

/** The archive of an owner in a store. A store that fails costs requests to AccessLink, never an answer. */
export function createStoreTier(records: RecordStore, owner: RecordOwner, background: BackgroundWork): StoreTier {
  let waiting: StoredRecord[] = [];
  const write = () => {
    const batch = waiting;
    waiting = [];
    background.follow(records.write(owner, batch));
  };
  return {
    read: async (resource, whats) => {
      const reading = records.read(owner.partition, resource, whats);
      background.follow(reading);
      return reading.catch(() => []);
    },
    metadata: async (resource, from, to) => {
      const reading = records.metadata(owner.partition, resource, from, to);
      background.follow(reading);
      return reading.catch(() => []);
    },
    put: (record) => {
      if (waiting.push(record) === 1) queueMicrotask(write);
    },
  };
}

/** Follows work and tells `report` of what fails. */
export function createBackgroundWork(report: (failure: unknown) => void): BackgroundWork {
  const underWay = new Set<Promise<void>>();
  return {
    follow: (work) => {
      const followed: Promise<void> = work.then(() => {}, report).finally(() => underWay.delete(followed));
      underWay.add(followed);
    },
    flushed: async () => {
      // What was handed over in this tick is written at its end.
      await Promise.resolve();
      await Promise.all(underWay);
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
