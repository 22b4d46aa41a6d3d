// The writes of records, behind the answers: a bounded number at once. What does not fit is dropped: it costs a request later.
import { SkippedCallError } from '../../store/contract/errors.ts';
import type { RecordOwner, RecordStore, StoredRecord } from '../../store/contract/records.ts';
import { type BackgroundWork, createBackgroundWork } from '../background-work.ts';

export interface RecordWrites extends BackgroundWork {
  /** Writes, or drops the records when too many are being written. Rejects when the store does. */
  write(owner: RecordOwner, records: readonly StoredRecord[]): Promise<void>;
}

/** Records that are being written at once: some seconds of a busy server. They take as much memory as in the cache. */
const MAX_RECORDS = 5_000;

/** No writes yet. `report` receives the failures of those that were attempted. */
export function createRecordWrites(
  store: Pick<RecordStore, 'write'> | null,
  report: (failure: unknown) => void,
  maxRecords = MAX_RECORDS,
): RecordWrites {
  const work = createBackgroundWork((failure) => {
    if (!(failure instanceof SkippedCallError)) report(failure);
  });
  let writing = 0;
  return {
    ...work,
    write: async (owner, records) => {
      if (!store || (writing > 0 && writing + records.length > maxRecords)) return;
      writing += records.length;
      await store.write(owner, records).finally(() => {
        writing -= records.length;
      });
    },
  };
}
