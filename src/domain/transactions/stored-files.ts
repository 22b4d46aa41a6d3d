// The files of a collected session, out of what was kept of it.
import { gunzipSync } from 'node:zlib';
import type { ImportedItem, ImportStore } from '../../store/contract/deliveries.ts';
import type { RequestedFile } from '../context.ts';
import type { ImportedExerciseValue } from './imported-values.ts';

/** Bytes to come; nothing has to be ended, since all are there. */
export interface StoredFile {
  readonly chunks: AsyncIterator<Buffer>;
  readonly end: () => void;
}

/** A file of a collected session of a person; null when none was kept. */
export async function storedFile(
  store: Pick<ImportStore, 'read'>,
  wanted: Pick<RequestedFile, 'exerciseId' | 'type'> & { readonly polarUserId: string },
): Promise<StoredFile | null> {
  const { polarUserId, exerciseId, type } = wanted;
  const [item] = await store.read({ kind: 'EXERCISE', polarUserId }, [exerciseId]);
  const packed = item && filesIn(item)[type]?.gzip;
  return packed ? { chunks: pieces(gunzipSync(Buffer.from(packed, 'base64'))), end: () => {} } : null;
}

/** The types of the files that were kept of an item. */
export function storedFileTypes(item: ImportedItem): RequestedFile['type'][] {
  const files = filesIn(item);
  return (['fit', 'tcx', 'gpx'] as const).filter((type) => files[type]?.gzip);
}

function filesIn({ value }: ImportedItem): ImportedExerciseValue['files'] {
  return (value as Partial<ImportedExerciseValue> | null)?.files ?? {};
}

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  const size = 64 * 1024;
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
