// What changes of the webhook send: each request waits for the one before it, and none is shared.
import type { FieldRule } from './situation.ts';

/** How many requests, when AccessLink does what it is asked for, and whatever it refuses. */
interface Requests {
  readonly ordinary: number;
  readonly most: number;
}

/** A change that is refused is followed by a look at the webhook, and so is one after which a look fails. */
export const webhookChanges: Readonly<Record<string, FieldRule>> = {
  // Look, delete the old one, create, once more with the documented types; look when it was not created or is refused.
  'Mutation.createWebhook': change(({ replace }) => ({ ordinary: replace ? 3 : 2, most: replace ? 6 : 5 })),
  // Look, change, look.
  'Mutation.updateWebhook': change(({ url, events }) => ({ ordinary: url == null && events == null ? 2 : 3, most: 4 })),
  'Mutation.activateWebhook': change(() => ({ ordinary: 3, most: 4 })),
  'Mutation.deactivateWebhook': change(() => ({ ordinary: 3, most: 4 })),
  // Look, delete.
  'Mutation.deleteWebhook': change(() => ({ ordinary: 2, most: 3 })),
};

function change(requestsOf: (input: Readonly<Record<string, unknown>>) => Requests): FieldRule {
  return ({ args, situation }) => {
    if (!situation.isPartner) return null;
    const { ordinary, most } = requestsOf((args['input'] ?? {}) as Readonly<Record<string, unknown>>);
    for (let left = situation.isOrdinary ? ordinary : most; left > 0; left -= 1) situation.call();
    return null;
  };
}
