// When a night began and ended, without the rest of it.
import type { Aged } from '../convert/records.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import type { Fields } from '../convert/model.ts';
import { dateFromWire, localDateTime, offsetDateTime } from '../convert/times.ts';
import type { Keyed } from '../graph/node-keys.ts';

/** A night with sleep data at AccessLink. */
export type AvailableNightModel = Omit<Fields<Graph.AvailableNight>, 'night'>;

/** With its age and its key: the parent of resolvers. */
export type AvailableNightParent = Keyed<Aged<AvailableNightModel>>;

/** Begin and end by the clock of the device, and with its offset where that is known. */
export function availableNightFromWire(wire: Wire.AvailableSleep): AvailableNightModel {
  return {
    date: dateFromWire(wire.date),
    startTime: offsetDateTime(wire.start_time),
    startTimeLocal: localDateTime(wire.start_time),
    endTime: offsetDateTime(wire.end_time),
    endTimeLocal: localDateTime(wire.end_time),
  };
}
