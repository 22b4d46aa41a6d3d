// A change of the webhook that AccessLink refuses: a user error of the payload, with AccessLink's own reason.
import { AccessLinkError, type UpstreamReason } from '../../accesslink/errors.ts';
import { isAboutAddress, isAboutEvents } from '../../accesslink/reason-words.ts';
import type { WebhookPayload, WebhookUserError } from '../../generated/graphql.ts';
import type { Partner } from './partner.ts';
import { unchanged } from './webhook.ts';

/** A change, and what may be wrong with it. */
export interface WebhookChange {
  /** The fields of its input that it is made of; the first is to blame when AccessLink does not say which. */
  readonly fields: readonly ('url' | 'events')[];
  /** Whether AccessLink sends the address a PING before it makes the change. */
  readonly hasPing: boolean;
  readonly make: () => Promise<WebhookPayload>;
}

/** Makes a change; where AccessLink refuses it, the payload says why. Every other failure is thrown. */
export async function orRefused(partner: Partner, change: WebhookChange): Promise<WebhookPayload> {
  try {
    return await change.make();
  } catch (failure) {
    if (failure instanceof AccessLinkError && isRefused(failure))
      return unchanged(partner, refused(failure.upstream, change));
    throw failure;
  }
}

/** Whether AccessLink understood a change and does not make it. */
function isRefused({ code, problem, status }: AccessLinkError): boolean {
  if (problem === 'unexpected-status') return status !== null && status >= 400;
  return problem === 'error-in-body' || ['refused', 'forbidden', 'conflict'].includes(code);
}

function refused(reason: UpstreamReason | null, change: WebhookChange): WebhookUserError {
  const said = reason?.message ?? reason?.errorType ?? null;
  const id = reason?.correlationId ?? null;
  const mayBePing = change.hasPing && (said === null || isAboutAddress(reason));
  const parts = [
    'Cannot change the webhook: AccessLink refused it',
    ...(said === null ? [] : [`AccessLink says: ${said.replace(/\.$/, '')}`]),
    ...(id === null ? [] : [`Correlation id: ${id}`]),
    ...(mayBePing ? [HOW_TO_ANSWER_PINGS] : []),
  ];
  return { code: 'REFUSED', message: parts.join('. '), field: fieldOf(reason, change.fields) };
}

const HOW_TO_ANSWER_PINGS =
  'It sends a PING to the address first, which must answer 200: see that Polar reaches this server at PUBLIC_URL over ' +
  'TLS, and that it may subscribe to these types';

function fieldOf(reason: UpstreamReason | null, fields: WebhookChange['fields']): string[] | null {
  const named = isAboutAddress(reason) ? 'url' : isAboutEvents(reason) ? 'events' : fields[0];
  return named !== undefined && fields.includes(named) ? ['input', named] : null;
}
