// Decoding of the parts of a stored item, with warnings about what in them cannot be used.
import { type DecodingReason, decodeRecords } from '../../accesslink/decode.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';

/** Decodes a stored body; no records when there is none. */
export type DecodePart = <R extends RecordName>(name: R, body: unknown) => Records[R][];

/** Something in an item that could not be used. */
export interface PartWarning {
  readonly property: string | null;
  readonly reason: DecodingReason;
  readonly count: number;
}

/** A decoder that passes on what it cannot use. */
export function createPartDecoder(warn: (warning: PartWarning) => void): DecodePart {
  return (name, body) => {
    const { records, warnings } = decodeRecords(name, body);
    for (const { property, reason, count } of warnings) warn({ property, reason, count });
    return records;
  };
}
