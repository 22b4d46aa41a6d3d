// Seeded random numbers: the same keys always give the same stream.

/** A stream of random numbers. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  integer(low: number, high: number): number;
  /** Approximately normal around 0 with standard deviation 1 (the sum of three uniform numbers), never beyond 3. */
  normal(): number;
  /** True with this probability. */
  chance(probability: number): boolean;
}

/** A stream that depends on nothing but `keys`. */
export function createRandom(...keys: readonly (string | number)[]): Random {
  let state = hashOf(keys.join('/'));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return mixed(state) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + next() * (high - low);
  return {
    next,
    between,
    integer: (low, high) => Math.floor(between(low, high + 1)),
    normal: () => (next() + next() + next() - 1.5) * 2,
    chance: (probability) => next() < probability,
  };
}

/** 32 bits of `text`, FNV-1a. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mixed(hash);
}

function mixed(bits: number): number {
  let value = Math.imul(bits ^ (bits >>> 15), bits | 1);
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
  return (value ^ (value >>> 14)) >>> 0;
}
