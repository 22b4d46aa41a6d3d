// The time as all of the store speaks of it.

/** Milliseconds since the epoch. */
export type Instant = number;
