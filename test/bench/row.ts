// A row of the bench: a function that measures, and the measures for which it finds figures.
import type { MeasureId } from './measures.ts';
import type { Upstream } from './upstream/client.ts';

/** What rows measure with. */
export interface Bench {
  readonly upstream: Upstream;
  /** How often each server is measured in turn; medians are taken. */
  readonly repeats: number;
  /** Seconds of one measurement under load. */
  readonly seconds: number;
  /** How much is filled, asked or started: 1, or less where a run should be quick. */
  readonly scale: number;
  /** For files that servers are given. Deleted at the end. */
  readonly folder: string;
  /** Prints what is being done. */
  readonly note: (text: string) => void;
}

/** A measured number in the unit of its measure, and what the table says. */
export interface Figure {
  readonly value: number;
  readonly text: string;
}

export interface Findings {
  /** In place of a figure: why there is none. */
  readonly figures: Readonly<Partial<Record<MeasureId, Figure | string>>>;
  /** Markdown for below the table: everything that was measured for the row. */
  readonly details?: string;
}

export type Row = (bench: Bench) => Promise<Findings>;

/** So many as a full run has, less where it should be quick, at least one. */
export function scaled({ scale }: Bench, count: number): number {
  return Math.max(1, Math.round(count * scale));
}
