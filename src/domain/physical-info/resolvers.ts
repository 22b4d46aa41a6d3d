// Physical information of the viewer: as it stands, and over time.
import type { Resolvers } from '../../generated/resolvers.ts';
import { pageOf } from '../graph/connection.ts';
import type { Imports, Context } from '../context.ts';
import { type Aged, ageOf } from '../convert/records.ts';
import { lazyConnection } from '../graph/lazy-connection.ts';
import { historyOf, type InfoEntry, itemOfAnswer } from './history.ts';
import { type PhysicalInfo, physicalInfoFromWire } from './physical-info.ts';

/** More entries than anybody types in a lifetime. */
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

/** What AccessLink says now; each answer that is new is kept. */
async function currentOf({ loaders, imports: collections }: Context): Promise<Aged<PhysicalInfo> | null> {
  const held = await loaders.physicalInfo();
  if (!held.value) return null;
  collections?.add('PHYSICAL_INFORMATION', itemOfAnswer({ ...held, value: held.value }));
  return { ...physicalInfoFromWire(held.value), ...ageOf(held) };
}

async function newestOf(collections: Imports | null): Promise<InfoEntry | null> {
  return historyOf((await collections?.newest('PHYSICAL_INFORMATION', MOST_ENTRIES)) ?? []).at(-1)?.node ?? null;
}

/** All that was kept, and what AccessLink says now, which may not be kept yet. Without that, what was kept. */
async function entriesOf({ loaders, imports: collections }: Context) {
  const current = await loaders.physicalInfo().catch((failure: unknown) => {
    if (!collections) throw failure;
    return null;
  });
  const now = current?.value ? [itemOfAnswer({ ...current, value: current.value })] : [];
  for (const item of now) collections?.add('PHYSICAL_INFORMATION', item);
  const kept = (await collections?.newest('PHYSICAL_INFORMATION', MOST_ENTRIES)) ?? [];
  return historyOf([...kept.filter(({ id }) => id !== now[0]?.id), ...now]);
}
