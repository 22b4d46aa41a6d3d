// A training session as a file.
import { gzipSync } from 'node:zlib';
import { type Answer, type Ask, isAsked } from '../ask.ts';
import type { Exercise } from '../life/exercise.ts';
import type { Resident } from '../life/resident.ts';
import { trackOf } from '../life/track.ts';
import { figuresOf, routeOf } from '../life/track-views.ts';
import { fitFile } from './fit.ts';
import { gpxDocument } from './gpx.ts';
import type { Recording } from './recording.ts';
import { tcxDocument } from './tcx.ts';

export const FILE_KINDS = ['fit', 'tcx', 'gpx'] as const;

export type FileKind = (typeof FILE_KINDS)[number];

/** Null for a GPX of a session without a route; the others exist of every session. */
export function fileOf(kind: FileKind, exercise: Exercise, ask: Ask): Answer | null {
  const recording = recordingOf(exercise, ask.resident);
  if (kind === 'fit') return answered('application/octet-stream', fitFile(recording));
  if (kind === 'tcx') return zipped(tcxDocument(recording), ask);
  if (!exercise.hasRoute) return null;
  return answered('application/gpx+xml', gpxDocument(recording, isAsked(ask, 'includePauseTimes')));
}

function recordingOf(exercise: Exercise, resident: Resident): Recording {
  const track = trackOf(resident, exercise.workout);
  const route = exercise.hasRoute ? routeOf(resident, track, 1) : [];
  return { exercise, track, figures: figuresOf(resident, exercise.workout), route, device: resident.device };
}

/** The documentation says that the document is gzipped; the live API most likely means the encoding of the content. */
function zipped(document: string, { dialect }: Ask): Answer {
  const answer = answered('application/vnd.garmin.tcx+xml', gzipSync(document));
  return dialect === 'live' ? { ...answer, headers: { 'Content-Encoding': 'gzip' } } : answer;
}

function answered(type: string, bytes: string | Uint8Array): Answer {
  return { status: 200, content: { type, bytes } };
}
