// Where a call comes from: what its sender says of it, for the request budget.

/**
 * The classes of calls, the most important first. `commit`: a commit or a deletion, which must not wait for tomorrow.
 * `person`: somebody waits for it. `delivery`: what a webhook delivery is about is read again. `background`: nobody waits.
 */
export const CALL_CLASSES = ['commit', 'person', 'delivery', 'background'] as const;

export type CallClass = (typeof CALL_CLASSES)[number];

export interface CallOrigin {
  readonly class: CallClass;
  /** Whether this server knows whose credential it sends. Else it is one of nobody until AccessLink has accepted it. */
  readonly isProven: boolean;
}
