import { activityNodes } from '../domain/activity/resolvers.ts';
import { biosensingNodes } from '../domain/biosensing/resolvers.ts';
import { cardioLoadNodes } from '../domain/cardio-load/resolvers.ts';
import { dayNodes } from '../domain/days/resolvers.ts';
import { exerciseNodes } from '../domain/exercises/resolvers.ts';
import { heartRateNodes } from '../domain/heart-rate/resolvers.ts';
import { nightNodes } from '../domain/nights/resolvers.ts';
import { physicalInfoNodes } from '../domain/physical-info/resolvers.ts';
import { sleepwiseNodes } from '../domain/sleepwise/resolvers.ts';
import { userNodes } from '../domain/users/resolvers.ts';

/** How objects of each type are read again by the keys of their global ids. */
export const moduleNodes = {
  ...activityNodes,
  ...biosensingNodes,
  ...cardioLoadNodes,
  ...dayNodes,
  ...exerciseNodes,
  ...heartRateNodes,
  ...nightNodes,
  ...physicalInfoNodes,
  ...sleepwiseNodes,
  ...userNodes,
};
