// The user: registration, removal, basic and physical information.
import type { Accounts } from '../accounts.ts';
import { type Answer, type Ask, NO_CONTENT, Refusal, fieldsFrom, found, foundOrMissing } from '../ask.ts';
import { hasPhysicalInfo } from '../life/body.ts';
import { physicalInfoJson, userJson } from '../dialects/users.ts';

/** 409 says two things: the user is registered already, or another user has the member id. */
export function registerUser(accounts: Accounts, ask: Ask): Answer {
  const { resident, dialect } = ask;
  const registration = { memberId: memberIdOf(ask.body), at: ask.now };
  if (resident.missing.consent === 'all') {
    throw new Refusal(403, 'Cannot register the user: not all mandatory consents are accepted');
  }
  if (!accounts.register(resident.userId, registration)) {
    throw new Refusal(409, 'Cannot register the user: the user is registered already, or the member-id is taken');
  }
  return found(userJson(resident, registration, dialect));
}

/** Of the own user only; the token is revoked with it. */
export function deleteUser(accounts: Accounts, ask: Ask): Answer {
  if (ask.params['userId'] !== ask.resident.userId) {
    throw new Refusal(403, 'Cannot delete the user: the token belongs to somebody else');
  }
  accounts.remove(ask.resident.userId);
  return NO_CONTENT;
}

/** Not registered is 204. Somebody else is 403 in the live dialect, 204 where documented. */
export function getUser(accounts: Accounts, ask: Ask): Answer {
  const userId = ask.params['userId'] ?? '';
  const registration = accounts.registrationOf(userId);
  if (!registration) return NO_CONTENT;
  if (userId === ask.resident.userId) return found(userJson(ask.resident, registration, ask.dialect));
  if (ask.dialect === 'documented') return NO_CONTENT;
  throw new Refusal(403, 'Cannot show the user: the token belongs to somebody else');
}

export function getPhysicalInfo(ask: Ask): Answer {
  const isKnown = hasPhysicalInfo(ask.resident);
  return foundOrMissing(isKnown ? physicalInfoJson(ask.resident) : null, 'physical information');
}

/** From `{"member-id": "x"}` or `<register><member-id>x</member-id></register>`; the content type does not matter. */
function memberIdOf(body: string): string {
  const memberId = /<member-id>([^<]+)<\/member-id>/.exec(body)?.[1] ?? fieldsFrom(body)['member-id'];
  if (typeof memberId === 'string' && memberId.trim() !== '') return memberId;
  throw new Refusal(400, 'Cannot register the user: member-id is missing');
}
