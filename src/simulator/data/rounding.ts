// Numbers as AccessLink sends them.

/** The nearest number with two decimals. */
export function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
