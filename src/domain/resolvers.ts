// Composition: what every module contributes to the graph.
import type { Resolvers } from '../generated/resolvers.ts';
import { accountResolvers } from './account/resolvers.ts';
import { activityResolvers } from './activity/resolvers.ts';
import { eventResolvers } from './events/resolvers.ts';
import { biosensingResolvers } from './biosensing/resolvers.ts';
import { cardioLoadResolvers } from './cardio-load/resolvers.ts';
import { createTransactionResolvers } from './transactions/resolvers.ts';
import { coverageResolvers } from './coverage/resolvers.ts';
import { dayResolvers } from './days/resolvers.ts';
import { exerciseFromWire } from './exercises/exercise.ts';
import { exerciseResolvers } from './exercises/resolvers.ts';
import { fileResolvers } from './files/resolvers.ts';
import { heartRateResolvers } from './heart-rate/resolvers.ts';
import { limitResolvers } from './limits/resolvers.ts';
import { nightResolvers } from './nights/resolvers.ts';
import { nodeResolvers } from './node.ts';
import { partnerResolvers } from './partner/resolvers.ts';
import { physicalInfoResolvers } from './physical-info/resolvers.ts';
import { recentResolvers } from './recent/resolvers.ts';
import { sleepwiseResolvers } from './sleepwise/resolvers.ts';
import { sportResolvers } from './sports/resolvers.ts';
import { userResolvers } from './users/resolvers.ts';

/** Resolvers by module; a type may be named by several. The order does not matter. */
export const resolvers: readonly Resolvers[] = [
  nodeResolvers,
  limitResolvers,
  sportResolvers,
  userResolvers,
  accountResolvers,
  dayResolvers,
  nightResolvers,
  exerciseResolvers,
  fileResolvers,
  coverageResolvers,
  createTransactionResolvers({ exerciseFromWire }),
  activityResolvers,
  heartRateResolvers,
  cardioLoadResolvers,
  sleepwiseResolvers,
  biosensingResolvers,
  physicalInfoResolvers,
  partnerResolvers,
  eventResolvers,
  recentResolvers,
];
