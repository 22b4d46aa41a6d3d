// The partner: whoever proves to hold the client's id and secret, or the partner key.
import { basic } from '../../accesslink/credentials.ts';
import type { PolarClient } from '../../config.ts';
import type { PartnerCaller } from '../../domain/context.ts';
import type { Secret } from '../../secret.ts';
import { constantTimeEqual } from './tokens/random-token.ts';
import type { Credentials } from './credentials.ts';

/** What a request is compared with. Without a client there is no partner. */
export interface PartnerProof {
  readonly client: PolarClient | null;
  readonly partnerKey: Secret | null;
}

/** The partner, when the credentials are theirs; else null. */
export function partnerOf(credentials: Credentials, { client, partnerKey }: PartnerProof): PartnerCaller | null {
  if (client === null) return null;
  const isProven =
    (credentials.kind === 'client' &&
      constantTimeEqual(credentials.idAndSecret.reveal(), `${client.id}:${client.secret.reveal()}`)) ||
    (credentials.kind === 'partner-key' &&
      partnerKey !== null &&
      constantTimeEqual(credentials.key.reveal(), partnerKey.reveal()));
  return isProven ? { authorization: basic(client.id, client.secret) } : null;
}
