// What a file of a session is written from.
import type { Exercise } from '../life/exercise.ts';
import type { Track } from '../life/track.ts';
import type { Figures, RoutePoint } from '../life/track-views.ts';

export interface Recording {
  readonly exercise: Exercise;
  readonly track: Track;
  readonly figures: Figures;
  /** One point a second; empty without a route. */
  readonly route: readonly RoutePoint[];
  readonly device: { readonly name: string; readonly id: string };
}

/** UTC with Z, of a second of the session. */
export function timeAt({ exercise }: Recording, second: number): string {
  return new Date(exercise.startedAt + second * 1000).toISOString();
}

/** An element with text, or nothing at all. */
export function element(name: string, value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : `<${name}>${value}</${name}>`;
}
