// The additional authenticated data of an encrypted text: the row it belongs to.

/** The row of a user's token. */
export function tokenAdditionalData(polarUserId: string): string {
  return `user:${polarUserId}`;
}

/** The row of a webhook's key. */
export function webhookKeyAdditionalData(id: string): string {
  return `webhook:${id}`;
}
