// The additional authenticated data of an encrypted text: the row it belongs to.

/** The row of a user's token. */
export function tokenAdditionalData(polarUserId: string): string {
  return `user:${polarUserId}`;
}

/** The row of a webhook's key. */
export function webhookKeyAdditionalData(id: string): string {
  return `webhook:${id}`;
}

/** The row of a person's key. */
export function personKeyAdditionalData(polarUserId: string): string {
  return `person key:${polarUserId}`;
}

/** What the rows of `records` that are read together have in common. */
export function recordsAdditionalData(partition: string, resource: string): string {
  return JSON.stringify(['records', partition, resource]);
}

/** A row of `records`: behind what it has in common with others, its own. `flags` are JSON, and have no line break. */
export function recordAdditionalData(
  common: string,
  { record_key, flags }: { readonly record_key: string; readonly flags: string },
): string {
  return `${common}\n${record_key}\n${flags}`;
}

/** A row of `imported_items`. */
export function itemAdditionalData(row: {
  readonly polar_user_id: string;
  readonly kind: string;
  readonly item_id: string;
}): string {
  return JSON.stringify(['imported_items', row.polar_user_id, row.kind, row.item_id]);
}

/** A row of `inbox`, by the digest of its key. */
export function deliveryAdditionalData(keyHash: string): string {
  return `inbox:${keyHash}`;
}

/** The member id of a user. */
export function memberIdAdditionalData(polarUserId: string): string {
  return `member id:${polarUserId}`;
}
