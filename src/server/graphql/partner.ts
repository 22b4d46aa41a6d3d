// What the resolvers of the partner need, for a request that has proved to be the partner's.
import { asClient } from '../../accesslink/client.ts';
import type { Store } from '../../store/contract/store.ts';
import { ownOrigin } from '../http/origin.ts';
import { WEBHOOK_PATH } from '../webhook/receiver.ts';
import type { SharedServices } from './shared-services.ts';

export interface PartnerOptions {
  readonly store: Store | null;
  readonly publicUrl: string | null;
  readonly now: () => number;
}

/** Null for everybody without a store: what a webhook delivers must be stored. */
export function createPartnerFor({ store, publicUrl, now }: PartnerOptions): SharedServices['partnerFor'] {
  return ({ authorization }, { send, isPlan, url }) => {
    const origin = ownOrigin(url, publicUrl);
    const webhookUrl = origin && origin + WEBHOOK_PATH;
    return store && { send: asClient(send, authorization), store, webhookUrl, now, isPlan };
  };
}
