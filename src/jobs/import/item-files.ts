// The files of a session in a transaction: after the commit AccessLink does not have them any more.
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { fileRequest, type FileType } from '../../accesslink/endpoints/files.ts';
import type { UserTransport } from '../../accesslink/endpoints/transactions.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import { decompressedBody } from '../../accesslink/decompressed-body.ts';
import type { FileTransport, UpstreamFile } from '../../accesslink/upstream.ts';
import type { Clock } from '../../clock.ts';
import type { ImportedExerciseValue, ImportedFile } from '../../domain/transactions/imported-values.ts';

const compress = promisify(gzip);
/** The limits of a file, compressed and not: what is longer is not stored. A day recorded every second is about 30 MB. */
const MAX_STORED_BYTES = 16 * 1024 * 1024;
const MAX_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

/** Through what the parts of an item are read. */
export interface ItemTransport extends UserTransport {
  readonly openFile: FileTransport;
  readonly clock: Pick<Clock, 'after'>;
}

/** The files of these types below the path of a session. Rejects with AccessLinkError. */
export async function readFiles(
  { openFile, token, clock }: Pick<ItemTransport, 'openFile' | 'token' | 'clock'>,
  path: string,
  types: readonly FileType[],
): Promise<ImportedExerciseValue['files']> {
  const files: [FileType, ImportedFile][] = [];
  for (const type of types) {
    const file = await openFile(fileRequest(path, type, token)).catch((failure: unknown) =>
      absentVariant(type, failure),
    );
    if (file) files.push([type, await importedFile(file, clock)]);
  }
  return Object.fromEntries(files);
}

/** A refused parameter is no reason to leave everything else where it is: there is no such variant then. */
function absentVariant(type: FileType, failure: unknown): null {
  if (type === 'gpx-with-pauses' && failure instanceof AccessLinkError && failure.code === 'refused') return null;
  throw failure;
}

async function importedFile(file: UpstreamFile, clock: ItemTransport['clock']): Promise<ImportedFile> {
  const bytes = await readBytes(file, clock);
  const compressed = bytes && (await compress(bytes));
  const isStored = compressed !== null && compressed.length <= MAX_STORED_BYTES;
  return { gzip: isStored ? compressed.toString('base64') : null };
}

/** Null when there are more than MAX_BYTES: the rest is not read. */
async function readBytes(file: UpstreamFile, clock: ItemTransport['clock']): Promise<Buffer | null> {
  const cancelTimeout = clock.after(TIMEOUT_MS, () => file.body.destroy(timeoutError()));
  file.body.on('error', () => {});
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of decompressedBody(file)) {
      size += chunk.length;
      if (size > MAX_BYTES) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    cancelTimeout();
  }
}

function timeoutError(): AccessLinkError {
  return new AccessLinkError('timeout', 'AccessLink did not send a file in time');
}
