// What of the request budget a viewer may see: nothing, unless they have proved who they are.
import { personOf } from '../accesslink/budget/call.ts';
import type { Gate } from '../accesslink/budget/gate.ts';
import { type RateLimit, UNKNOWN_RATE_LIMIT } from '../accesslink/rate-limit.ts';
import type { ViewerBudget } from '../domain/context.ts';
import type { Secret } from '../secret.ts';

export interface BudgetViewer {
  /** The value of the Authorization header that is sent to AccessLink for them; null: none is. */
  readonly authorization: Secret | null;
  /** Stands for it: the same object has always the same authorization. */
  readonly credential: object | null;
  /** Whether this server knows them. Whoever brings a token is known once AccessLink has accepted it. */
  readonly isKnown: boolean;
}

/** The budget as a viewer sees it, at the moment of each call. */
export type ViewBudget = (viewer: BudgetViewer) => () => ViewerBudget;

/** The windows tell how many users there are: they are nobody's business who is nobody. */
export const NO_BUDGET: ViewerBudget = { ...UNKNOWN_RATE_LIMIT, share: null };

export function createViewBudget(gate: Pick<Gate, 'isProven' | 'shareOf'>, rateLimit: () => RateLimit): ViewBudget {
  const digests = new WeakMap<object, string>();
  return ({ authorization, credential, isKnown }) => {
    if (authorization === null || credential === null) return () => NO_BUDGET;
    const person = () => {
      const known = digests.get(credential) ?? personOf(authorization.reveal());
      digests.set(credential, known);
      return known;
    };
    return () => {
      if (!isKnown && !gate.isProven(person())) return NO_BUDGET;
      return new SeenBudget(rateLimit(), () => gate.shareOf(person()));
    };
  };
}

/** A class, so that its accessor is one for all (see `OperationContext`); few ask for the share. */
class SeenBudget implements ViewerBudget {
  readonly short: ViewerBudget['short'];
  readonly long: ViewerBudget['long'];
  readonly #share: () => ViewerBudget['share'];

  constructor({ short, long }: RateLimit, share: () => ViewerBudget['share']) {
    [this.short, this.long, this.#share] = [short, long, share];
  }

  get share(): ViewerBudget['share'] {
    return this.#share();
  }
}
