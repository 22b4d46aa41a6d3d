// What the loaders of one operation work with: whose records, through which transport, remembered where.
import type { Secret } from '../secret.ts';
import type { Transport } from '../accesslink/upstream.ts';
import type { Archive } from './archive.ts';
import type { Expiry } from './expiry.ts';
import type { Flights } from './flights.ts';
import type { Scope, Wish } from './keys.ts';
import type { Ledger } from './ledger.ts';
import type { Memory } from './memory.ts';
import type { Refusals } from './refusals.ts';
import type { Today } from './reach.ts';
import { type FlagTable, flagsFor } from './resource.ts';

/** Everything the loaders of one operation need. */
export interface Session {
  readonly scope: Scope;
  /** Whom the records are about; null when the request did not say. */
  readonly polarUserId: string | null;
  readonly token: Secret;
  readonly send: Transport;
  readonly memory: Memory;
  readonly expiry: Expiry;
  /** What is kept beyond the process. */
  readonly archive: Archive;
  readonly flights: Flights;
  /** What AccessLink refused last. */
  readonly refusals: Refusals;
  readonly ledger: Ledger;
  readonly now: () => number;
  readonly today: Today;
  /** Schema coordinates (`Type.field`) that the operation selects. */
  readonly selected: ReadonlySet<string>;
}

/** A value as read: when, and whether it is older than it should be because AccessLink did not give a newer one. */
export interface Held<T> {
  readonly value: T;
  readonly fetchedAt: number;
  readonly stale: boolean;
}

/** The wish for a part of a resource, with the flags that the operation needs. */
export function wishFor(session: Session, resource: { name: string; flags: FlagTable }, what: string): Wish {
  const flags = flagsFor(resource.flags, session.selected);
  return { resource: resource.name, what, flags, allFlags: Object.keys(resource.flags) };
}
