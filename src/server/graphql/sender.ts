// Who sends the requests of an operation, for the request budget: somebody who waits, known or not.
import { withOrigin } from '../../accesslink/budget/call.ts';
import { bearer } from '../../accesslink/credentials.ts';
import { emptyTransport } from '../../accesslink/trace.ts';
import type { Transport } from '../../accesslink/upstream.ts';
import type { Context } from '../../domain/context.ts';
import type { Caller } from '../auth/caller.ts';
import type { Identity } from '../auth/identity.ts';
import type { ViewBudget } from '../viewer-budget.ts';
import { isVerifiedUser } from './viewer-services.ts';

/** What all operations send with. */
export interface SendingServices {
  readonly send: Transport;
  readonly viewBudget: ViewBudget;
}

export interface SenderOptions extends Pick<Identity, 'signedIn' | 'partner'> {
  readonly caller: Caller | null;
  readonly isPlan: boolean;
}

export interface Sender extends Pick<Context, 'rateLimit'> {
  /** Sends nothing for a plan. */
  readonly transport: Transport;
}

/** Whoever only claims an id is known to the budget once AccessLink has accepted their token. */
export function senderOf(
  { send, viewBudget }: SendingServices,
  { caller, signedIn, partner, isPlan }: SenderOptions,
): Sender {
  const isKnown = partner !== null || (caller !== null && isVerifiedUser(caller));
  const own = withOrigin(send, { class: 'person', isProven: isKnown });
  const authorization = partner?.authorization ?? (caller && bearer(caller.token));
  return {
    transport: isPlan ? emptyTransport : (signedIn?.watch(own) ?? own),
    rateLimit: viewBudget({ authorization, credential: partner?.authorization ?? caller?.token ?? null, isKnown }),
  };
}
