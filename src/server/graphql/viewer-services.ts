// What the context of a viewer has besides loaders: links to files and, for a verified user, imports.
import { filesWithOrigin } from '../../accesslink/budget/call.ts';
import { type UpstreamCall, tracedFiles } from '../../accesslink/trace.ts';
import type { FileTransport, Transport } from '../../accesslink/upstream.ts';
import { type Importer, createImporter } from '../../jobs/import/importer.ts';
import type { Imports, Context } from '../../domain/context.ts';
import type { BackgroundWork } from '../../loading/background-work.ts';
import type { ImportedItem, ImportOwner, ImportStore } from '../../store/contract/imports.ts';
import type { Store } from '../../store/contract/store.ts';
import type { Caller } from '../auth/caller.ts';
import type { FileLinks } from '../files/file-links.ts';
import type { Sending } from './sending.ts';

export interface ViewerOperation extends Sending {
  readonly caller: Caller;
  /** Sends what an import needs: a transaction that is begun is read whole, whatever that takes. */
  readonly send: Transport;
  /** Whether the operation has sent as much as it may: then no other transaction is begun. */
  readonly isSpent: () => boolean;
  /** Called with each request for a file. */
  readonly record: (call: UpstreamCall) => void;
  /** Of the clock. */
  readonly elapsed: () => number;
}

/** A viewer's links, and the imports of a verified one. */
export type ViewerServices = (
  operation: ViewerOperation,
) => Pick<Context, 'linkTo'> & { readonly imports: ReturnType<Context['imports']> };

export interface ViewerServicesOptions {
  readonly openFile: FileTransport;
  readonly links: FileLinks;
  /** Null without a store: an import deletes from AccessLink what it has stored. */
  readonly importing: { readonly store: Store; readonly importer: Importer } | null;
  readonly background: BackgroundWork;
  readonly publicUrl: string | null;
}

export function createViewerServices(options: ViewerServicesOptions): ViewerServices {
  return (operation) => {
    const { viewer, token } = operation.caller;
    const isVerified = isVerifiedUser(operation.caller);
    const origin = options.publicUrl ?? operation.url.origin;
    return {
      linkTo: (file) => options.links.create({ ...viewer, token: isVerified ? null : token, file }, origin),
      imports: isVerified && options.importing ? importsFor(options, options.importing, operation) : null,
    };
  };
}

/** Whether this server has verified the user id of a caller; a user id that is sent with a token is only claimed. */
export function isVerifiedUser({ viewer, tokenHash }: Caller): boolean {
  return viewer.polarUserId !== null && tokenHash === null;
}

function importsFor(
  { openFile, background }: ViewerServicesOptions,
  { store: { imports }, importer }: NonNullable<ViewerServicesOptions['importing']>,
  { caller, send, isSpent, isPlan, record, elapsed }: ViewerOperation,
): Imports {
  const polarUserId = caller.viewer.polarUserId ?? '';
  const files = filesWithOrigin(openFile, { class: 'person', isProven: true });
  const request = {
    polarUserId,
    token: caller.token,
    send,
    isSpent,
    openFile: tracedFiles(files, record, elapsed),
  };
  return {
    collect: (kind) => (isPlan ? createPlanImporter() : importer)(request, kind),
    list: (kind) => imports.list({ kind, polarUserId }),
    read: (kind, ids) => imports.read({ kind, polarUserId }, ids),
    newest: (kind, limit) => imports.items(polarUserId, kind, limit),
    add: (kind, item) => {
      if (!isPlan) void background.track(addNew(imports, { kind, polarUserId }, item));
    },
  };
}

async function addNew(store: ImportStore, owner: ImportOwner, item: ImportedItem): Promise<void> {
  const [stored] = await store.read(owner, [item.id]);
  if (!stored) await store.add(owner, [item]);
}

/** Of one plan: its transport finds nothing, so it only records the first request. */
function createPlanImporter(): Importer {
  return createImporter({
    store: { uncommitted: async () => [], put: async () => {}, markCommitted: async () => {} },
    clock: { now: () => 0, after: () => () => {} },
  });
}
