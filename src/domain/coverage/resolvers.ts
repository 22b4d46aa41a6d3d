// What is known of the viewer's days; nothing is asked for it.
import type { Resolvers } from '../../generated/resolvers.ts';
import { datesOf } from '../graph/date-range.ts';
import { resourceCoverage } from './coverage.ts';

export const coverageResolvers: Resolvers = {
  User: {
    coverage: async (_, { range }, { loaders, today }) => {
      const { resources, registeredAt } = await loaders.coverage(datesOf(range, today));
      return resources.map((facts) => resourceCoverage(facts, registeredAt));
    },
  },
};
