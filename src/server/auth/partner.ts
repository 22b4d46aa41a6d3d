// Whether a credential is the partner's own: the client's id and secret, or the key that stands for them.
import { basic } from '../../accesslink/credentials.ts';
import type { PolarClient } from '../../config.ts';
import type { PartnerCaller } from '../../domain/context.ts';
import type { Secret } from '../../secret.ts';
import { constantTimeEqual } from './tokens/random-token.ts';
import type { Credentials } from './credentials.ts';

/** What proves the partner. Without a client there is nothing to be the partner of. */
export interface PartnerProof {
  readonly client: PolarClient | null;
  readonly partnerKey: Secret | null;
}

/** The partner, when the credential is theirs; null for everybody else. */
export function partnerOf(presented: Credentials, { client, partnerKey }: PartnerProof): PartnerCaller | null {
  if (client === null) return null;
  const isProven =
    (presented.kind === 'client' &&
      constantTimeEqual(presented.idAndSecret.reveal(), `${client.id}:${client.secret.reveal()}`)) ||
    (presented.kind === 'partner-key' &&
      partnerKey !== null &&
      constantTimeEqual(presented.key.reveal(), partnerKey.reveal()));
  return isProven ? { authorization: basic(client.id, client.secret) } : null;
}
