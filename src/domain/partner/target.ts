// The URL and event types of a webhook, validated before a request is sent.
import { EVENT_TYPES } from '../../accesslink/webhook-event.ts';
import type { WebhookTarget } from '../../accesslink/endpoints/webhooks.ts';
import type { DataType, WebhookUserError } from '../../generated/graphql.ts';

/** The target as AccessLink takes it, or why it is not valid. */
export type Checked<T> = { readonly target: T } | { readonly error: WebhookUserError };

/** The target in the input of a mutation. */
export interface RequestedTarget {
  readonly events?: readonly DataType[] | null | undefined;
  readonly url?: string | null | undefined;
}

/** The target of a new webhook; by default all types, and this server's receiver. */
export function newTarget({ events, url }: RequestedTarget, webhookUrl: string | null): Checked<WebhookTarget> {
  const checked = changedTarget({ events: events ?? EVENT_TYPES, url: url ?? webhookUrl });
  if ('error' in checked) return checked;
  const { target } = checked;
  if (target.url === undefined) return { error: invalidUrl('this server does not know its own; set PUBLIC_URL') };
  return { target: { events: target.events ?? EVENT_TYPES, url: target.url } };
}

/** The changed parts of a target. */
export function changedTarget({ events, url }: RequestedTarget): Checked<Partial<WebhookTarget>> {
  const names = events && new Set<string>(events);
  if (names && names.size === 0) return { error: INVALID_EVENTS };
  if (url && !isAddress(url)) return { error: invalidUrl('it is no address that begins with https:// or http://') };
  return { target: { ...(names ? { events: [...names] } : {}), ...(url ? { url } : {}) } };
}

function isAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function invalidUrl(why: string): WebhookUserError {
  return { code: 'INVALID_URL', message: `Cannot use the address: ${why}`, field: ['input', 'url'] };
}

const INVALID_EVENTS: WebhookUserError = {
  code: 'INVALID_EVENTS',
  message: `Cannot use the types: name one or more of ${EVENT_TYPES.join(', ')}`,
  field: ['input', 'events'],
};
