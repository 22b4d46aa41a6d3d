// Files behind links: streamed from AccessLink, or taken from what was collected, as they are wanted by the client.
import { exercisePath, fileRequest } from '../../accesslink/endpoints/files.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import { decompressedBody } from '../../accesslink/decompressed-body.ts';
import type { FileTransport } from '../../accesslink/upstream.ts';
import type { RequestedFile } from '../../domain/context.ts';
import type { Secret } from '../../secret.ts';
import { createConcurrencyLimit } from './concurrency-limit.ts';
import { type FileLinks, FILES_PATH, type LinkedFile } from './file-links.ts';
import { notFound, fileErrorResponse } from './file-errors.ts';
import { type ChunkSource, streamChunks } from '../http/stream.ts';

export interface FilesOptions {
  readonly links: FileLinks;
  readonly openFile: FileTransport;
  /** The token of somebody whom this server knows; null when there is none (any more). */
  readonly tokenOf: (polarUserId: string) => Promise<Secret | null>;
  /** A file that was collected; null when there is none. */
  readonly collected: (polarUserId: string, file: RequestedFile) => Promise<ChunkSource | null>;
  /** Who asks, as `Viewer.owner`; null when the request carries no credential. Rejects when it carries a bad one. */
  readonly ownerOf: (request: Request) => Promise<string | null>;
  readonly stallMs?: number;
}

/** Answers requests for files; null for any other request. */
export type Files = (request: Request) => Promise<Response | null>;

const TYPES: Readonly<Record<RequestedFile['type'], string>> = {
  fit: 'application/vnd.ant.fit',
  tcx: 'application/vnd.garmin.tcx+xml',
  gpx: 'application/gpx+xml',
};
/** Of the client's patience and of AccessLink's: so long nothing may move. */
const STALL_MS = 30_000;

/** The files of an app. */
export function createFiles(options: FilesOptions): Files {
  const downloads = createConcurrencyLimit();
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(FILES_PATH)) return null;
    const linked = request.method === 'GET' ? options.links.open(pathname.slice(FILES_PATH.length)) : null;
    if (!linked || !(await isTheirs(options, linked, request))) return notFound();
    const leave = downloads.enter(linked.owner);
    if (!leave) return fileErrorResponse('busy');
    try {
      const chunks = await chunksOf(options, linked, request.signal);
      if (!chunks) return left(leave, notFound());
      const stall = { stallMs: options.stallMs ?? STALL_MS, signal: request.signal, onEnd: leave };
      return new Response(await streamChunks(chunks, stall), { headers: headersOf(linked.file) });
    } catch (failure) {
      leave();
      if (failure instanceof AccessLinkError) return fileErrorResponse(failure);
      throw failure;
    }
  };
}

/** Whoever shows who they are is given no link of somebody else. */
async function isTheirs(options: FilesOptions, { owner }: LinkedFile, request: Request): Promise<boolean> {
  const asking = await options.ownerOf(request).catch(() => 'nobody who has links');
  return asking === null || asking === owner;
}

async function chunksOf(options: FilesOptions, linked: LinkedFile, signal: AbortSignal): Promise<ChunkSource | null> {
  const { polarUserId, file } = linked;
  if (file.source === 'collected') return polarUserId === null ? null : options.collected(polarUserId, file);
  const token = linked.token ?? (polarUserId === null ? null : await options.tokenOf(polarUserId));
  if (!token) return null;
  const opened = await options.openFile(fileRequest(exercisePath(file.exerciseId), file.type, token));
  if (!opened) return null;
  // Whoever takes the chunks is told; before and after that nobody listens, and Node would end the process.
  opened.body.on('error', () => {});
  if (signal.aborted) opened.body.destroy();
  return { chunks: decompressedBody(opened), end: (why) => void opened.body.destroy(why) };
}

/** Nothing of AccessLink's headers: what they say of length and encoding is not true any more. */
function headersOf({ name, type }: RequestedFile): Record<string, string> {
  const safeName = name.replaceAll(/[^a-z0-9-]/g, '') || 'exercise';
  return {
    'content-type': TYPES[type],
    'content-disposition': `attachment; filename="${safeName}.${type}"`,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

function left(leave: () => void, response: Response): Response {
  leave();
  return response;
}
