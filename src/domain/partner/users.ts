// The people who signed in here, in pages, straight from the store.
import type { LinkState, PartnerUser, PartnerUserConnection } from '../../generated/graphql.ts';
import type { ListedUser } from '../../store/contract/users.ts';
import { checkPageArgs, type PageArgs } from '../graph/connection.ts';
import { badUserInput, DomainError } from '../errors.ts';
import type { Partner } from './partner.ts';

const DEFAULT_SIZE = 100;
const MAX_SIZE = 500;

/** A page of people, by their id as text; the cursor is the id. */
export async function pageOfUsers({ store }: Partner, args: PageArgs): Promise<PartnerUserConnection> {
  checkPageArgs(args);
  const size = args.first ?? args.last ?? DEFAULT_SIZE;
  if (size > MAX_SIZE)
    throw new DomainError('cost-exceeded', `Cannot read ${size} users at once: take ${MAX_SIZE} at most`);
  const end = typeof args.last === 'number' ? 'last' : 'first';
  const [after, before] = [idIn(args.after, 'after'), idIn(args.before, 'before')];
  const found = await store.users.page({ after, before, limit: size + 1, end });
  const isMore = found.length > size;
  const nodes = (end === 'first' ? found.slice(0, size) : found.slice(Math.max(0, found.length - size))).map(
    partnerUserOf,
  );
  return {
    nodes,
    edges: nodes.map((node) => ({ cursor: node.polarUserId, node })),
    pageInfo: {
      hasNextPage: end === 'first' ? isMore : before !== null,
      hasPreviousPage: end === 'last' ? isMore : after !== null,
      startCursor: nodes[0]?.polarUserId ?? null,
      endCursor: nodes.at(-1)?.polarUserId ?? null,
    },
  };
}

function idIn(cursor: string | null | undefined, name: string): string | null {
  if (cursor == null) return null;
  if (/^\d{1,19}$/.test(cursor)) return cursor;
  throw badUserInput(`Cannot take a page: ${name} is no cursor of this connection`);
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
