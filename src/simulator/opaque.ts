// Codes, tokens and keys: they look random, but the same seed and order give the same ones.
import { createHash } from 'node:crypto';

/** The next opaque text of a kind, 32 hexadecimal digits. */
export type Opaque = (kind: string) => string;

export function createOpaque(seed: number): Opaque {
  let issued = 0;
  return (kind) => {
    issued += 1;
    return createHash('sha256').update(`simulator/${seed}/${kind}/${issued}`).digest('hex').slice(0, 32);
  };
}
