// Sports: every one of Polar Flow, and that of an exercise.
import { sports } from '../../generated/appendix.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { sportFromCode } from './sport.ts';

export const sportResolvers: Resolvers = {
  Query: { sports: () => sports },
  CollectedExercise: { sport: ({ sportCode }) => sportFromCode(sportCode, sports) },
  Exercise: { sport: ({ sportCode }) => sportFromCode(sportCode, sports) },
};
