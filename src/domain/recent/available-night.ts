// When a night began and ended, without the rest of it.
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import type { Model } from '../convert/model.ts';
import { dateFromWire, offsetDateTime } from '../convert/times.ts';

/** A night of which AccessLink holds sleep data. */
export type AvailableNight = Omit<Model<Graph.AvailableNight>, 'night'>;

/** Begin and end with the offset of their moments. */
export function availableNightFromWire(wire: Wire.AvailableSleep): AvailableNight {
  return {
    date: dateFromWire(wire.date),
    startTime: offsetDateTime(wire.start_time),
    endTime: offsetDateTime(wire.end_time),
  };
}
