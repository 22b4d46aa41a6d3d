// Current physical information.
import { getPhysicalInfo } from '../../accesslink/endpoints/users.ts';
import type { KeyedResource } from '../../loading/plan/resource.ts';

export const physicalInfoResource: KeyedResource<'PhysicalInfo', never> = {
  kind: 'keyed',
  name: 'physical info',
  flags: [],
  read: getPhysicalInfo,
  refreshedBy: ['PHYSICAL_INFORMATION'],
  invalidatedBy: [],
};
