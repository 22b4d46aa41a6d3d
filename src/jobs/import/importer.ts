// Collects what AccessLink hands over once: of a person and kind by one consumer at a time.
import type { FileTransport, Transport } from '../../accesslink/upstream.ts';
import type { Secret } from '../../secret.ts';
import type { ImportKind, ImportOwner, ImportStore } from '../../store/contract/deliveries.ts';
import type { ImportResult } from '../../domain/context.ts';
import { runImport } from './import-run.ts';

/** Of whom, with which token, and through what. */
export interface ImportRequest {
  readonly polarUserId: string;
  readonly token: Secret;
  readonly send: Transport;
  readonly openFile: FileTransport;
}

/** Resolves when nothing waits any more, or something failed. Never rejects. */
export type Importer = (errand: ImportRequest, kind: ImportKind) => Promise<ImportResult>;

export interface ImporterOptions {
  readonly store: Pick<ImportStore, 'put' | 'markCommitted' | 'uncommitted'>;
  readonly now: () => number;
}

/** A collector into a store. Who comes while a kind of a person is being collected is told the same. */
export function createImporter(
  { store, now }: ImporterOptions,
  underWay = new Map<string, Promise<ImportResult>>(),
): Importer {
  return (errand, kind) => {
    const owner: ImportOwner = { kind, polarUserId: errand.polarUserId };
    const key = JSON.stringify([owner.polarUserId, kind]);
    const known = underWay.get(key);
    if (known) return known;
    const run = runImport({ ...errand, owner, store, now }).finally(() => underWay.delete(key));
    underWay.set(key, run);
    return run;
  };
}
