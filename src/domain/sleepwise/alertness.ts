// How alert a person was or will be after one sleep. AccessLink's times are UTC without saying so.
import type { Aged } from '../convert/records.ts';
import { durationOfSeconds } from '../../duration.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { enumFromWire } from '../convert/enums.ts';
import type { Fields } from '../convert/model.ts';
import { utcDateTime } from '../convert/times.ts';
import type { Keyed } from '../graph/node-keys.ts';
import { RESULT_TYPES, VALIDITIES } from './words.ts';

export type AlertnessModel = Fields<Graph.Alertness, 'hours'>;

/** With its age and its key: the parent of resolvers. */
export type AlertnessParent = Keyed<Aged<AlertnessModel>>;

const GRADE_TYPES: readonly Graph.AlertnessGradeType[] = ['PRIMARY', 'ADDITIONAL'];
const CLASSIFICATIONS: readonly Graph.AlertnessClassification[] = ['WEAK', 'FAIR', 'STRONG', 'EXCELLENT'];
const INERTIAS: readonly Graph.SleepInertia[] = ['NO_INERTIA', 'MILD', 'MODERATE', 'HEAVY'];
const SLEEP_TYPES: readonly Graph.SleepType[] = ['PRIMARY', 'SECONDARY', 'ARTIFICIAL'];
const LEVELS: readonly Graph.AlertnessLevel[] = ['MINIMAL', 'VERY_LOW', 'LOW', 'HIGH', 'VERY_HIGH'];

/** One alertness period, measured or predicted. */
export function alertnessFromWire(wire: Wire.Alertness): AlertnessModel {
  return {
    grade: wire.grade,
    gradeValidity: durationOfSeconds(wire.grade_validity_seconds),
    gradeValiditySeconds: wire.grade_validity_seconds,
    gradeType: enumFromWire(wire.grade_type, 'GRADE_TYPE_', GRADE_TYPES),
    gradeClassification: enumFromWire(wire.grade_classification, 'GRADE_CLASSIFICATION_', CLASSIFICATIONS),
    validity: enumFromWire(wire.validity, 'VALIDITY_', VALIDITIES),
    sleepInertia: enumFromWire(wire.sleep_inertia, 'SLEEP_INERTIA_', INERTIAS),
    sleepType: enumFromWire(wire.sleep_type, 'SLEEP_TYPE_', SLEEP_TYPES),
    resultType: enumFromWire(wire.result_type, 'ALERTNESS_TYPE_', RESULT_TYPES),
    startTime: utcDateTime(wire.period_start_time),
    endTime: utcDateTime(wire.period_end_time),
    sleepStartTime: utcDateTime(wire.sleep_period_start_time),
    sleepEndTime: utcDateTime(wire.sleep_period_end_time),
    utcOffsetMinutes: wire.sleep_timezone_offset_minutes,
    hours: () => wire.hourly_data?.map(hourFromWire) ?? null,
  };
}

function hourFromWire(wire: Wire.AlertnessHourlyData): Graph.AlertnessHour {
  return {
    startTime: utcDateTime(wire.start_time),
    endTime: utcDateTime(wire.end_time),
    level: enumFromWire(wire.alertness_level, 'ALERTNESS_LEVEL_', LEVELS),
    validity: enumFromWire(wire.validity, 'VALIDITY_', VALIDITIES),
  };
}
