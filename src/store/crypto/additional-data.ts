// What a sealed text is bound to: the row it stands in.

/** The owner of a user's token. */
export function tokenAdditionalData(polarUserId: string): string {
  return `user:${polarUserId}`;
}

/** The owner of a webhook's key. */
export function webhookKeyAdditionalData(id: string): string {
  return `webhook:${id}`;
}
