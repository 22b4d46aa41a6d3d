// When a night began and ended, without the rest of it.
import type { Aged } from '../convert/records.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import type { Fields } from '../convert/model.ts';
import { dateFromWire, offsetDateTime } from '../convert/times.ts';

/** A night with sleep data at AccessLink. */
export type AvailableNightModel = Omit<Fields<Graph.AvailableNight>, 'night'>;

/** With its age: the parent of resolvers. */
export type AvailableNightParent = Aged<AvailableNightModel>;

/** Begin and end with the offset of their moments. */
export function availableNightFromWire(wire: Wire.AvailableSleep): AvailableNightModel {
  return {
    date: dateFromWire(wire.date),
    startTime: offsetDateTime(wire.start_time),
    endTime: offsetDateTime(wire.end_time),
  };
}
