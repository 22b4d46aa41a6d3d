// Imports the transactions of a user, of each kind in one run at a time.
import type { FileTransport, Transport } from '../../accesslink/upstream.ts';
import type { Secret } from '../../secret.ts';
import type { ImportKind, ImportOwner } from '../../store/contract/imports.ts';
import type { ImportResult } from '../../domain/context.ts';
import { type ImportRun, runImport } from './import-run.ts';

/** Of whom, with which token, and through which transports. */
export interface ImportRequest {
  readonly polarUserId: string;
  readonly token: Secret;
  readonly send: Transport;
  readonly openFile: FileTransport;
  /** Whether no other transaction is to be begun; until none waits when left out. */
  readonly isSpent?: () => boolean;
}

/** Resolves when no transaction waits any more, or something failed. Never rejects. */
export type Importer = (request: ImportRequest, kind: ImportKind) => Promise<ImportResult>;

/** An importer into a store. Requests for a user and kind whose run has started already share its result. */
export function createImporter({ store, clock }: Pick<ImportRun, 'store' | 'clock'>): Importer {
  const running = new Map<string, Promise<ImportResult>>();
  return (request, kind) => {
    const owner: ImportOwner = { kind, polarUserId: request.polarUserId };
    const key = JSON.stringify([owner.polarUserId, kind]);
    const shared = running.get(key);
    if (shared) return shared;
    const run = runImport({ ...request, owner, store, clock }).finally(() => running.delete(key));
    running.set(key, run);
    return run;
  };
}
