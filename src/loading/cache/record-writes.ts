// The writes of records, behind the answers: a bounded number at once. What does not fit is dropped: it costs a request later.
import { SkippedCallError } from '../../store/contract/errors.ts';
import type { RecordOwner, RecordStore, StoredRecord } from '../../store/contract/records.ts';
import { type BackgroundWork, createBackgroundWork } from '../background-work.ts';

export interface RecordWrites extends Pick<BackgroundWork, 'flushed' | 'settled'> {
  /** Starts to write, or drops the records when too many are being written. */
  write(owner: RecordOwner, records: readonly StoredRecord[]): void;
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
    write: (owner, records) => {
      if (!store || (writing > 0 && writing + records.length > maxRecords)) return;
      writing += records.length;
      void work.track(
        store.write(owner, records).finally(() => {
          writing -= records.length;
        }),
      );
    },
    flushed: () => work.flushed(),
    settled: () => work.settled(),
  };
}
