// Skin temperature during one night.
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import type { Model } from '../convert/model.ts';
import { dateFromWire } from '../convert/times.ts';

export type SkinTemperature = Model<Graph.SkinTemperature>;

/** The skin temperature of a night. */
export function skinTemperatureFromWire(wire: Wire.SkinTemperature): SkinTemperature {
  return {
    sleepDate: dateFromWire(wire.sleep_date),
    temperatureCelsius: wire.sleep_time_skin_temperature_celsius,
    deviationFromBaselineCelsius: wire.deviation_from_baseline_celsius,
  };
}
