// The coverage of the viewer's days; nothing is requested for it.
import type { Resolvers } from '../../generated/resolvers.ts';
import { datesOf } from '../graph/date-range.ts';
import { resourceCoverage } from './coverage.ts';

export const coverageResolvers: Resolvers = {
  User: {
    coverage: async (_, { range }, { coverage, today }) => {
      const { resources, registeredAt } = await coverage(datesOf(range, today));
      return resources.map(({ afterRegistration, ...facts }) =>
        resourceCoverage(facts, afterRegistration ? registeredAt : null),
      );
    },
  },
};
