// Pages as the Relay specification defines them.
export interface Page {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

interface Edge {
  readonly cursor: string;
  readonly node: unknown;
}

/** Edges in the order of their cursors; whether there are others before and after is always told. */
export function pageOf(edges: readonly Edge[], { first, after, last, before }: Page): object {
  let page = edges.filter(({ cursor }) => (!after || cursor > after) && (!before || cursor < before));
  if (typeof first === 'number') page = page.slice(0, first);
  if (typeof last === 'number') page = last === 0 ? [] : page.slice(-last);
  const [start, end] = [page[0]?.cursor, page.at(-1)?.cursor];
  return {
    edges: page,
    nodes: page.map(({ node }) => node),
    pageInfo: {
      startCursor: start ?? null,
      endCursor: end ?? null,
      hasNextPage: edges.some(({ cursor }) => (end ? cursor > end : before && cursor >= before)),
      hasPreviousPage: edges.some(({ cursor }) => (start ? cursor < start : after && cursor <= after)),
    },
  };
}
