// `GET /files/…`: the file of a link, streamed from AccessLink or from the store.
import { exercisePath, fileRequest } from '../../accesslink/endpoints/files.ts';
import { fileBody } from '../../accesslink/decompressed-body.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { FileTransport } from '../../accesslink/upstream.ts';
import type { Clock } from '../../clock.ts';
import type { RequestedFile } from '../../domain/context.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Secret } from '../../secret.ts';
import type { Handler } from '../http/router.ts';
import { type ChunkSource, streamChunks } from '../http/stream.ts';
import { createConcurrencyLimit } from './concurrency-limit.ts';
import { fileErrorResponse, fileNotFound, noFile, tooManyDownloads } from './file-errors.ts';
import { type FileLinks, FILES_PATH, type LinkedFile, type LinkOwner } from './file-links.ts';
import type { OwnerOf } from './file-owner.ts';

export interface FileHandlerOptions {
  readonly links: FileLinks;
  readonly openFile: FileTransport;
  /** The stored token of a user; null when there is none, or none that works. */
  readonly tokenOf: (polarUserId: string) => Promise<Secret | null>;
  /** A file that was imported; null when there is none. */
  readonly importedFile: (polarUserId: string, file: RequestedFile) => Promise<ChunkSource | null>;
  readonly ownerOf: OwnerOf;
  /** For whom a download is counted: whom a credential has proved, never a claim. */
  readonly countedAs: (linked: LinkOwner) => string;
  readonly clock: Pick<Clock, 'after'>;
  readonly stallMs?: number;
}

/** The media type of a file, and the end of its name. */
const FORMATS: Readonly<Record<RequestedFile['type'], { readonly mediaType: string; readonly ending: string }>> = {
  fit: { mediaType: 'application/vnd.ant.fit', ending: '.fit' },
  tcx: { mediaType: 'application/vnd.garmin.tcx+xml', ending: '.tcx' },
  gpx: { mediaType: 'application/gpx+xml', ending: '.gpx' },
  'gpx-with-pauses': { mediaType: 'application/gpx+xml', ending: '-with-pauses.gpx' },
};
const STALL_MS = 30_000;

/** Handles requests whose path is FILES_PATH and the encrypted part of a link. */
export function createFileHandler(options: FileHandlerOptions): Handler {
  const downloads = createConcurrencyLimit();
  const { clock, stallMs = STALL_MS } = options;
  return async (request, url) => {
    const linked = options.links.open(url.pathname.slice(FILES_PATH.length));
    if (!linked || !(await isOwner(options.ownerOf(request, url), linked))) return fileNotFound();
    const release = downloads.acquire(options.countedAs(linked));
    if (!release) return tooManyDownloads();
    const { signal } = request;
    try {
      const source = await openSource(options, linked, signal);
      if (!(source instanceof Response)) {
        const body = await streamChunks(source, { stallMs, clock, signal, onEnd: release });
        return new Response(body, { headers: headersFor(linked.file) });
      }
      release();
      return source;
    } catch (failure) {
      release();
      if (failure instanceof AccessLinkError) return fileErrorResponse(failure);
      throw failure;
    }
  };
}

/** Whoever sends no credentials may open every link; whoever sends some, only links of their own. */
async function isOwner(owner: Promise<string | null>, linked: LinkedFile): Promise<boolean> {
  try {
    return ((await owner) ?? linked.owner) === linked.owner;
  } catch (failure) {
    if (failure instanceof DomainError) return false;
    throw failure;
  }
}

/** The file, or the response that says why there is none. */
async function openSource(
  options: FileHandlerOptions,
  { polarUserId, file, ...linked }: LinkedFile,
  signal: AbortSignal,
): Promise<ChunkSource | Response> {
  if (file.source === 'imported') {
    if (polarUserId === null) return fileNotFound();
    return (await options.importedFile(polarUserId, file)) ?? noFile(file);
  }
  const token = linked.token ?? (polarUserId === null ? null : await options.tokenOf(polarUserId));
  if (!token) return fileNotFound();
  const request = fileRequest(exercisePath(file.exerciseId), file.type, token);
  const origin = { class: 'person', isProven: linked.token === null } as const;
  const opened = await options.openFile({ ...request, origin });
  if (!opened) return noFile(file);
  // An error while nobody reads would end the process; while somebody reads, the iterator rejects with it.
  opened.body.on('error', () => {});
  if (signal.aborted) opened.body.destroy();
  return { chunks: fileBody(opened), end: (reason) => void opened.body.destroy(reason) };
}

/** No header of AccessLink is passed on: its length and encoding do not hold for the decompressed bytes. */
function headersFor({ name, type }: RequestedFile): Record<string, string> {
  const { mediaType, ending } = FORMATS[type];
  const safeName = name.replaceAll(/[^a-z0-9-]/g, '') || 'exercise';
  return {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${safeName}${ending}"`,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
