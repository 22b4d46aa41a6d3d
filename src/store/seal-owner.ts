// What a sealed text is bound to: the row it stands in.

/** The owner of a user's token. */
export function tokenOwner(polarUserId: string): string {
  return `user:${polarUserId}`;
}

/** The owner of a webhook's key. */
export function webhookKeyOwner(id: string): string {
  return `webhook:${id}`;
}
