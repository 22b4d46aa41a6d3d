// The user: registration, removal, basic and physical information.
import type { Accounts } from '../accounts.ts';
import { type PersonRequest, fieldsFrom } from '../request.ts';
import { type ApiResponse, HttpError, NO_CONTENT, found, foundOrMissing } from '../response.ts';
import { hasPhysicalInfo } from '../data/physical-info.ts';
import { physicalInfoJson, userJson } from '../dialects/users.ts';

/** 409 means that the user is registered already, or that another user has the member id. */
export function registerUser(accounts: Accounts, request: PersonRequest): ApiResponse {
  const { person, dialect } = request;
  const registration = { memberId: memberIdOf(request.body), at: request.now };
  if (person.missing.consent === 'all') {
    throw new HttpError(403, 'Cannot register the user: not all mandatory consents are accepted');
  }
  if (!accounts.register(person.userId, registration)) {
    throw new HttpError(409, 'Cannot register the user: the user is registered already, or the member-id is taken');
  }
  return found(userJson(person, registration, dialect));
}

/** Only the token's own user; revokes the token. */
export function deleteUser(accounts: Accounts, request: PersonRequest): ApiResponse {
  if (request.params['userId'] !== request.person.userId) {
    throw new HttpError(403, 'Cannot delete the user: the token belongs to somebody else');
  }
  accounts.remove(request.person.userId);
  return NO_CONTENT;
}

/** 204 for a user who is not registered. For another user 403 in the live dialect, 204 where documented. */
export function getUser(accounts: Accounts, request: PersonRequest): ApiResponse {
  const userId = request.params['userId'] ?? '';
  const registration = accounts.registrationOf(userId);
  if (!registration) return NO_CONTENT;
  if (userId === request.person.userId) return found(userJson(request.person, registration, request.dialect));
  if (request.dialect === 'documented') return NO_CONTENT;
  throw new HttpError(403, 'Cannot show the user: the token belongs to somebody else');
}

export function getPhysicalInfo(request: PersonRequest): ApiResponse {
  const isKnown = hasPhysicalInfo(request.person);
  return foundOrMissing(isKnown ? physicalInfoJson(request.person) : null, 'physical information');
}

/** From `{"member-id": "x"}` or `<register><member-id>x</member-id></register>`; the content type does not matter. */
function memberIdOf(body: string): string {
  const memberId = /<member-id>([^<]+)<\/member-id>/.exec(body)?.[1] ?? fieldsFrom(body)['member-id'];
  if (typeof memberId === 'string' && memberId.trim() !== '') return memberId;
  throw new HttpError(400, 'Cannot register the user: member-id is missing');
}
