// The context of the partner. It is made from the client's credentials alone, never from a user's session.
import type { ClientTransport } from '../../accesslink/client.ts';
import type { Store } from '../../store/contract/store.ts';
import { badUserInput, DomainError } from '../errors.ts';

/** What the partner has in one operation. */
export interface Partner {
  /** Sends requests with the client's credentials. */
  readonly send: ClientTransport;
  readonly store: Pick<Store, 'users' | 'webhooks' | 'ping'>;
  /** Where Polar can reach this server's receiver; null when that is not known. */
  readonly webhookUrl: string | null;
  readonly now: () => number;
  /** A plan: nothing is sent, and nothing may change. */
  readonly isPlan: boolean;
}

export type PartnerParent = Partner;

/** The partner, for a mutation. Throws unauthenticated for everybody else. */
export function forChanges(partner: Partner | null): Partner {
  if (!partner) {
    const how = "send the client's id and secret as HTTP Basic, or the partner key as Accesslink-Partner-Key";
    throw new DomainError('unauthenticated', `Cannot change the webhook: only the partner may; ${how}`);
  }
  if (partner.isPlan) throw badUserInput('Cannot plan a change of the webhook: leave Accesslink-Plan away');
  return partner;
}
