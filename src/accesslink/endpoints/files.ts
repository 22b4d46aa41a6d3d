// Training sessions as files.
import type { Secret } from '../../secret.ts';
import { bearer } from '../credentials.ts';
import type { UpstreamRequest } from '../upstream.ts';

/** FIT: Garmin's binary format. TCX and GPX: XML, GPX only with a route, without the pauses of the session or with them. */
export type FileType = 'fit' | 'tcx' | 'gpx' | 'gpx-with-pauses';

/** The files of a session: only one with a route has GPX files. Where it is not known, there may be some. */
export function fileTypesFor(hasRoute: boolean | null): readonly FileType[] {
  return hasRoute === false ? ['fit', 'tcx'] : ['fit', 'tcx', 'gpx', 'gpx-with-pauses'];
}

interface FileForm {
  /** Below the path of a session. */
  readonly path: string;
  readonly accept: string;
}

const FORMS: Readonly<Record<FileType, FileForm>> = {
  fit: { path: 'fit', accept: '*/*' },
  tcx: { path: 'tcx', accept: 'application/vnd.garmin.tcx+xml' },
  gpx: { path: 'gpx', accept: 'application/gpx+xml' },
  'gpx-with-pauses': { path: 'gpx?includePauseTimes=true', accept: 'application/gpx+xml' },
};

/**
 * GET …/fit, …/tcx or …/gpx below the path of a session. The parameter for pauses is documented for sessions in transactions
 * only; sessions outside them take it as well, or ignore it.
 */
export function fileRequest(exercisePath: string, type: FileType, token: Secret): UpstreamRequest {
  const { path, accept } = FORMS[type];
  return { path: `${exercisePath}/${path}`, accept, authorization: bearer(token) };
}

/** The path of a session that is read without a transaction. */
export function exercisePath(exerciseId: string): string {
  return `/v3/exercises/${encodeURIComponent(exerciseId)}`;
}
