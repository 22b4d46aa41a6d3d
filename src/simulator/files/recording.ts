// The recording of a session, from which files are written.
import type { Exercise } from '../data/exercise.ts';
import type { Track } from '../data/track.ts';
import type { TrackSummary, RoutePoint } from '../data/track-summary.ts';

/** A session with its track and route. */
export interface Recording {
  readonly exercise: Exercise;
  readonly track: Track;
  readonly trackSummary: TrackSummary;
  /** One point a second; empty without a route. */
  readonly route: readonly RoutePoint[];
  readonly device: { readonly name: string; readonly id: string };
}

/** UTC with Z, of a second of the session. */
export function timeAt({ exercise }: Recording, second: number): string {
  return new Date(exercise.startedAt + second * 1000).toISOString();
}

/** An XML element with text; empty without a value. */
export function element(name: string, value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : `<${name}>${value}</${name}>`;
}
