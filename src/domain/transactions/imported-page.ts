// Pages of what was collected, in the order of its collection: only what lies on a page is read.
import type { ImportedItem, ImportKind } from '../../store/contract/deliveries.ts';
import { checkPageArgs, type PageArgs, pageOf } from '../graph/connection.ts';
import type { Imports } from '../context.ts';
import { DomainError } from '../errors.ts';
import { type LazyConnection, lazyConnection } from '../graph/lazy-connection.ts';

const MOST = 50;

/** What is paged, and what becomes of an item; null leaves it out of `nodes`. */
export interface PageSource<T> {
  readonly collections: Imports | null;
  readonly kind: ImportKind;
  readonly convert: (item: ImportedItem) => T | Error;
}

/** A page of a shelf; an empty one for whom nothing is kept of. */
export function importedPage<T>({ collections, kind, convert }: PageSource<T>, args: PageArgs): LazyConnection<T> {
  checkPageArgs(args);
  const size = args.first ?? args.last ?? MOST;
  if (size > MOST) {
    throw new DomainError('cost-exceeded', `Cannot read ${size} items at once: ask for at most ${MOST}`);
  }
  const sized = typeof args.last === 'number' ? args : { ...args, first: size };
  return lazyConnection(async () => {
    const listed = (await collections?.list(kind)) ?? [];
    const page = pageOf(
      listed.map((item) => ({ node: item.id, cursor: cursorOf(item) })),
      sized,
    );
    const items =
      (await collections?.read(
        kind,
        page.edges.map(({ node }) => node),
      )) ?? [];
    const byId = new Map(items.map((item) => [item.id, item]));
    const edges = page.edges.flatMap(({ node: id, cursor }) => {
      const item = byId.get(id);
      return item ? [{ cursor, node: convert(item) }] : [];
    });
    return { edges, pageInfo: page.pageInfo };
  });
}

/** Sorts as text; ids tell items of the same millisecond apart. */
function cursorOf({ id, importedAt: collectedAt }: Omit<ImportedItem, 'value'>): string {
  return `${String(collectedAt).padStart(15, '0')}~${id}`;
}
