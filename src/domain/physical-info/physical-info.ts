// Weight, height and physical limits of a person, as last saved.
import type { Aged } from '../convert/records.ts';
import { durationOfSeconds, secondsOfDuration } from '../../duration.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { enumFromWire } from '../convert/enums.ts';
import type { Fields } from '../convert/model.ts';
import { dateFromWire, utcDateTime } from '../convert/times.ts';
import type { Keyed } from '../graph/node-keys.ts';

export type PhysicalInfoModel = Fields<Graph.PhysicalInfo>;

/** With its age and its key: the parent of resolvers. */
export type PhysicalInfoParent = Keyed<Aged<PhysicalInfoModel>>;

const GENDERS: readonly Graph.Gender[] = ['MALE', 'FEMALE'];
const SOURCES: readonly Graph.WeightSource[] = ['DEFAULT', 'ESTIMATE', 'USER', 'MEASURED', 'KEEP'];
const DAYS: readonly Graph.TypicalDay[] = ['SITTING', 'STANDING', 'MOVING'];

/** The current record. */
export function physicalInfoFromWire(wire: Wire.PhysicalInfo): PhysicalInfoModel {
  const sleepGoalSeconds = secondsOfDuration(wire.sleep_goal);
  return {
    createdAt: utcDateTime(wire.created),
    modifiedAt: utcDateTime(wire.modified),
    birthdate: dateFromWire(wire.birthday),
    gender: enumFromWire(wire.gender, '', GENDERS),
    weightKg: wire.weight,
    weightSource: enumFromWire(wire.weight_source, 'SOURCE_', SOURCES),
    heightCm: wire.height,
    maximumHeartRate: wire.maximum_heart_rate,
    restingHeartRate: wire.resting_heart_rate,
    aerobicThreshold: wire.aerobic_threshold,
    anaerobicThreshold: wire.anaerobic_threshold,
    vo2Max: wire.vo2_max,
    trainingBackground: wire.training_background,
    typicalDay: enumFromWire(wire.typical_day, 'MOSTLY_', DAYS),
    sleepGoal: durationOfSeconds(sleepGoalSeconds),
    sleepGoalSeconds,
  };
}

/** An entry of a transaction: it has less, and its time is that of the change. */
export function physicalInfoEntryFromWire(wire: Wire.PhysicalInformation): PhysicalInfoModel {
  return physicalInfoFromWire({
    weight: wire.weight,
    weight_source: wire['weight-source'],
    height: wire.height,
    created: wire.created,
    modified: wire.created,
    birthday: null,
    gender: null,
    maximum_heart_rate: wire['maximum-heart-rate'],
    resting_heart_rate: wire['resting-heart-rate'],
    aerobic_threshold: wire['aerobic-threshold'],
    anaerobic_threshold: wire['anaerobic-threshold'],
    vo2_max: wire['vo2-max'],
    training_background: null,
    typical_day: null,
    sleep_goal: null,
  });
}
