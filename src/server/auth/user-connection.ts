// Connects a user: exchanges Polar's code, registers the user with AccessLink, and stores the token.
import { fetchRecords } from '../../accesslink/client.ts';
import { registerUser } from '../../accesslink/endpoints/registration.ts';
import { getUser } from '../../accesslink/endpoints/users.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import { exchangeCode, isAboutTokenRequest, type PolarToken } from '../../accesslink/oauth.ts';
import { isAboutConsent } from '../../accesslink/reason-words.ts';
import { type UserRecord, userFromWire } from '../../domain/users/user.ts';
import { randomToken } from './tokens/random-token.ts';
import { callbackUrl, type SignInContext } from './sign-in-context.ts';
import { type DenialReason, SignInError, signInErrorFrom } from './sign-in-error.ts';

/**
 * Exchanges the code, once, and returns the Polar user id of the connected user. Rejects with SignInError when Polar or
 * AccessLink fails or declines.
 */
export async function connectUser(context: SignInContext, code: string): Promise<string> {
  const { client, sendToTokenUrl, store, now, accountMutex } = context;
  const exchange = exchangeCode(sendToTokenUrl, client, { code, redirectUri: callbackUrl(context) });
  const polarToken = await exchange.catch((failure: unknown) => {
    throw signInErrorFrom(failure, exchangeDenial(failure));
  });
  const { polarUserId, token } = polarToken;
  await accountMutex(polarUserId, async () => {
    const { memberId, registeredAt } = await registerOrFetch(context, polarToken);
    await store.users.connect({
      polarUserId,
      memberId: memberId ?? null,
      registeredAt: instantOf(registeredAt),
      token,
      connectedAt: now(),
    });
  });
  return polarUserId;
}

/**
 * Registers the user under a random member id. AccessLink responds with 409 both when the user is registered already and
 * when the member id is taken; only reading the user shows which, and a taken id is tried again once.
 */
async function registerOrFetch(
  context: SignInContext,
  polarToken: PolarToken,
  mayRepeat = true,
): Promise<Partial<UserRecord>> {
  try {
    const record = await registerUser(context.send, polarToken.token, randomToken());
    return record ? userFromWire(record) : {};
  } catch (failure) {
    if (!(failure instanceof AccessLinkError)) throw failure;
    if (failure.problem === 'unexpected-status') throw new SignInError('not-registered', failure);
    if (failure.code !== 'conflict') throw signInErrorFrom(failure, registrationDenial(failure));
  }
  const fetched = fetchRecords(context.send, getUser(polarToken.polarUserId), polarToken.token);
  const { records } = await fetched.catch((failure: unknown) => {
    throw signInErrorFrom(failure, 'access-missing');
  });
  if (records[0]) return userFromWire(records[0]);
  if (mayRepeat) return registerOrFetch(context, polarToken, false);
  throw new SignInError('not-registered');
}

function exchangeDenial(failure: unknown): DenialReason {
  const isAboutRequest = failure instanceof AccessLinkError && isAboutTokenRequest(failure);
  return isAboutRequest ? 'token-request-rejected' : 'code-rejected';
}

/** A 403 is documented for a missing consent; every other status is about that only when it says so. */
function registrationDenial({ code, upstream }: AccessLinkError): DenialReason {
  return code === 'forbidden' || isAboutConsent(upstream) ? 'consent-missing' : 'not-registered';
}

function instantOf(dateTime: string | null | undefined): number | null {
  const instant = Date.parse(dateTime ?? '');
  return Number.isNaN(instant) ? null : instant;
}
