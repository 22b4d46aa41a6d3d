// The bodies of deliveries, encrypted: under the key of the person they are about, or the gateway's when that person has none.
import type { Kysely } from 'kysely';
import { deliveryAdditionalData } from '../crypto/additional-data.ts';
import { decryptValue, encryptValue, isOfGateway } from '../crypto/value-cipher.ts';
import type { PersonKeys } from './person-keys.ts';
import type { Tables } from './schema.ts';

interface PlainDelivery {
  readonly key_hash: string;
  readonly polar_user_id: string | null;
  readonly body: string;
}

/** The columns of each body, in order. A key that SECRET_KEY does not open is not used. */
export async function encryptBodies(
  db: Kysely<Tables>,
  rows: readonly PlainDelivery[],
  keys: PersonKeys,
): Promise<{ readonly body: ''; readonly body_encrypted: Uint8Array }[]> {
  const found = await keys.find(db, peopleIn(rows));
  const gateway = await keys.ofGateway();
  return rows.map(({ key_hash, polar_user_id: person, body }) => {
    const own = person !== null && found.opens(person) ? found.get(person) : undefined;
    const key = own ? { key: own, isOfGateway: false } : gateway;
    return { body: '', body_encrypted: encryptValue(key, body, deliveryAdditionalData(key_hash)) };
  });
}

type StoredDelivery = PlainDelivery & { readonly body_encrypted: Uint8Array | null };

/**
 * The body of each, in order. Null: it was altered, or its key is gone. Undefined: SECRET_KEY does not open its key, which it
 * may do later.
 */
export async function decryptBodies(
  db: Kysely<Tables>,
  rows: readonly StoredDelivery[],
  keys: PersonKeys,
): Promise<(string | null | undefined)[]> {
  const found = await keys.find(db, peopleIn(rows));
  const gateway = await keys.ofGateway();
  return rows.map(({ key_hash, polar_user_id: person, body, body_encrypted: stored }) => {
    if (stored === null) return body;
    const additionalData = deliveryAdditionalData(key_hash);
    if (isOfGateway(stored)) return decryptValue(gateway.key, stored, additionalData);
    if (person === null || !found.has(person)) return null;
    return found.opens(person) ? decryptValue(found.get(person), stored, additionalData) : undefined;
  });
}

function peopleIn(rows: readonly { readonly polar_user_id: string | null }[]): string[] {
  return rows.flatMap(({ polar_user_id }) => (polar_user_id === null ? [] : [polar_user_id]));
}
