// The tier behind memory: records that outlive the process, read before a request is sent, written after the response.
import { SkippedCallError } from '../../store/contract/errors.ts';
import type { RecordMetadata, RecordOwner, RecordStore, StoredRecord } from '../../store/contract/records.ts';
import type { RecordWrites } from './record-writes.ts';

/** The stored records of one partition. */
export interface StoreTier {
  /** The records under these keys, one for each set of flags. None when the store cannot be read. */
  read(resource: string, keys: readonly string[]): Promise<readonly StoredRecord[]>;
  /** What is stored from one key to another, in the order of text, without the values. None when it cannot be read. */
  metadata(resource: string, from: string, to: string): Promise<readonly RecordMetadata[]>;
  /** Stores a record. All that are put in one tick are written together, in the background. */
  put(record: StoredRecord): void;
  /** Whether the store could not be read: what it has is not known, and must not be replaced by less. False when left out. */
  readonly isBlind?: () => boolean;
}

/** For callers whose records are not stored. */
export const noStoreTier: StoreTier = { read: async () => [], metadata: async () => [], put: () => {} };

/** The same store tier for reading only. */
export function readOnlyStoreTier(tier: StoreTier): StoreTier {
  return {
    read: (...request) => tier.read(...request),
    metadata: (...range) => tier.metadata(...range),
    put: () => {},
    isBlind: () => tier.isBlind?.() ?? false,
  };
}

export interface StoreTierOptions {
  readonly records: Pick<RecordStore, 'read' | 'metadata'>;
  readonly writes: RecordWrites;
  /** Receives why the store could not be read, unless it was not asked. */
  readonly report: (failure: unknown) => void;
}

/**
 * The store tier of an owner, for one operation. A store that fails, or does not answer in its time limit, costs requests to
 * AccessLink, never a response.
 */
export function createStoreTier(owner: RecordOwner, { records, writes, report }: StoreTierOptions): StoreTier {
  let waiting: StoredRecord[] = [];
  let isBlind = false;
  const write = () => {
    const batch = waiting;
    waiting = [];
    writes.write(owner, batch);
  };
  const orNone = async <T>(reading: Promise<readonly T[]>): Promise<readonly T[]> => {
    try {
      return await reading;
    } catch (failure) {
      isBlind = true;
      if (!(failure instanceof SkippedCallError)) report(failure);
      return [];
    }
  };
  return {
    read: (resource, keys) => orNone(records.read(owner.partition, resource, keys)),
    metadata: (resource, from, to) => orNone(records.metadata(owner.partition, resource, from, to)),
    put: (record) => {
      if (waiting.push(record) === 1) queueMicrotask(write);
    },
    isBlind: () => isBlind,
  };
}
