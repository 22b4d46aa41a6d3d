// One blood oxygen test.
import type { Aged } from '../convert/records.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { enumFromWire } from '../convert/enums.ts';
import type { Fields } from '../convert/model.ts';
import type { Keyed } from '../graph/node-keys.ts';
import { DEVIATIONS } from './deviations.ts';
import { testTimeFromWire } from './offset-time.ts';

export type Spo2TestModel = Fields<Graph.Spo2Test>;

/** With its age and its key: the parent of resolvers. */
export type Spo2TestParent = Keyed<Aged<Spo2TestModel>>;

const STATUSES: readonly Graph.Spo2TestStatus[] = [
  'PASSED',
  'INCONCLUSIVE_TOO_LOW_QUALITY_IN_SAMPLES',
  'INCONCLUSIVE_TOO_LOW_OVERALL_QUALITY',
  'INCONCLUSIVE_TOO_MANY_MISSING_SAMPLES',
];
const CLASSES: readonly Graph.BloodOxygenClass[] = ['VERY_LOW', 'LOW', 'NORMAL'];

/** One test. What it says of blood oxygen when it was inconclusive is no result. */
export function spo2TestFromWire(wire: Wire.Spo2TestResult): Spo2TestModel {
  const status = enumFromWire(wire.test_status, 'SPO2_TEST_', STATUSES);
  const isConclusive = !/INCONCLUSIVE|FAIL/i.test(wire.test_status ?? '');
  return {
    deviceId: wire.source_device_id,
    testTime: testTimeFromWire(wire.test_time, wire.time_zone_offset),
    utcOffsetMinutes: wire.time_zone_offset,
    status,
    ...(isConclusive ? resultFromWire(wire) : NO_RESULT),
    averageQualityPercent: wire.spo2_quality_average_percent,
    averageHeartRate: wire.average_heart_rate_bpm,
    heartRateVariabilityMs: wire.heart_rate_variability_ms,
    heartRateVariabilityDeviation: enumFromWire(wire.spo2_hrv_deviation_from_baseline, 'DEVIATION_', DEVIATIONS),
    altitudeMeters: wire.altitude_meters,
  };
}

type Result = Pick<Spo2TestModel, 'bloodOxygenPercent' | 'bloodOxygenClass' | 'bloodOxygenDeviation'>;

const NO_RESULT: Result = { bloodOxygenPercent: null, bloodOxygenClass: null, bloodOxygenDeviation: null };

function resultFromWire(wire: Wire.Spo2TestResult): Result {
  return {
    bloodOxygenPercent: wire.blood_oxygen_percent,
    bloodOxygenClass: enumFromWire(wire.spo2_class, 'SPO2_CLASS_', CLASSES),
    bloodOxygenDeviation: enumFromWire(wire.spo2_value_deviation_from_baseline, 'DEVIATION_', DEVIATIONS),
  };
}
