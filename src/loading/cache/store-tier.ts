// The tier behind memory: records that outlive the process, read before a request is sent, written after the response.
import { withColumns, withoutColumns } from '../../accesslink/stored-columns.ts';
import { SkippedCallError } from '../../store/contract/errors.ts';
import type { RecordMetadata, RecordStore, StoredRecord } from '../../store/contract/records.ts';
import { partitionOfUser } from './keys.ts';
import type { IsFirstUse } from './partition-use.ts';
import type { RecordWrites } from './record-writes.ts';

/** Whose records a store tier has. */
export interface StoreTierOwner {
  readonly partition: string;
  /** Whom the credential has proved to be; null while it has proved nobody: nothing is stored until then. */
  readonly provenId: () => string | null;
  /** Records whom the store knows a partition to be of. */
  readonly prove: (polarUserId: string) => void;
  /** The digest of a token of the caller's own; null: this server has verified who they are. */
  readonly tokenHash: string | null;
}

/** The owner of the records of a user whose id this server has verified. */
export function verifiedOwner(polarUserId: string): StoreTierOwner {
  return { partition: partitionOfUser(polarUserId), provenId: () => polarUserId, prove: () => {}, tokenHash: null };
}

/** The stored records of one partition. */
export interface StoreTier {
  /** The records under these keys, one for each set of flags. None when the store cannot be read. */
  read(resource: string, keys: readonly string[]): Promise<readonly StoredRecord[]>;
  /** What is stored from one key to another, in the order of text, without the values. None when it cannot be read. */
  metadata(resource: string, from: string, to: string): Promise<readonly RecordMetadata[]>;
  /** Stores a record. All that are put in one tick are written together, in the background. */
  put(record: StoredRecord): void;
  /** Whether the store could not be read: what it has is not known, and must not be replaced by less. */
  readonly isBlind: () => boolean;
}

/** For callers whose records are not stored. */
export const noStoreTier: StoreTier = {
  read: async () => [],
  metadata: async () => [],
  put: () => {},
  isBlind: () => false,
};

/** The same store tier for reading only. */
export function readOnlyStoreTier(tier: StoreTier): StoreTier {
  return {
    read: (...request) => tier.read(...request),
    metadata: (...range) => tier.metadata(...range),
    put: () => {},
    isBlind: () => tier.isBlind(),
  };
}

export interface StoreTierOptions {
  readonly records: Pick<RecordStore, 'read' | 'metadata' | 'ownerOf' | 'use'>;
  readonly writes: RecordWrites;
  readonly isFirstUse: IsFirstUse;
  /** Receives why the store could not be read, unless it was not asked. */
  readonly report: (failure: unknown) => void;
}

/**
 * The store tier of an owner, for one operation. A store that fails, or does not answer in its time limit, costs requests to
 * AccessLink, never a response. Records of a caller who has proved nothing yet wait for an answer that says whose they are;
 * with the operation they are forgotten.
 */
export function createStoreTier(owner: StoreTierOwner, options: StoreTierOptions): StoreTier {
  const { records, writes, isFirstUse, report } = options;
  const { partition, tokenHash } = owner;
  const put = createPut(owner, options);
  let isBlind = false;
  let storedOwner: Promise<string | null> | null = null;
  /** Whose they are is known before they are in memory: an erasure in another process has to find them there. */
  const readOwned = async (resource: string, keys: readonly string[]) => {
    const stored = await records.read(partition, resource, keys);
    if (stored.length === 0) return stored;
    const polarUserId = owner.provenId() ?? (await (storedOwner ??= records.ownerOf(partition)));
    // Erased a moment ago.
    if (polarUserId === null) return [];
    owner.prove(polarUserId);
    return stored;
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
    read: async (resource, keys) => {
      const stored = await orNone(readOwned(resource, keys));
      // Of whom nothing is found yet, the first write notes the use.
      if (stored.length > 0 && tokenHash !== null && isFirstUse(partition)) void writes.track(records.use(partition));
      return stored.map(restored);
    },
    metadata: (resource, from, to) => orNone(records.metadata(partition, resource, from, to)),
    put,
    isBlind: () => isBlind,
  };
}

/** A record as the store has it: JSON has no columns. */
function toStored(record: StoredRecord): StoredRecord {
  return Array.isArray(record.value) ? { ...record, value: withoutColumns(record.value) } : record;
}

function restored(record: StoredRecord): StoredRecord {
  return Array.isArray(record.value) ? { ...record, value: withColumns(record.value) } : record;
}

/** Collects what is put in one tick, and all that waits for a proof. */
function createPut(
  owner: StoreTierOwner,
  { records, writes }: Pick<StoreTierOptions, 'records' | 'writes'>,
): StoreTier['put'] {
  const { partition, tokenHash } = owner;
  let waiting: StoredRecord[] = [];
  let isScheduled = false;
  const write = async () => {
    const polarUserId = owner.provenId() ?? (await records.ownerOf(partition));
    if (polarUserId === null) return;
    owner.prove(polarUserId);
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) await writes.write({ partition, polarUserId, tokenHash }, batch.map(toStored));
  };
  return (record) => {
    waiting.push(record);
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      void writes.track(write());
    });
  };
}
