// Physical information of the viewer: current, and over time.
import type { Resolvers } from '../../generated/resolvers.ts';
import { SINGLE_KEY } from '../../loading/cache/keys.ts';
import type { ImportedItem } from '../../store/contract/imports.ts';
import { checkPageArgs, pageOf } from '../graph/connection.ts';
import { orNull } from '../../promise-or-value.ts';
import type { Imports, Context } from '../context.ts';
import { firstOf, firstRecord } from '../convert/records.ts';
import { lazyConnection } from '../graph/lazy-connection.ts';
import { idField } from '../graph/viewer-id.ts';
import { entryOf, historyOf, type InfoEntry, isEntryCursor, isReplyKey, itemFromReply } from './history.ts';
import { type PhysicalInfoParent, physicalInfoFromWire } from './physical-info.ts';

/** More entries than a person makes in a lifetime. */
const MOST_ENTRIES = 5_000;
/** The key of what is true now, whatever it says. No item has this id. */
const CURRENT_KEY = 'current';

export const physicalInfoResolvers: Resolvers = {
  User: {
    physicalInfo: (_, __, context) => currentInfo(context),
    physicalInfoHistory: (_, page, context) => {
      checkPageArgs(page, isEntryCursor);
      return lazyConnection(async () => pageOf(await entriesOf(context), page));
    },
  },
  PhysicalInfo: { id: idField('PhysicalInfo') },
  PhysicalInfoEdge: {
    polarEntryId: ({ node }) => node().polarEntryId,
    polarTransactionId: ({ node }) => node().polarTransactionId,
  },
};

/** How each type of this module is read again. */
export const physicalInfoNodes = {
  PhysicalInfo: (key: string, context: Context): Promise<PhysicalInfoParent | null> =>
    key === CURRENT_KEY ? currentInfo(context) : entryWithKey(key, context),
};

/** What AccessLink has now; each reply that is new is stored. Where AccessLink has nothing, the newest that is stored. */
async function currentInfo(context: Context): Promise<PhysicalInfoParent | null> {
  const imports = context.imports();
  const cached = await context.loaders.physicalInfo.load(SINGLE_KEY);
  const current = firstOf(cached);
  if (current) imports?.add('PHYSICAL_INFORMATION', itemFromReply(current));
  const info = current ? firstRecord(cached, physicalInfoFromWire) : await newestOf(imports);
  return info && { ...info, nodeKey: CURRENT_KEY };
}

async function newestOf(imports: Imports | null): Promise<InfoEntry | null> {
  return historyOf((await imports?.newest('PHYSICAL_INFORMATION', MOST_ENTRIES)) ?? []).at(-1)?.node ?? null;
}

/** All that is stored, and what AccessLink has now, which may not be stored yet. Without that, what is stored. */
async function entriesOf(context: Context) {
  const now = await currentItems(context);
  const stored = (await context.imports()?.newest('PHYSICAL_INFORMATION', MOST_ENTRIES)) ?? [];
  return historyOf([...stored.filter(({ id }) => id !== now[0]?.id), ...now]);
}

/** An entry of the history. AccessLink's present reply is one, though it may not be stored yet. */
async function entryWithKey(key: string, context: Context): Promise<InfoEntry | null> {
  const now = isReplyKey(key) ? await currentItems(context) : [];
  const stored = async () => (await context.imports()?.read('PHYSICAL_INFORMATION', [key])) ?? [];
  const item = now.find(({ id }) => id === key) ?? (await stored())[0];
  return item ? entryOf(item) : null;
}

/** What AccessLink has now as an item, which is stored when it is new. Nothing when that cannot be read and others are stored. */
async function currentItems(context: Context): Promise<ImportedItem[]> {
  const imports = context.imports();
  const loading = context.loaders.physicalInfo.load(SINGLE_KEY);
  const cached = await (imports ? orNull(loading) : loading);
  const current = cached && firstOf(cached);
  const items = current ? [itemFromReply(current)] : [];
  for (const item of items) imports?.add('PHYSICAL_INFORMATION', item);
  return items;
}
