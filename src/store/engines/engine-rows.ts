// The short way to an engine, for what is done for every answer: statements as text, prepared once, without Kysely.

/** Reads rows. Parameters are `?` in the text; of one text there is one prepared statement. */
export type ReadRows = <T>(sql: string, parameters: readonly unknown[]) => Promise<readonly T[]>;

/** Where rows are read: of the data, and of the keys of people, which are apart. */
export interface RowReaders {
  readonly data: ReadRows;
  readonly keys: ReadRows;
}

/**
 * Rows that one statement writes: their values, then their bytes, then what is common to all. They are few large objects, not
 * many small ones: another thread takes them in a tenth of the time.
 */
export interface WrittenRows {
  readonly sql: string;
  /** The values of all rows, one row after another. */
  readonly values: readonly (string | number)[];
  /** So many are of one row. */
  readonly width: number;
  /** The bytes of all rows, one row after another. They are lost to whoever writes. */
  readonly memory: ArrayBuffer;
  /** So many bytes are of each row. */
  readonly lengths: readonly number[];
  readonly common: readonly (string | number)[];
}

/** The parameters of each row. */
export function rowsOf({ values, width, memory, lengths, common }: WrittenRows): unknown[][] {
  let at = 0;
  return lengths.map((length, row) => {
    const bytes = Buffer.from(memory, at, length);
    at += length;
    return [...values.slice(row * width, (row + 1) * width), bytes, ...common];
  });
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
