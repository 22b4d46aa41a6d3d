// Decoded records in parts, so that no message between threads takes long to receive. Columns are transferred, not copied.
import type { Decoded, DecodingWarning } from '../decode.ts';
import type { BodyContent } from './body-content.ts';

/** A warning with the place of its record among all of the body; null when that was left out. */
export type PlacedWarning = Omit<DecodingWarning<object>, 'record'> & { readonly at: number | null };

/** A part of a body's content: some of its records, or all that is no record. */
export type ContentPart =
  | { readonly kind: 'some'; readonly records: readonly object[] }
  | { readonly kind: 'last'; readonly warnings: readonly PlacedWarning[]; readonly isList: boolean }
  | Exclude<BodyContent, { kind: 'records' }>;

/** So many values are received in a few milliseconds. */
const MAX_VALUES = 10_000;
/** Characters of a text that take as long as a value. */
const TEXT_LENGTH = 256;

/** The parts of a content, in order. A record is never divided. */
export function* partsOf(content: BodyContent): Generator<ContentPart> {
  if (content.kind !== 'records') return yield content;
  const { records, warnings, isList } = content.decoded;
  let [from, size] = [0, 0];
  for (const [index, record] of records.entries()) {
    const weight = weightOf(record);
    if (size > 0 && size + weight > MAX_VALUES) {
      yield { kind: 'some', records: records.slice(from, index) };
      [from, size] = [index, 0];
    }
    size += weight;
  }
  if (from < records.length) yield { kind: 'some', records: records.slice(from) };
  const places = new Map(records.map((record, index) => [record, index]));
  const placed = warnings.map(({ record, ...warning }) => ({ ...warning, at: record && (places.get(record) ?? null) }));
  yield { kind: 'last', warnings: placed, isList };
}

/** The content that the parts are of; null while the last one is missing. */
export function contentOf(parts: readonly ContentPart[]): BodyContent | null {
  const last = parts.at(-1);
  if (!last || last.kind === 'some') return null;
  if (last.kind !== 'last') return last;
  const records = parts.flatMap((part) => (part.kind === 'some' ? part.records : []));
  const warnings = last.warnings.map(({ at, ...warning }) => ({
    ...warning,
    record: at === null ? null : (records[at] ?? null),
  }));
  const decoded: Decoded<object> = { records, warnings, isList: last.isList };
  return { kind: 'records', decoded };
}

/** The buffers of the columns in a value. */
export function buffersIn(value: unknown): ArrayBuffer[] {
  if (typeof value !== 'object' || value === null) return [];
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
  return Object.values(value).flatMap(buffersIn);
}

function weightOf(value: unknown): number {
  if (typeof value === 'string') return 1 + value.length / TEXT_LENGTH;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return 1;
  let weight = 1;
  for (const one of Object.values(value)) weight += weightOf(one);
  return weight;
}
