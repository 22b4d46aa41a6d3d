// A page of a connection as the Relay specification has it, by the cursors of all items.
/** The arguments of a page. */
export interface Args {
  readonly first?: number | undefined;
  readonly last?: number | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

/** A page as it is answered. */
export interface Page {
  readonly edges: readonly { readonly cursor: string }[];
  readonly nodes: readonly object[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** What a page must be, from all cursors there are. */
export function expectedPage(all: readonly string[], { first, last, after, before }: Args) {
  const inside = all.filter((cursor) => (!after || cursor > after) && (!before || cursor < before));
  const cursors = last === undefined ? inside.slice(0, first) : inside.slice(Math.max(0, inside.length - last));
  const [start, end] = [cursors[0], cursors.at(-1)];
  const isCut = cursors.length < inside.length;
  const isAnyBehind = before !== undefined && all.some((cursor) => cursor >= before);
  const isAnyAhead = after !== undefined && all.some((cursor) => cursor <= after);
  return {
    cursors,
    pageInfo: {
      hasNextPage: end === undefined ? (isCut && first === 0) || isAnyBehind : all.some((cursor) => cursor > end),
      hasPreviousPage: start === undefined ? (isCut && last === 0) || isAnyAhead : all.some((cursor) => cursor < start),
      startCursor: start ?? null,
      endCursor: end ?? null,
    },
  };
}
