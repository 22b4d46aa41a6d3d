// A connection whose reading can fail: the failure is at its edges and nodes, and nothing above them is lost.
import { isPromise, type PromiseOrValue, whenReady } from '../../promise-or-value.ts';
import { type Page, type PageInfoParent, UNREAD_PAGE } from './connection.ts';

/** An edge whose node throws when it could not be read. */
export interface LazyEdge<T> {
  readonly cursor: string;
  readonly node: () => T;
}

/** The fields of a connection, read once when the first of them is selected. */
export interface LazyConnection<T> {
  readonly edges: () => PromiseOrValue<readonly LazyEdge<T>[]>;
  readonly nodes: () => PromiseOrValue<readonly (T | Error)[]>;
  readonly pageInfo: () => PromiseOrValue<PageInfoParent>;
}

/** A connection over a page that `read` reads. `pageInfo` must not fail: Relay has it non-null. */
export function lazyConnection<T>(read: () => PromiseOrValue<Page<T | Error>>): LazyConnection<T> {
  let reading: PromiseOrValue<Page<T | Error>> | undefined;
  const page = () => (reading ??= readSafely(read));
  return {
    edges: () =>
      whenReady(page(), ({ edges }) => edges.map(({ cursor, node }) => ({ cursor, node: () => orThrow(node) }))),
    nodes: () => whenReady(page(), ({ edges }) => edges.map(({ node }) => node)),
    pageInfo: () => {
      const found = page();
      return isPromise(found)
        ? found.then(
            ({ pageInfo }) => pageInfo,
            () => UNREAD_PAGE,
          )
        : found.pageInfo;
    },
  };
}

/** What throws rejects, once for all fields. */
function readSafely<T>(read: () => PromiseOrValue<T>): PromiseOrValue<T> {
  try {
    return read();
  } catch (failure) {
    return Promise.reject(failure);
  }
}

function orThrow<T>(value: T | Error): T {
  if (value instanceof Error) throw value;
  return value;
}
