// Relay pagination over items that have an order and a cursor each.
import { badUserInput } from '../errors.ts';

/** The four arguments of a connection. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/**
 * The ends of a page. There is a next or a previous page exactly when the connection has items after or before it, within the
 * range that was requested; a function where that is read only when it is selected.
 */
export interface PageInfoParent {
  readonly hasNextPage: boolean | (() => Promise<boolean>);
  readonly hasPreviousPage: boolean | (() => Promise<boolean>);
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A page: its edges and its `pageInfo`. */
export interface Page<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfoParent;
}

/** Rejects negative sizes, `first` together with `last` (Relay strongly discourages it), and cursors of something else. */
export function checkPageArgs({ first, last, after, before }: PageArgs, isCursor: (text: string) => boolean): void {
  for (const [name, size] of Object.entries({ first, last })) {
    if (typeof size === 'number' && size < 0)
      throw badUserInput(`Cannot take a page: ${name} is ${size}, not 0 or more`);
  }
  if (typeof first === 'number' && typeof last === 'number') {
    throw badUserInput('Cannot take a page: first and last are both given; give one of them');
  }
  for (const [name, cursor] of Object.entries({ after, before })) {
    if (typeof cursor === 'string' && !isCursor(cursor)) throw noCursor(name, cursor);
  }
}

/**
 * The page of edges in ascending order of their cursors, as the Relay specification's algorithm cuts it; the arguments have
 * been checked. A cursor that is not among the edges is a place between them.
 */
export function pageOf<T>(edges: readonly Edge<T>[], { first, after = null, last, before = null }: PageArgs): Page<T> {
  const inside = edges.filter(
    ({ cursor }) => (after === null || cursor > after) && (before === null || cursor < before),
  );
  const fromStart = typeof first === 'number' ? inside.slice(0, first) : inside;
  const page = typeof last === 'number' ? fromStart.slice(Math.max(0, fromStart.length - last)) : fromStart;
  const anyAfter = before !== null && edges.some(({ cursor }) => cursor >= before);
  const anyBefore = after !== null && edges.some(({ cursor }) => cursor <= after);
  return {
    edges: page,
    pageInfo: {
      hasNextPage: fromStart.length < inside.length || anyAfter,
      hasPreviousPage: page.length < fromStart.length || anyBefore,
      startCursor: page[0]?.cursor ?? null,
      endCursor: page.at(-1)?.cursor ?? null,
    },
  };
}

/** `pageInfo` of a page that could not be read: the failure is at its edges, and nulls nothing else. */
export const UNREAD_PAGE: PageInfoParent = {
  hasNextPage: false,
  hasPreviousPage: false,
  startCursor: null,
  endCursor: null,
};

/** At most 40 characters of the cursor. */
function noCursor(name: string, cursor: string): Error {
  const shown = JSON.stringify(cursor.length > 40 ? `${cursor.slice(0, 40)}…` : cursor);
  return badUserInput(
    `Cannot take a page: ${name} is ${shown}, not a cursor of this connection; take startCursor or endCursor of an earlier page`,
  );
}
