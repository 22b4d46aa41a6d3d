// The tier behind memory: records that outlive the process, read before a request is sent, written after the response.
import type { RecordMetadata, RecordOwner, RecordStore, StoredRecord } from '../../store/contract/records.ts';
import type { BackgroundWork } from '../background-work.ts';

/** The stored records of one partition. */
export interface StoreTier {
  /** The records under these keys, one for each set of flags. None when the store cannot be read. */
  read(resource: string, keys: readonly string[]): Promise<readonly StoredRecord[]>;
  /** What is stored from one key to another, in the order of text, without the values. None when it cannot be read. */
  metadata(resource: string, from: string, to: string): Promise<readonly RecordMetadata[]>;
  /** Stores a record. All that are put in one tick are written together, in the background. */
  put(record: StoredRecord): void;
}

/** For callers whose records are not stored. */
export const noStoreTier: StoreTier = { read: async () => [], metadata: async () => [], put: () => {} };

/** The same store tier for reading only. */
export function readOnlyStoreTier(tier: StoreTier): StoreTier {
  return {
    read: (...request) => tier.read(...request),
    metadata: (...range) => tier.metadata(...range),
    put: () => {},
  };
}

/** The store tier of an owner. A store that fails costs requests to AccessLink, never a response. */
export function createStoreTier(records: RecordStore, owner: RecordOwner, background: BackgroundWork): StoreTier {
  let waiting: StoredRecord[] = [];
  const write = () => {
    const batch = waiting;
    waiting = [];
    void background.track(records.write(owner, batch));
  };
  const orNone = <T>(reading: Promise<readonly T[]>): Promise<readonly T[]> => {
    void background.track(reading);
    return reading.catch(() => []);
  };
  return {
    read: (resource, keys) => orNone(records.read(owner.partition, resource, keys)),
    metadata: (resource, from, to) => orNone(records.metadata(owner.partition, resource, from, to)),
    put: (record) => {
      if (waiting.push(record) === 1) queueMicrotask(write);
    },
  };
}
