// What an erasure has deleted, in the words of the graph.
import type { ErasedData, ErasedDataKind } from '../../generated/graphql.ts';
import { ERASED_KINDS, type ErasedKind, type Erasure } from '../../store/contract/erasure.ts';

const KINDS = {
  users: 'ACCOUNT',
  records: 'RECORDS',
  imported_items: 'IMPORTED_ITEMS',
  transactions: 'TRANSACTIONS',
  inbox: 'DELIVERIES',
  events: 'EVENTS',
  sessions: 'SESSIONS',
  one_time_tokens: 'AUTHORIZATION_CODES',
} satisfies Record<ErasedKind, ErasedDataKind>;

/** The kinds of which there was something. */
export function erasedData({ erased }: Erasure): ErasedData[] {
  return ERASED_KINDS.filter((kind) => erased[kind] > 0).map((kind) => ({ kind: KINDS[kind], count: erased[kind] }));
}
