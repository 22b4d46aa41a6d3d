// Seeded chance: the same keys always give the same stream of numbers.

export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Evenly spread in [low, high). */
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  /** Bell-shaped around 0 with standard deviation 1 (sum of three), never beyond 3. */
  bell(): number;
  isLucky(probability: number): boolean;
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
    whole: (low, high) => Math.floor(between(low, high + 1)),
    bell: () => (next() + next() + next() - 1.5) * 2,
    isLucky: (probability) => next() < probability,
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
