// The partner of a gateway, and what the simulator sees of it.
import { type WebhookGateway, type Payload } from './delivering.ts';

export const WEBHOOK = '{ id url events active existsAtAccessLink hasSigningKey paused createdAt }';
export const PAYLOAD = `{ webhook ${WEBHOOK} userErrors { code message field } }`;

export interface WebhookDesk {
  /** Runs a mutation of the webhook; throws when it fails. */
  change(mutation: string): Promise<Payload | undefined>;
  create(input?: string): Promise<Payload | undefined>;
  /** Everything asked of the simulator since the last time. */
  upstream(): string[];
}

export function webhookDesk(gateway: WebhookGateway): WebhookDesk {
  const change = async (mutation: string) => {
    const { data, errors } = await gateway.partner(`mutation { done: ${mutation} ${PAYLOAD} }`);
    if (errors) throw new Error(JSON.stringify(errors));
    return data['done'];
  };
  return {
    change,
    create: (input = '{}') => change(`createWebhook(input: ${input})`),
    upstream: () => {
      const seen = gateway.simulator.requests.map(({ method, path }) => `${method} ${path}`);
      gateway.simulator.clearRequests();
      return seen;
    },
  };
}

export function codesOf(payload: Payload | undefined): string[] | undefined {
  return payload?.userErrors.map(({ code }) => code);
}
