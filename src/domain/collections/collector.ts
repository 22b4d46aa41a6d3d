// Collects what AccessLink hands over once: of a person and kind by one consumer at a time.
import type { FileTransport, Transport } from '../../accesslink/upstream.ts';
import type { Secret } from '../../secret.ts';
import type { CollectionKind, CollectionOwner, CollectionStore } from '../../store/arrivals.ts';
import type { Collected } from '../context.ts';
import { consume } from './consume.ts';

/** Of whom, with which token, and through what. */
export interface Errand {
  readonly polarUserId: string;
  readonly token: Secret;
  readonly send: Transport;
  readonly openFile: FileTransport;
}

/** Resolves when nothing waits any more, or something failed. Never rejects. */
export type Collector = (errand: Errand, kind: CollectionKind) => Promise<Collected>;

export interface CollectorOptions {
  readonly store: Pick<CollectionStore, 'keep' | 'markCommitted' | 'uncommitted'>;
  readonly now: () => number;
}

/** A collector into a store. Who comes while a kind of a person is being collected is told the same. */
export function createCollector(
  { store, now }: CollectorOptions,
  underWay = new Map<string, Promise<Collected>>(),
): Collector {
  return (errand, kind) => {
    const owner: CollectionOwner = { kind, polarUserId: errand.polarUserId };
    const key = JSON.stringify([owner.polarUserId, kind]);
    const known = underWay.get(key);
    if (known) return known;
    const run = consume({ ...errand, owner, store, now }).finally(() => underWay.delete(key));
    underWay.set(key, run);
    return run;
  };
}
