// Skin temperature during one night.
import type { Aged } from '../convert/records.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import type { Fields } from '../convert/model.ts';
import { dateFromWire } from '../convert/times.ts';
import type { Keyed } from '../graph/node-keys.ts';

export type SkinTemperatureModel = Fields<Graph.SkinTemperature>;

/** With its age and its key: the parent of resolvers. */
export type SkinTemperatureParent = Keyed<Aged<SkinTemperatureModel>>;

/** The skin temperature of a night. */
export function skinTemperatureFromWire(wire: Wire.SkinTemperature): SkinTemperatureModel {
  return {
    sleepDate: dateFromWire(wire.sleep_date),
    temperatureCelsius: wire.sleep_time_skin_temperature_celsius,
    deviationFromBaselineCelsius: wire.deviation_from_baseline_celsius,
  };
}
