// Physical information of the viewer: current, and over time.
import type { Resolvers } from '../../generated/resolvers.ts';
import { SINGLE_KEY } from '../../loading/cache/keys.ts';
import { pageOf } from '../graph/connection.ts';
import type { Imports, Context } from '../context.ts';
import { ageOf, firstOf } from '../convert/records.ts';
import { lazyConnection } from '../graph/lazy-connection.ts';
import { historyOf, type InfoEntry, itemFromReply } from './history.ts';
import { type PhysicalInfoParent, physicalInfoFromWire } from './physical-info.ts';

/** More entries than a person makes in a lifetime. */
const MOST_ENTRIES = 5_000;

export const physicalInfoResolvers: Resolvers = {
  User: {
    physicalInfo: async (_, __, context) => (await currentOf(context)) ?? (await newestOf(context.imports)),
    physicalInfoHistory: (_, page, context) => {
      pageOf([], page);
      return lazyConnection(async () => pageOf(await entriesOf(context), page));
    },
  },
  PhysicalInfoEdge: {
    polarEntryId: ({ node }) => node().polarEntryId,
    polarTransactionId: ({ node }) => node().polarTransactionId,
  },
};

/** What AccessLink has now; each reply that is new is stored. */
async function currentOf({ loaders, imports }: Context): Promise<PhysicalInfoParent | null> {
  const current = firstOf(await loaders.physicalInfo.load(SINGLE_KEY));
  if (!current) return null;
  imports?.add('PHYSICAL_INFORMATION', itemFromReply(current));
  return { ...physicalInfoFromWire(current.value), ...ageOf(current) };
}

async function newestOf(imports: Imports | null): Promise<InfoEntry | null> {
  return historyOf((await imports?.newest('PHYSICAL_INFORMATION', MOST_ENTRIES)) ?? []).at(-1)?.node ?? null;
}

/** All that is stored, and what AccessLink has now, which may not be stored yet. Without that, what is stored. */
async function entriesOf({ loaders, imports }: Context) {
  const cached = await loaders.physicalInfo.load(SINGLE_KEY).catch((failure: unknown) => {
    if (!imports) throw failure;
    return null;
  });
  const current = cached && firstOf(cached);
  const now = current ? [itemFromReply(current)] : [];
  for (const item of now) imports?.add('PHYSICAL_INFORMATION', item);
  const stored = (await imports?.newest('PHYSICAL_INFORMATION', MOST_ENTRIES)) ?? [];
  return historyOf([...stored.filter(({ id }) => id !== now[0]?.id), ...now]);
}
