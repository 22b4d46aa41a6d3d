// Cardio load of a day, and of many.
import { dayOfDated } from '../../accesslink/record-dates.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { idKey, LIST_KEY } from '../../loading/cache/keys.ts';
import type { Context } from '../context.ts';
import { type Dated, markReading } from '../convert/immutable.ts';
import { badUserInput } from '../errors.ts';
import { type DatedKind, datedRecords, sortedRecords } from '../graph/dated-records.ts';
import { keyOfDay } from '../graph/node-keys.ts';
import { idField } from '../graph/viewer-id.ts';
import { type CardioLoadModel, type CardioLoadParent, cardioLoadFromWire } from './cardio-load.ts';

const MOST_MONTHS = 6;

const kind: DatedKind<Wire.CardioLoad, CardioLoadModel> = {
  loaderOf: ({ loaders }) => loaders.cardioLoad,
  convert: cardioLoadFromWire,
  keyOf: keyOfDay,
  timeOf: ({ date }) => date,
};
const cardioLoads = datedRecords(kind);

export const cardioLoadResolvers: Resolvers = {
  User: {
    cardioLoads: (_, { range, months }, context) => {
      if (typeof months !== 'number') return cardioLoads.ofRange(range, context);
      if (range) throw badUserInput('Cannot read cardio load: range and months are both given; give one of them');
      return loadsOfMonths(months, context);
    },
    latestCardioLoad: (_, __, context) => latestLoad(context),
  },
  Day: {
    cardioLoad: markReading(({ date }: Dated, _: unknown, context: Context) => cardioLoads.firstOf(date, context)),
  },
  CardioLoad: { id: idField('CardioLoad') },
};

/** How each type of this module is read again. */
export const cardioLoadNodes = { CardioLoad: cardioLoads.refetch };

async function loadsOfMonths(months: number, { loaders }: Context): Promise<CardioLoadParent[]> {
  if (months < 1 || months > MOST_MONTHS) {
    throw badUserInput(`Cannot read the last ${months} months of cardio load: months is 1 to ${MOST_MONTHS}`);
  }
  return sortedRecords(await loaders.monthlyCardioLoads.load(idKey(String(months))), kind, dayOfDated);
}

/** The newest of AccessLink's list without dates that has a status. */
async function latestLoad({ loaders }: Context): Promise<CardioLoadParent | null> {
  const loads = sortedRecords(await loaders.recentCardioLoads.load(LIST_KEY), kind, dayOfDated);
  return loads.findLast(({ status }) => status !== null && status !== 'NOT_AVAILABLE') ?? null;
}
