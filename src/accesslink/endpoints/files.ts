// Training sessions as files.
import type { Secret } from '../../secret.ts';
import { bearer } from '../credentials.ts';
import type { UpstreamRequest } from '../upstream.ts';

/** FIT: Garmin's binary format. TCX and GPX: XML, GPX only with a route. */
export type FileType = 'fit' | 'tcx' | 'gpx';

/** The files of a session: only one with a route has a GPX file. Where it is not known, there may be one. */
export function fileTypesFor(hasRoute: boolean | null): readonly FileType[] {
  return hasRoute === false ? ['fit', 'tcx'] : ['fit', 'tcx', 'gpx'];
}

const ACCEPT: Readonly<Record<FileType, string>> = {
  fit: '*/*',
  tcx: 'application/vnd.garmin.tcx+xml',
  gpx: 'application/gpx+xml',
};

/** GET …/fit, …/tcx or …/gpx below the path of a session. */
export function fileRequest(exercisePath: string, type: FileType, token: Secret): UpstreamRequest {
  return { path: `${exercisePath}/${type}`, accept: ACCEPT[type], authorization: bearer(token) };
}

/** The path of a session that is read without a transaction. */
export function exercisePath(exerciseId: string): string {
  return `/v3/exercises/${encodeURIComponent(exerciseId)}`;
}
