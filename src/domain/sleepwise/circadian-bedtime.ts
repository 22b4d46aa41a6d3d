// The best time to go to bed. AccessLink's times are UTC without saying so.
import type { Aged } from '../convert/records.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { enumFromWire } from '../convert/enums.ts';
import type { Fields } from '../convert/model.ts';
import { utcDateTime } from '../convert/times.ts';
import type { Keyed } from '../graph/node-keys.ts';
import { RESULT_TYPES, VALIDITIES } from './words.ts';

export type CircadianBedtimeModel = Fields<Graph.CircadianBedtime>;

/** With its age and its key: the parent of resolvers. */
export type CircadianBedtimeParent = Keyed<Aged<CircadianBedtimeModel>>;

const QUALITIES: readonly Graph.CircadianBedtimeQuality[] = ['WEAK', 'COMPROMISED', 'CLEARLY_RECOGNIZABLE'];

/** One circadian bedtime, from measured sleep or predicted. */
export function circadianBedtimeFromWire(wire: Wire.CircadianBedtime): CircadianBedtimeModel {
  return {
    validity: enumFromWire(wire.validity, 'VALIDITY_', VALIDITIES),
    quality: enumFromWire(wire.quality, 'CIRCADIAN_BEDTIME_QUALITY_', QUALITIES),
    resultType: enumFromWire(wire.result_type, 'CIRCADIAN_BEDTIME_TYPE_', RESULT_TYPES),
    startTime: utcDateTime(wire.period_start_time),
    endTime: utcDateTime(wire.period_end_time),
    preferredSleepStartTime: utcDateTime(wire.preferred_sleep_period_start_time),
    preferredSleepEndTime: utcDateTime(wire.preferred_sleep_period_end_time),
    sleepGateStartTime: utcDateTime(wire.sleep_gate_start_time),
    sleepGateEndTime: utcDateTime(wire.sleep_gate_end_time),
    utcOffsetMinutes: wire.sleep_timezone_offset_minutes,
  };
}
