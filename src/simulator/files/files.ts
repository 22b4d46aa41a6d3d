// A training session as a file.
import { gzipSync } from 'node:zlib';
import { type PersonRequest, hasFlag } from '../request.ts';
import type { ApiResponse } from '../response.ts';
import type { Exercise } from '../data/exercise.ts';
import type { PersonProfile } from '../data/person-profile.ts';
import { trackOf } from '../data/track.ts';
import { trackSummaryOf, routeOf } from '../data/track-summary.ts';
import { fitFile } from './fit.ts';
import { gpxDocument } from './gpx.ts';
import type { Recording } from './recording.ts';
import { tcxDocument } from './tcx.ts';

export const FILE_KINDS = ['fit', 'tcx', 'gpx'] as const;

export type FileKind = (typeof FILE_KINDS)[number];

/** Null for the GPX of a session without a route; the others exist for every session. */
export function fileOf(kind: FileKind, exercise: Exercise, request: PersonRequest): ApiResponse | null {
  const recording = recordingOf(exercise, request.person);
  if (kind === 'fit') return fileResponse('application/octet-stream', fitFile(recording));
  if (kind === 'tcx') return gzipped(tcxDocument(recording), request);
  if (!exercise.hasRoute) return null;
  return fileResponse('application/gpx+xml', gpxDocument(recording, hasFlag(request, 'includePauseTimes')));
}

function recordingOf(exercise: Exercise, person: PersonProfile): Recording {
  const track = trackOf(person, exercise.workout);
  const route = exercise.hasRoute ? routeOf(person, track, 1) : [];
  return { exercise, track, trackSummary: trackSummaryOf(person, exercise.workout), route, device: person.device };
}

/** The documentation describes a gzipped document; the live API most likely means the Content-Encoding. */
function gzipped(document: string, { dialect }: PersonRequest): ApiResponse {
  const response = fileResponse('application/vnd.garmin.tcx+xml', gzipSync(document));
  return dialect === 'live' ? { ...response, headers: { 'Content-Encoding': 'gzip' } } : response;
}

function fileResponse(type: string, bytes: string | Uint8Array): ApiResponse {
  return { status: 200, content: { type, bytes } };
}
