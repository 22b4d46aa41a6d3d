// The user's own record: weight and height change with the physical information.
import { getUser } from '../../accesslink/endpoints/users.ts';
import type { KeyedResource } from '../../loading/plan/resource.ts';
import { badUserInput } from '../errors.ts';

export const userResource: KeyedResource<'User', never> = {
  kind: 'keyed',
  name: 'user',
  flags: [],
  read: ({ polarUserId }) => {
    if (polarUserId !== null) return getUser(polarUserId);
    throw badUserInput('Cannot read the user: the request does not say which; send "Polar-User-Id: <id>"');
  },
  refreshedBy: [],
  invalidatedBy: ['PHYSICAL_INFORMATION'],
};
