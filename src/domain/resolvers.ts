// Composition: resolvers that are made of more than one module. Those of single modules are listed by `npm run
// codegen`.
import { refetchDay } from './days/resolvers.ts';
import { documentedWindows } from './documented-windows.ts';
import { exerciseFromWire } from './exercises/exercise.ts';
import { refetchExercise } from './exercises/resolvers.ts';
import { createNodeResolvers } from './graph/node.ts';
import { createLimitResolvers } from './limits/resolvers.ts';
import { refetchNight } from './nights/resolvers.ts';
import { createTransactionResolvers } from './transactions/resolvers.ts';
import { refetchUser } from './users/resolvers.ts';

export const nodeResolvers = createNodeResolvers({
  User: refetchUser,
  Day: refetchDay,
  Night: refetchNight,
  Exercise: refetchExercise,
});
export const limitResolvers = createLimitResolvers(documentedWindows);
export const transactionResolvers = createTransactionResolvers({ exerciseFromWire });
