// What is kept of each kind of item, as JSON. Bodies are as AccessLink sent them and decoded when they are read.

export interface ImportedInfoValue {
  readonly info: unknown;
}

export interface ImportedActivityValue {
  readonly summary: unknown;
  readonly steps: unknown;
  readonly zones: unknown;
}

/** A file: how large it was, and its bytes in gzip and base64, unless that was too much to keep. */
export interface ImportedFile {
  readonly bytes: number;
  readonly gzip: string | null;
}

export interface ImportedExerciseValue {
  readonly summary: unknown;
  readonly zones: unknown;
  readonly samples: readonly unknown[];
  /** By type; those that there are not are left out. */
  readonly files: Readonly<Partial<Record<'fit' | 'tcx' | 'gpx', ImportedFile>>>;
}
