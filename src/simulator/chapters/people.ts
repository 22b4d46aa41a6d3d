// The user and their physical information.
import { type Answer, type Ask, NO_CONTENT, Refusal, found, foundOrMissing } from '../ask.ts';
import { physicalInfoJson, userJson } from '../dialects/users.ts';

/** `isKnown` tells whether an id belongs to anybody. Somebody else is 403 in the live dialect, 204 where documented. */
export function getUser(ask: Ask, isKnown: (userId: string) => boolean): Answer {
  const userId = ask.params['userId'] ?? '';
  if (userId === ask.resident.userId) return found(userJson(ask.resident, ask.dialect));
  if (ask.dialect === 'documented' || !isKnown(userId)) return NO_CONTENT;
  throw new Refusal(403, 'Cannot show the user: the token belongs to somebody else');
}

export function getPhysicalInfo(ask: Ask): Answer {
  const { missing } = ask.resident;
  return foundOrMissing(missing.physicalInfo ? null : physicalInfoJson(ask.resident), 'physical information');
}
