// The files of a collected session, out of what was kept of it.
import { gunzipSync } from 'node:zlib';
import type { CollectedItem, CollectionStore } from '../../store/arrivals.ts';
import type { WantedFile } from '../context.ts';
import type { CollectedExerciseValue } from './collected-value.ts';

/** Bytes to come; nothing has to be ended, since all are there. */
export interface KeptFile {
  readonly chunks: AsyncIterator<Buffer>;
  readonly end: () => void;
}

/** A file of a collected session of a person; null when none was kept. */
export async function collectedFile(
  store: Pick<CollectionStore, 'read'>,
  wanted: Pick<WantedFile, 'exerciseId' | 'type'> & { readonly polarUserId: string },
): Promise<KeptFile | null> {
  const { polarUserId, exerciseId, type } = wanted;
  const [item] = await store.read({ kind: 'EXERCISE', polarUserId }, [exerciseId]);
  const packed = item && filesIn(item)[type]?.gzip;
  return packed ? { chunks: pieces(gunzipSync(Buffer.from(packed, 'base64'))), end: () => {} } : null;
}

/** The types of the files that were kept of an item. */
export function keptTypes(item: CollectedItem): WantedFile['type'][] {
  const files = filesIn(item);
  return (['fit', 'tcx', 'gpx'] as const).filter((type) => files[type]?.gzip);
}

function filesIn({ value }: CollectedItem): CollectedExerciseValue['files'] {
  return (value as Partial<CollectedExerciseValue> | null)?.files ?? {};
}

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  const size = 64 * 1024;
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
