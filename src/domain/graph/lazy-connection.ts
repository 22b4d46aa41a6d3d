// A connection whose reading can fail: the failure is at its edges and nodes, and nothing above them is lost.
import { type Page, type PageInfoParent, UNREAD_PAGE } from './connection.ts';

/** An edge whose node throws when it could not be read. */
export interface LazyEdge<T> {
  readonly cursor: string;
  readonly node: () => T;
}

/** The fields of a connection, read once when the first of them is selected. */
export interface LazyConnection<T> {
  readonly edges: () => Promise<readonly LazyEdge<T>[]>;
  readonly nodes: () => Promise<readonly (T | Error)[]>;
  readonly pageInfo: () => Promise<PageInfoParent>;
}

/** A connection over a page that `read` promises. `pageInfo` must not fail: Relay has it non-null. */
export function lazyConnection<T>(read: () => Promise<Page<T | Error>>): LazyConnection<T> {
  let reading: Promise<Page<T | Error>> | undefined;
  const page = () => {
    reading ??= read();
    return reading;
  };
  return {
    edges: async () => (await page()).edges.map(({ cursor, node }) => ({ cursor, node: () => orThrow(node) })),
    nodes: async () => (await page()).edges.map(({ node }) => node),
    pageInfo: async () =>
      page().then(
        ({ pageInfo }) => pageInfo,
        () => UNREAD_PAGE,
      ),
  };
}

function orThrow<T>(value: T | Error): T {
  if (value instanceof Error) throw value;
  return value;
}
