// From the code that Polar gave to a linked user: exchanged once, registered, kept.
import { fetchRecords } from '../../accesslink/client.ts';
import { registerUser } from '../../accesslink/endpoints/registration.ts';
import { getUser } from '../../accesslink/endpoints/users.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import { exchangeCode, type PolarToken } from '../../accesslink/oauth.ts';
import { utcDateTime } from '../../domain/convert/times.ts';
import type { Records } from '../../generated/accesslink.ts';
import { randomToken } from './tokens/random-token.ts';
import { callbackUrl, type SignInContext } from './sign-in-context.ts';
import { SignInError, signInErrorFrom } from './sign-in-error.ts';

/** The Polar user id of whoever brought the code, linked. Rejects with SignInError when Polar or AccessLink refuses. */
export async function connectUser(place: SignInContext, code: string): Promise<string> {
  const brought = { code, redirectUri: callbackUrl(place) };
  const signedIn = await exchangeCode(place.sendToTokenUrl, place.client, brought).catch((failure: unknown) => {
    throw signInErrorFrom(failure, 'code-refused');
  });
  const record = await registered(place, signedIn);
  const { polarUserId, token } = signedIn;
  await forgetWhoWasLeaving(place, polarUserId);
  await place.store.users.connect({
    polarUserId,
    memberId: record['member-id'] ?? null,
    registeredAt: instantOf(record['registration-date']),
    token,
    connectedAt: place.now(),
  });
  return polarUserId;
}

/**
 * Registers the person under a name that says nothing about them. 409 means that they are registered already, or that
 * the name is taken; only reading the person tells which.
 */
async function registered(
  place: SignInContext,
  signedIn: PolarToken,
  mayRepeat = true,
): Promise<Partial<Records['User']>> {
  try {
    return (await registerUser(place.send, signedIn.token, randomToken())) ?? {};
  } catch (failure) {
    const isConflict = failure instanceof AccessLinkError && failure.code === 'conflict';
    if (!isConflict) throw signInErrorFrom(failure, 'consent-missing');
  }
  const known = await fetchRecords(place.send, getUser(signedIn.polarUserId), signedIn.token).catch(
    (failure: unknown) => {
      throw signInErrorFrom(failure, 'access-missing');
    },
  );
  if (known.records[0]) return known.records[0];
  if (mayRepeat) return registered(place, signedIn, false);
  throw new SignInError('not-registered');
}

/** Somebody who asked to be forgotten and comes back before AccessLink has confirmed starts anew. */
async function forgetWhoWasLeaving({ store }: SignInContext, polarUserId: string): Promise<void> {
  const known = await store.users.find(polarUserId);
  if (known?.state !== 'deletion-pending') return;
  await store.users.erase(polarUserId);
  await store.signals.send({ type: 'erase', polarUserId });
}

function instantOf(date: string | null | undefined): number | null {
  const instant = Date.parse((date && utcDateTime(date)) || '');
  return Number.isNaN(instant) ? null : instant;
}
