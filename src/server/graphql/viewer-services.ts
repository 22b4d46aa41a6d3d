// What a viewer has beside records: links to files, and, when this server knows who they are, what was collected.
import { type UpstreamCall, tracedFiles } from '../../accesslink/trace.ts';
import type { FileTransport, Transport } from '../../accesslink/upstream.ts';
import { type Importer, createImporter } from '../../jobs/import/importer.ts';
import type { Imports, Context } from '../../domain/context.ts';
import type { BackgroundWork } from '../../loading/background-work.ts';
import { partitionOfUser } from '../../loading/cache/keys.ts';
import type { ImportedItem, ImportOwner, ImportStore } from '../../store/contract/deliveries.ts';
import type { Store } from '../../store/contract/store.ts';
import type { Caller } from '../auth/caller.ts';
import type { FileLinks } from '../files/file-links.ts';

/** An operation as far as it matters here. */
export interface ViewerOperation {
  readonly caller: Caller;
  /** The address that was asked. */
  readonly url: string;
  /** Only what would be sent is wanted. */
  readonly isPlan: boolean;
  /** Sends and notes; finds nothing in a plan. */
  readonly send: Transport;
  readonly note: (call: UpstreamCall) => void;
  /** Of the clock. */
  readonly elapsed: () => number;
}

/** What the context of a viewer's operation holds beside loaders. */
export type ViewerServices = (asked: ViewerOperation) => Pick<Context, 'linkTo' | 'imports'>;

export interface ViewerServicesOptions {
  readonly openFile: FileTransport;
  readonly links: FileLinks;
  /** Null without a store: nothing is kept then, and nothing may be collected. */
  readonly kept: { readonly store: Store; readonly collect: Importer } | null;
  readonly background: BackgroundWork;
  readonly publicUrl: string | null;
}

/** Personal matters of an app. */
export function createViewerServices(options: ViewerServicesOptions): ViewerServices {
  return (asked) => {
    const { viewer, token } = asked.caller;
    const isKnown = isProven(asked.caller);
    const origin = options.publicUrl ?? new URL(asked.url).origin;
    return {
      linkTo: (file) => options.links.make({ ...viewer, token: isKnown ? null : token, file }, origin),
      imports: isKnown && options.kept ? collectionsOf(options, options.kept, asked) : null,
    };
  };
}

/** Whether this server itself knows which user the caller is; a user id that comes with a token is only said. */
function isProven({ viewer, partition: scope }: Caller): boolean {
  return viewer.polarUserId !== null && scope === partitionOfUser(viewer.polarUserId);
}

function collectionsOf(
  options: ViewerServicesOptions,
  { store: { imports: collections }, collect }: NonNullable<ViewerServicesOptions['kept']>,
  asked: ViewerOperation,
): Imports {
  const polarUserId = asked.caller.viewer.polarUserId ?? '';
  const { openFile, background } = options;
  const errand = {
    polarUserId,
    token: asked.caller.token,
    send: asked.send,
    openFile: tracedFiles(openFile, asked.note, asked.elapsed),
  };
  return {
    collect: (kind) => (asked.isPlan ? planOnly : collect)(errand, kind),
    list: (kind) => collections.list({ kind, polarUserId }),
    read: (kind, ids) => collections.read({ kind, polarUserId }, ids),
    newest: (kind, limit) => collections.items(polarUserId, kind, limit),
    add: (kind, item) => {
      if (!asked.isPlan) background.follow(addNew(collections, { kind, polarUserId }, item));
    },
  };
}

async function addNew(store: ImportStore, owner: ImportOwner, item: ImportedItem): Promise<void> {
  const [known] = await store.read(owner, [item.id]);
  if (!known) await store.add(owner, [item]);
}

/** Finds nothing, so that all it does is to write down the first request. */
const planOnly: Importer = createImporter({
  store: { uncommitted: async () => [], put: async () => {}, markCommitted: async () => {} },
  now: () => 0,
});
