// One wrist ECG test.
import type { Aged } from '../convert/records.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { formsOf, type Series } from '../../series/columns.ts';
import { enumFromWire } from '../convert/enums.ts';
import type { Fields } from '../convert/model.ts';
import { offsetColumns, offsetSeries } from '../convert/series.ts';
import type { Keyed } from '../graph/node-keys.ts';
import { DEVIATIONS } from './deviations.ts';
import { testTimeFromWire } from './offset-time.ts';

export type EcgTestModel = Fields<Graph.EcgTest, 'samples' | 'columns' | 'statistics' | 'qualityMeasurements'>;

/** With its age and its key: the parent of resolvers. */
export type EcgTestParent = Keyed<Aged<EcgTestModel>>;

const QUALITIES: readonly Graph.EcgQuality[] = ['NO_CONTACT', 'LOW', 'HIGH'];

/** One test; samples without an offset are left out. */
export function ecgTestFromWire(wire: Wire.EcgTestResult): EcgTestModel {
  const forms = formsOf(() => seriesFromWire(wire.samples));
  return {
    deviceId: wire.source_device_id,
    testTime: testTimeFromWire(wire.test_time, wire.time_zone_offset),
    utcOffsetMinutes: wire.time_zone_offset,
    averageHeartRate: wire.average_heart_rate_bpm,
    heartRateVariabilityMs: wire.heart_rate_variability_ms,
    heartRateVariabilityLevel: enumFromWire(wire.heart_rate_variability_level, 'ECG_HRV_LEVEL_', DEVIATIONS),
    rrIntervalMs: wire.rri_ms,
    pulseTransitTimeSystolicMs: wire.pulse_transit_time_systolic_ms,
    pulseTransitTimeDiastolicMs: wire.pulse_transit_time_diastolic_ms,
    pulseTransitTimeQualityIndex: wire.pulse_transit_time_quality_index,
    samples: (args) => forms.points(args, (x, amplitudeMv) => ({ offsetSeconds: x / 1000, amplitudeMv })),
    columns: (args) => offsetColumns(forms.columns(args)),
    statistics: forms.statistics,
    qualityMeasurements: () => wire.quality_measurements?.flatMap(qualityFromWire) ?? null,
  };
}

function seriesFromWire(wire: Wire.SampleColumns<Wire.EcgSample> | null): Series | null {
  return wire && offsetSeries(wire.recording_time_delta_ms, wire.amplitude_mv);
}

function qualityFromWire(wire: Wire.QualityMeasurement): Graph.EcgQualityMeasurement[] {
  const offset = wire.recording_time_delta_ms;
  if (offset === null) return [];
  return [{ offsetSeconds: offset / 1000, quality: enumFromWire(wire.quality_level, 'ECG_QUALITY_', QUALITIES) }];
}
