// Physical information of the viewer.
import type { Resolvers } from '../../generated/resolvers.ts';
import { freshnessOf } from '../held.ts';
import { physicalInfoFromWire } from './physical-info.ts';

export const physicalInfoResolvers: Resolvers = {
  User: {
    physicalInfo: async (_, __, { loaders }) => {
      const held = await loaders.physicalInfo();
      return held.value && { ...physicalInfoFromWire(held.value), ...freshnessOf(held) };
    },
  },
};
