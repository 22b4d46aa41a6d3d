// Codes, tokens and keys that look random: the same seed and order give the same ones.
import { createHash } from 'node:crypto';

/** The next token of a kind, 32 hexadecimal digits. */
export type TokenGenerator = (kind: string) => string;

/** A generator whose tokens depend on the seed and on their order. */
export function createTokenGenerator(seed: number): TokenGenerator {
  let issued = 0;
  return (kind) => {
    issued += 1;
    return createHash('sha256').update(`simulator/${seed}/${kind}/${issued}`).digest('hex').slice(0, 32);
  };
}
