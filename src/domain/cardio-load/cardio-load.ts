// Cardio load of one day.
import type { Aged } from '../convert/records.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { enumFromWire } from '../convert/enums.ts';
import type { Fields } from '../convert/model.ts';
import { dateFromWire } from '../convert/times.ts';
import type { Keyed } from '../graph/node-keys.ts';

export type CardioLoadModel = Fields<Graph.CardioLoad>;

/** With its age and its key: the parent of resolvers. */
export type CardioLoadParent = Keyed<Aged<CardioLoadModel>>;

const STATUSES: readonly Graph.CardioLoadStatus[] = [
  'NOT_AVAILABLE',
  'DETRAINING',
  'MAINTAINING',
  'PRODUCTIVE',
  'OVERREACHING',
  'RECOVERY_AFTER_OVERREACHING',
  'PRODUCTIVE_DROPPED_FROM_OVERREACHING',
  'PRODUCTIVE_ALMOST_OVERREACHING',
];

/** The load of a day; strain can be known on a day whose status is NOT_AVAILABLE. */
export function cardioLoadFromWire(wire: Wire.CardioLoad): CardioLoadModel {
  return {
    date: dateFromWire(wire.date),
    status: enumFromWire(wire.cardio_load_status, 'LOAD_STATUS_', STATUSES),
    load: wire.cardio_load,
    strain: wire.strain,
    tolerance: wire.tolerance,
    ratio: wire.cardio_load_ratio,
    level: wire.cardio_load_level && levelFromWire(wire.cardio_load_level),
  };
}

/** null when AccessLink sent no level at all: it sends `{}` then. */
function levelFromWire(wire: Wire.CardioLoadLevels): Graph.CardioLoadLevels | null {
  const level = {
    veryLow: wire.very_low,
    low: wire.low,
    medium: wire.medium,
    high: wire.high,
    veryHigh: wire['very-high'],
  };
  return Object.values(level).every((value) => value === null) ? null : level;
}
