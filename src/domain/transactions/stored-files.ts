// The files of an imported session, from what was stored of it.
import { gunzipSync } from 'node:zlib';
import { fileTypesFor } from '../../accesslink/endpoints/files.ts';
import type { ImportedItem, ImportStore } from '../../store/contract/imports.ts';
import type { RequestedFile } from '../context.ts';
import type { ImportedExerciseValue } from './imported-values.ts';

/** The content of a file in chunks. `end` does nothing: nothing is open. */
export interface StoredFile {
  readonly chunks: AsyncIterator<Buffer>;
  readonly end: () => void;
}

/** A file of an imported session of a user; null when none was stored. */
export async function storedFile(
  store: Pick<ImportStore, 'read'>,
  file: Pick<RequestedFile, 'exerciseId' | 'type'> & { readonly polarUserId: string },
): Promise<StoredFile | null> {
  const { polarUserId, exerciseId, type } = file;
  const [item] = await store.read({ kind: 'EXERCISE', polarUserId }, [exerciseId]);
  const compressed = item && filesIn(item)[type]?.gzip;
  return compressed ? { chunks: chunksOf(gunzipSync(Buffer.from(compressed, 'base64'))), end: () => {} } : null;
}

/** The types of the files that were stored of an item. */
export function storedFileTypes(item: ImportedItem): RequestedFile['type'][] {
  const files = filesIn(item);
  return fileTypesFor(null).filter((type) => files[type]?.gzip);
}

function filesIn({ value }: ImportedItem): ImportedExerciseValue['files'] {
  return (value as Partial<ImportedExerciseValue> | null)?.files ?? {};
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  const size = 64 * 1024;
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
