// The files of a session in a transaction: after the commit nobody has them.
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { fileRequest, type FileType } from '../../accesslink/endpoints/files.ts';
import type { UserTransport } from '../../accesslink/endpoints/transactions.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import { decompressedBody } from '../../accesslink/decompressed-body.ts';
import type { FileTransport, UpstreamFile } from '../../accesslink/upstream.ts';
import type { ImportedExerciseValue, ImportedFile } from '../../domain/transactions/imported-values.ts';

const pack = promisify(gzip);
/** What is kept of a file, packed. */
const MOST_KEPT = 16 * 1024 * 1024;
const MOST_READ = 32 * 1024 * 1024;
const PATIENCE_MS = 30_000;

/** Through what the parts of an item are read. */
export interface ItemTransport extends UserTransport {
  readonly openFile: FileTransport;
}

/** The files of these types below the path of a session. */
export async function readFiles(
  { openFile, token }: Pick<ItemTransport, 'openFile' | 'token'>,
  path: string,
  types: readonly FileType[],
): Promise<ImportedExerciseValue['files']> {
  const found: [FileType, ImportedFile][] = [];
  for (const type of types) {
    const file = await openFile(fileRequest(path, type, token));
    if (file) found.push([type, await kept(file)]);
  }
  return Object.fromEntries(found);
}

async function kept(file: UpstreamFile): Promise<ImportedFile> {
  const bytes = await wholeOf(file);
  const packed = await pack(bytes);
  return { bytes: bytes.length, gzip: packed.length > MOST_KEPT ? null : packed.toString('base64') };
}

async function wholeOf(file: UpstreamFile): Promise<Buffer> {
  const timer = setTimeout(() => file.body.destroy(late()), PATIENCE_MS);
  file.body.on('error', () => {});
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of decompressedBody(file, { maxBytes: MOST_READ })) chunks.push(chunk);
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
  }
}

function late(): AccessLinkError {
  return new AccessLinkError('timeout', 'AccessLink did not send a file in time');
}
