// The short way to an engine, for what is done for every answer: statements as text, prepared once, without Kysely.

/** Reads rows. Parameters are `?` in the text; of one text there is one prepared statement. */
export type ReadRows = <T>(sql: string, parameters: readonly unknown[]) => Promise<readonly T[]>;

/** Where rows are read: of the data, and of the keys of people, which are apart. */
export interface RowReaders {
  readonly data: ReadRows;
  readonly keys: ReadRows;
}

/** Rows that one statement writes. What is in every row is `common`: it is behind the values of a row. */
export interface WrittenRows {
  readonly sql: string;
  readonly rows: readonly (readonly unknown[])[];
  readonly common: readonly unknown[];
  /** What the bytes among the values are in. It is lost to whoever writes. */
  readonly memory: ArrayBuffer;
}

/**
 * A transaction that a crash of the machine may undo, as long as nothing of it is lost by halves: it is not flushed by itself.
 * A crash of the process undoes nothing.
 */
export interface RelaxedTransaction {
  /** As of the transaction, before it writes. */
  readonly rows: RowReaders;
  /** Runs a statement that writes, and returns rows. */
  readonly run: ReadRows;
  /** Locks names until the transaction ends, as others do with `lock`. */
  readonly lockShared: (names: readonly string[]) => Promise<void>;
}

/** Commits with the rows that `work` resolves with. Null: there are none. */
export type RunRelaxed = (work: (transaction: RelaxedTransaction) => Promise<WrittenRows | null>) => Promise<void>;
