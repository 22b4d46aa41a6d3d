// Heart rate of a day.
import type { Resolvers } from '../../generated/resolvers.ts';
import type { Context } from '../context.ts';
import { type Dated, markReading } from '../convert/immutable.ts';
import { datedRecords } from '../graph/dated-records.ts';
import { keyOfDay } from '../graph/node-keys.ts';
import { idField } from '../graph/viewer-id.ts';
import { heartRateFromWire } from './heart-rate.ts';

const heartRates = datedRecords({
  loaderOf: ({ loaders }) => loaders.heartRate,
  convert: heartRateFromWire,
  keyOf: keyOfDay,
  timeOf: ({ date }) => date,
});

export const heartRateResolvers: Resolvers = {
  Day: {
    heartRate: markReading(({ date }: Dated, _: unknown, context: Context) => heartRates.firstOf(date, context)),
  },
  ContinuousHeartRate: { id: idField('ContinuousHeartRate') },
};

/** How each type of this module is read again. */
export const heartRateNodes = { ContinuousHeartRate: heartRates.refetch };
