// What a viewer has beside records: links to files, and, when this server knows who they are, what was collected.
import { type Call, tracedFiles } from '../accesslink/trace.ts';
import type { FileTransport, Transport } from '../accesslink/upstream.ts';
import { type Collector, createCollector } from '../domain/collections/collector.ts';
import type { Collections, Context } from '../domain/context.ts';
import type { Background } from '../loading/archive.ts';
import { scopeOfUser } from '../loading/keys.ts';
import type { CollectedItem, CollectionOwner, CollectionStore } from '../store/arrivals.ts';
import type { Store } from '../store/store.ts';
import type { Caller } from './caller.ts';
import type { FileLinks } from './file-links.ts';

/** An operation as far as it matters here. */
export interface Asked {
  readonly caller: Caller;
  /** The address that was asked. */
  readonly url: string;
  /** Only what would be sent is wanted. */
  readonly isPlan: boolean;
  /** Sends and notes; finds nothing in a plan. */
  readonly send: Transport;
  readonly note: (call: Call) => void;
}

/** What the context of a viewer's operation holds beside loaders. */
export type Personal = (asked: Asked) => Pick<Context, 'linkTo' | 'collections'>;

export interface PersonalOptions {
  readonly openFile: FileTransport;
  readonly links: FileLinks;
  /** Null without a store: nothing is kept then, and nothing may be collected. */
  readonly kept: { readonly store: Store; readonly collect: Collector } | null;
  readonly background: Background;
  readonly publicUrl: string | null;
}

/** Personal matters of an app. */
export function createPersonal(options: PersonalOptions): Personal {
  return (asked) => {
    const { viewer, token } = asked.caller;
    const isKnown = isProven(asked.caller);
    const origin = options.publicUrl ?? new URL(asked.url).origin;
    return {
      linkTo: (file) => options.links.make({ ...viewer, token: isKnown ? null : token, file }, origin),
      collections: isKnown && options.kept ? collectionsOf(options, options.kept, asked) : null,
    };
  };
}

/** Whether this server itself knows which user the caller is; a user id that comes with a token is only said. */
function isProven({ viewer, scope }: Caller): boolean {
  return viewer.polarUserId !== null && scope === scopeOfUser(viewer.polarUserId);
}

function collectionsOf(
  options: PersonalOptions,
  { store: { collections }, collect }: NonNullable<PersonalOptions['kept']>,
  asked: Asked,
): Collections {
  const polarUserId = asked.caller.viewer.polarUserId ?? '';
  const { openFile, background } = options;
  const errand = {
    polarUserId,
    token: asked.caller.token,
    send: asked.send,
    openFile: tracedFiles(openFile, asked.note),
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

async function addNew(store: CollectionStore, owner: CollectionOwner, item: CollectedItem): Promise<void> {
  const [known] = await store.read(owner, [item.id]);
  if (!known) await store.add(owner, [item]);
}

/** Finds nothing, so that all it does is to write down the first request. */
const planOnly: Collector = createCollector({
  store: { uncommitted: async () => [], keep: async () => {}, markCommitted: async () => {} },
  now: () => 0,
});
