// What a 403 of AccessLink means: a mandatory consent is missing, or the user was never registered. The record of the user shows which.
import { bearer } from '../../accesslink/credentials.ts';
import { getUser } from '../../accesslink/endpoints/users.ts';
import { AccessLinkError, reinterpreted } from '../../accesslink/errors.ts';
import { isAboutConsent, isAboutRegistration } from '../../accesslink/reason-words.ts';
import type { Transport, UpstreamReply } from '../../accesslink/upstream.ts';
import type { Secret } from '../../secret.ts';

/** The user of the requests, and what is remembered of their registration. */
export interface DenialOptions {
  /** Null: the request did not name one, so that nobody can be looked up. */
  readonly polarUserId: string | null;
  readonly token: Secret;
  /** Null: not known. */
  readonly find: () => boolean | null;
  readonly put: (isRegistered: boolean) => void;
}

/**
 * Wraps a transport: a `forbidden` failure becomes `unregistered`, or has the problem `consent-missing`, where AccessLink's
 * words or the user's record tell. GET /v3/users/{user-id} (204: not registered) is sent at most once for all requests
 * through the transport, and not at all when one of them is that request.
 */
export function explainDenials(options: DenialOptions): (send: Transport) => Transport {
  const { polarUserId, token, find, put } = options;
  const path = polarUserId === null ? null : getUser(polarUserId).path;
  return (send) => {
    let looking: Promise<boolean | null> | undefined;
    const isRegistered = async () => {
      if (path === null) return null;
      const known = find();
      if (known !== null) return known;
      looking ??= registrationIn(send({ path, authorization: bearer(token) }));
      const found = await looking;
      if (found !== null) put(found);
      return found;
    };
    return async (request) => {
      const reply = send(request);
      if (request.path === path && (request.method ?? 'GET') === 'GET') looking ??= registrationIn(reply);
      try {
        return await reply;
      } catch (failure) {
        throw await explained(failure, isRegistered);
      }
    };
  };
}

/** Null when the request says neither. */
function registrationIn(reply: Promise<UpstreamReply>): Promise<boolean | null> {
  return reply.then(
    ({ body }) => body !== undefined,
    () => null,
  );
}

async function explained(failure: unknown, isRegistered: () => Promise<boolean | null>): Promise<unknown> {
  if (!(failure instanceof AccessLinkError) || failure.code !== 'forbidden') return failure;
  const registered = registrationBy(failure) ?? (await isRegistered());
  if (registered === null) return failure;
  return registered
    ? reinterpreted(failure, { code: 'forbidden', problem: 'consent-missing' })
    : reinterpreted(failure, { code: 'unregistered' });
}

/** By AccessLink's own words; null when they are about neither, or about both. */
function registrationBy({ upstream }: AccessLinkError): boolean | null {
  const [registration, consent] = [isAboutRegistration(upstream), isAboutConsent(upstream)];
  return registration === consent ? null : consent;
}
