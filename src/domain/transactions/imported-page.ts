// Pages of imported items, in the order of their import: only the items of a page are read. One that cannot be read is null,
// with a warning.
import type { IsoDate } from '../../calendar.ts';
import type { ImportedItem, ImportKind } from '../../store/contract/imports.ts';
import { checkPageArgs, type PageArgs, pageOf } from '../graph/connection.ts';
import type { Context, Imports } from '../context.ts';
import { DomainError } from '../errors.ts';
import { createPartDecoder, type DecodePart, type PartWarning } from './imported-parts.ts';
import { type LazyConnection, lazyConnection } from '../graph/lazy-connection.ts';

const MAX_PAGE_SIZE = 50;
const CURSOR = /^\d{15}~[\w-]{1,100}$/;

/** How a page is read. */
export interface PageSource<T> {
  /** Null: nothing is stored for the viewer. */
  readonly imports: Imports | null;
  readonly kind: ImportKind;
  /** Null when there is nothing to convert in an item. */
  readonly convert: (item: ImportedItem, decode: DecodePart) => T | null;
  readonly warn: Context['warn'];
}

/** A page of at most 50 items; an empty one for a viewer without stored items. */
export function importedPage<T extends { readonly date: IsoDate | null }>(
  source: PageSource<T>,
  args: PageArgs,
): LazyConnection<T | null> {
  const { imports, kind } = source;
  const sizedArgs = withSize(args);
  return lazyConnection(async () => {
    const all = (await imports?.list(kind)) ?? [];
    const page = pageOf(
      all.map((item) => ({ node: item.id, cursor: cursorOf(item) })),
      sizedArgs,
    );
    const ids = page.edges.map(({ node }) => node);
    const items = (await imports?.read(kind, ids)) ?? [];
    const byId = new Map(items.map((item) => [item.id, item]));
    const edges = page.edges.flatMap(({ node: id, cursor }) => {
      const item = byId.get(id);
      return item ? [{ cursor, node: nodeFrom(source, item) }] : [];
    });
    return { edges, pageInfo: page.pageInfo };
  });
}

/** The item with an id; null when there is none, or nothing in it can be converted. */
export async function importedNode<T extends { readonly date: IsoDate | null }>(
  source: PageSource<T>,
  id: string,
): Promise<T | null> {
  const [item] = (await source.imports?.read(source.kind, [id])) ?? [];
  return item ? nodeFrom(source, item) : null;
}

function nodeFrom<T extends { readonly date: IsoDate | null }>(
  { kind, convert, warn }: PageSource<T>,
  item: ImportedItem,
): T | null {
  const found: PartWarning[] = [];
  const node = converted(() =>
    convert(
      item,
      createPartDecoder((warning) => found.push(warning)),
    ),
  );
  if (!node) found.push({ property: null, reason: 'record', count: 1 });
  const about = { resource: `imported ${kind.toLowerCase()}`, date: node?.date ?? null };
  for (const warning of found) warn({ ...about, ...warning });
  return node;
}

function converted<T>(convert: () => T | null): T | null {
  try {
    return convert();
  } catch {
    return null;
  }
}

function withSize(args: PageArgs): PageArgs {
  checkPageArgs(args, (text) => CURSOR.test(text));
  const size = args.first ?? args.last ?? MAX_PAGE_SIZE;
  if (size > MAX_PAGE_SIZE) {
    throw new DomainError('cost-exceeded', `Cannot read ${size} items at once: ask for at most ${MAX_PAGE_SIZE}`);
  }
  return typeof args.last === 'number' ? args : { ...args, first: size };
}

/** Sorts as text; the id distinguishes items of the same millisecond. */
function cursorOf({ id, importedAt }: Omit<ImportedItem, 'value'>): string {
  return `${String(importedAt).padStart(15, '0')}~${id}`;
}
