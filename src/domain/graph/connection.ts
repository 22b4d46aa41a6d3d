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

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A page: its edges and its `pageInfo`. */
export interface Page<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
}

/** Rejects negative sizes, and `first` together with `last` (Relay strongly discourages it). */
export function checkPageArgs({ first, last }: PageArgs): void {
  for (const [name, size] of Object.entries({ first, last })) {
    if (typeof size === 'number' && size < 0)
      throw badUserInput(`Cannot take a page: ${name} is ${size}, not 0 or more`);
  }
  if (typeof first === 'number' && typeof last === 'number') {
    throw badUserInput('Cannot take a page: first and last are both given; give one of them');
  }
}

/**
 * The page of edges in ascending order of their cursors, as the Relay specification's algorithm cuts it. `isAfter`
 * compares cursors; a cursor that is not among the edges is a place between them.
 */
export function pageOf<T>(
  edges: readonly Edge<T>[],
  args: PageArgs,
  isAfter: (a: string, b: string) => boolean = (a, b) => a > b,
): Page<T> {
  checkPageArgs(args);
  const { first, after, last, before } = args;
  const inside = edges.filter(
    ({ cursor }) => (!after || isAfter(cursor, after)) && (!before || isAfter(before, cursor)),
  );
  const fromStart = typeof first === 'number' ? inside.slice(0, first) : inside;
  const page = typeof last === 'number' ? fromStart.slice(Math.max(0, fromStart.length - last)) : fromStart;
  const anyAfter = before ? edges.some(({ cursor }) => !isAfter(before, cursor)) : false;
  const anyBefore = after ? edges.some(({ cursor }) => !isAfter(cursor, after)) : false;
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
export const UNREAD_PAGE: PageInfo = {
  hasNextPage: false,
  hasPreviousPage: false,
  startCursor: null,
  endCursor: null,
};
