// What is stored of each kind of item, as JSON. Bodies are stored as AccessLink sent them and decoded when they are
// read.
import type { FileType } from '../../accesslink/endpoints/files.ts';

export interface ImportedInfoValue {
  readonly info: unknown;
}

export interface ImportedActivityValue {
  readonly summary: unknown;
  readonly steps: unknown;
  readonly zones: unknown;
}

/** A file: its content in gzip and base64; null when it was too large to store. */
export interface ImportedFile {
  readonly gzip: string | null;
}

export interface ImportedExerciseValue {
  readonly summary: unknown;
  readonly zones: unknown;
  readonly samples: readonly unknown[];
  /** By type; only those that AccessLink had. */
  readonly files: Readonly<Partial<Record<FileType, ImportedFile>>>;
}
