// Composition: what every module contributes to the graph, one a line; a type may be resolved by several.
import { documentedWindows } from './documented-windows.ts';
import { refetchDay } from './days/resolvers.ts';
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

export { accountResolvers } from './account/resolvers.ts';
export { activityResolvers } from './activity/resolvers.ts';
export { biosensingResolvers } from './biosensing/resolvers.ts';
export { cardioLoadResolvers } from './cardio-load/resolvers.ts';
export { coverageResolvers } from './coverage/resolvers.ts';
export { dayResolvers } from './days/resolvers.ts';
export { eventResolvers } from './events/resolvers.ts';
export { exerciseResolvers } from './exercises/resolvers.ts';
export { fileResolvers } from './files/resolvers.ts';
export { heartRateResolvers } from './heart-rate/resolvers.ts';
export { nightResolvers } from './nights/resolvers.ts';
export { partnerResolvers } from './partner/resolvers.ts';
export { physicalInfoResolvers } from './physical-info/resolvers.ts';
export { recentResolvers } from './recent/resolvers.ts';
export { sleepwiseResolvers } from './sleepwise/resolvers.ts';
export { sportResolvers } from './sports/resolvers.ts';
export { userResolvers } from './users/resolvers.ts';
