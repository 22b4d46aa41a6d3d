// Body temperature over one period. AccessLink's times are UTC without saying so.
import type { Aged } from '../convert/records.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { formsOf, type Series } from '../../series/columns.ts';
import { enumFromWire } from '../convert/enums.ts';
import type { Fields } from '../convert/model.ts';
import { offsetColumns, offsetSeries } from '../convert/series.ts';
import { utcDateTime } from '../convert/times.ts';
import type { Keyed } from '../graph/node-keys.ts';
import { utcAfter } from './offset-time.ts';

export type BodyTemperatureModel = Fields<Graph.BodyTemperaturePeriod, 'samples' | 'columns' | 'statistics'>;

/** With its age and its key: the parent of resolvers. */
export type BodyTemperaturePeriodParent = Keyed<Aged<BodyTemperatureModel>>;

const MEASUREMENTS: readonly Graph.TemperatureMeasurementType[] = ['SKIN_TEMPERATURE', 'CORE_TEMPERATURE'];
const LOCATIONS: readonly Graph.SensorLocation[] = ['DISTAL', 'PROXIMAL'];

/** One measurement period; samples without an offset are left out. */
export function bodyTemperatureFromWire(wire: Wire.BodyTemperaturePeriod): BodyTemperatureModel {
  const forms = formsOf(() => seriesFromWire(wire.samples));
  return {
    deviceId: wire.source_device_id,
    measurementType: enumFromWire(wire.measurement_type, 'TM_', MEASUREMENTS),
    sensorLocation: enumFromWire(wire.sensor_location, 'SL_', LOCATIONS),
    startTime: utcDateTime(wire.start_time),
    endTime: utcDateTime(wire.end_time),
    modifiedAt: utcDateTime(wire.modified_time),
    samples: (args) =>
      forms.points(args, (x, value) => ({
        offsetSeconds: x / 1000,
        time: utcAfter(wire.start_time, x),
        temperatureCelsius: value,
      })),
    columns: (args) => offsetColumns(forms.columns(args)),
    statistics: forms.statistics,
  };
}

function seriesFromWire(wire: Wire.SampleColumns<Wire.BodyTemperatureSample> | null): Series | null {
  return wire && offsetSeries(wire.recording_time_delta_milliseconds, wire.temperature_celsius);
}
