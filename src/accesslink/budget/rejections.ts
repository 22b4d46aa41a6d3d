// The error for a call that the budget does not let through.
import { AccessLinkError, type AccessLinkProblem } from '../errors.ts';
import type { RejectionReason } from './admission.ts';
import type { BudgetCall } from './call.ts';

const PROBLEMS: Readonly<Record<RejectionReason | 'busy', AccessLinkProblem | null>> = {
  blocked: null,
  'used-up': null,
  share: 'share-used-up',
  busy: 'too-busy',
};

/** `rate-limited`, with the wait in whole seconds: nothing was sent. `busy`: too many calls wait for their turn. */
export function notSent(
  { label }: Pick<BudgetCall, 'label'>,
  reason: RejectionReason | 'busy',
  waitMs: number,
): AccessLinkError {
  return new AccessLinkError('rate-limited', `Cannot send ${label}: the request budget has no call for it`, {
    label,
    isSent: false,
    problem: PROBLEMS[reason],
    retryAfterSeconds: Math.min(86_400, Math.max(1, Math.ceil(waitMs / 1000))),
  });
}
