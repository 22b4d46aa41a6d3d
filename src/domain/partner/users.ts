// The people who signed in here, in pages, straight from the store.
import type { LinkState, PartnerUser } from '../../generated/graphql.ts';
import type { ListedUser, UserPage } from '../../store/contract/users.ts';
import { checkPageArgs, type Page, type PageArgs } from '../graph/connection.ts';
import { type LazyConnection, type LazyEdge, lazyConnection } from '../graph/lazy-connection.ts';
import { DomainError } from '../errors.ts';
import type { Partner } from './partner.ts';

const DEFAULT_SIZE = 100;
const MAX_SIZE = 500;
const CURSOR = /^\d{1,19}$/;

export type PartnerUserConnectionParent = LazyConnection<PartnerUser>;
export type PartnerUserEdgeParent = LazyEdge<PartnerUser>;

/** A page of people, by their id as text; the cursor is the id. */
export function usersOf({ store }: Partner, args: PageArgs): PartnerUserConnectionParent {
  checkPageArgs(args, (text) => CURSOR.test(text));
  const size = args.first ?? args.last ?? DEFAULT_SIZE;
  if (size > MAX_SIZE)
    throw new DomainError('cost-exceeded', `Cannot read ${size} users at once: take ${MAX_SIZE} at most`);
  return lazyConnection(() => pageOfUsers(store, args, size));
}

async function pageOfUsers(
  store: Partner['store'],
  { after = null, last, before = null }: PageArgs,
  size: number,
): Promise<Page<PartnerUser>> {
  const end = typeof last === 'number' ? 'last' : 'first';
  const found = await store.users.page({ after, before, limit: size + 1, end });
  const isMore = found.length > size;
  const nodes = (end === 'first' ? found.slice(0, size) : found.slice(Math.max(0, found.length - size))).map(
    partnerUserOf,
  );
  const isLater = async () => before !== null && ((await outermostId(store, 'last')) ?? '') >= before;
  const isEarlier = async () => {
    const lowest = after === null ? null : await outermostId(store, 'first');
    return lowest !== null && after !== null && lowest <= after;
  };
  return {
    edges: nodes.map((node) => ({ cursor: node.polarUserId, node })),
    pageInfo: {
      hasNextPage: (end === 'first' && isMore) || isLater,
      hasPreviousPage: (end === 'last' && isMore) || isEarlier,
      startCursor: nodes[0]?.polarUserId ?? null,
      endCursor: nodes.at(-1)?.polarUserId ?? null,
    },
  };
}

/** The lowest or the highest id there is; null when nobody signed in. */
async function outermostId({ users }: Partner['store'], end: UserPage['end']): Promise<string | null> {
  const [user] = await users.page({ after: null, before: null, limit: 1, end });
  return user?.polarUserId ?? null;
}

const states = {
  connected: 'CONNECTED',
  'reauthentication-required': 'REAUTHENTICATION_REQUIRED',
  'deletion-pending': 'DELETION_PENDING',
} satisfies Record<ListedUser['state'], LinkState>;

function partnerUserOf({ polarUserId, memberId, registeredAt, connectedAt, state }: ListedUser): PartnerUser {
  return {
    polarUserId,
    memberId,
    registeredAt: registeredAt === null ? null : new Date(registeredAt).toISOString(),
    linkedAt: new Date(connectedAt).toISOString(),
    linkState: states[state],
  };
}
