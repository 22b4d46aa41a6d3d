// What one operation may cost at most. Defaults that ordinary pages stay far below; docs/decisions/price.md says why these.

/** The limits of one operation. Each can be configured (config.ts). */
export interface OperationLimits {
  /** How deep fields may nest, fragments unfolded. */
  readonly maxDepth: number;
  /** How many fields an operation may have after its fragments are unfolded. Its text has at most five tokens for each. */
  readonly maxFields: number;
  /** How many values the answer may have: fields of objects, wherever they stand. */
  readonly maxValues: number;
  /** How many bytes of JSON the answer may have. */
  readonly maxBytes: number;
  /** How many requests to AccessLink the operation may send. */
  readonly maxCalls: number;
}

export const DEFAULT_LIMITS: OperationLimits = {
  maxDepth: 25,
  maxFields: 1_000,
  maxValues: 250_000,
  maxBytes: 20_000_000,
  maxCalls: 100,
};
