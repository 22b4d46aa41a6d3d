// The sleep of one night.
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { durationOfSeconds } from '../../duration.ts';
import { enumFromNumber } from '../convert/enums.ts';
import type { Fields } from '../convert/model.ts';
import { localDateTime, offsetDateTime } from '../convert/times.ts';
import { type SleepSeries, sleepSeriesFromWire } from './sleep-series.ts';
import { USUAL_LEVELS } from './usual-levels.ts';

/** The fields of a night that come with the sleep. */
export type SleepModel = SleepSeries &
  Omit<
    Fields<Graph.Night>,
    keyof SleepSeries | 'id' | 'date' | 'day' | 'recharge' | 'skinTemperature' | 'alertness' | 'circadianBedtime'
  >;

const CONTINUITY: readonly Graph.ContinuityClass[] = [
  'FRAGMENTED',
  'FAIRLY_FRAGMENTED',
  'FAIRLY_CONTINUOUS',
  'CONTINUOUS',
  'VERY_CONTINUOUS',
];
const RATINGS: readonly Graph.SleepRating[] = ['VERY_POORLY', 'POORLY', 'OK', 'WELL', 'VERY_WELL'];

/** The sleep; its date is the key under which it was found. */
export function sleepFromWire(wire: Wire.Sleep): SleepModel {
  return {
    startTime: offsetDateTime(wire.sleep_start_time),
    startTimeLocal: localDateTime(wire.sleep_start_time),
    endTime: offsetDateTime(wire.sleep_end_time),
    endTimeLocal: localDateTime(wire.sleep_end_time),
    deviceId: wire.device_id,
    continuity: wire.continuity,
    continuityClass: enumFromNumber(wire.continuity_class, CONTINUITY),
    continuityClassNumber: wire.continuity_class,
    sleepScore: wire.sleep_score,
    sleepCharge: wire.sleep_charge,
    sleepChargeLevel: enumFromNumber(wire.sleep_charge, USUAL_LEVELS),
    sleepRating: enumFromNumber(wire.sleep_rating, RATINGS),
    sleepRatingNumber: wire.sleep_rating,
    sleepCycles: wire.sleep_cycles,
    durationScore: wire.group_duration_score,
    solidityScore: wire.group_solidity_score,
    regenerationScore: wire.group_regeneration_score,
    ...durationsFromWire(wire),
    ...sleepSeriesFromWire(wire),
  };
}

function durationsFromWire(wire: Wire.Sleep) {
  return {
    lightSleep: durationOfSeconds(wire.light_sleep),
    lightSleepSeconds: wire.light_sleep,
    deepSleep: durationOfSeconds(wire.deep_sleep),
    deepSleepSeconds: wire.deep_sleep,
    remSleep: durationOfSeconds(wire.rem_sleep),
    remSleepSeconds: wire.rem_sleep,
    unrecognizedSleep: durationOfSeconds(wire.unrecognized_sleep_stage),
    unrecognizedSleepSeconds: wire.unrecognized_sleep_stage,
    totalInterruption: durationOfSeconds(wire.total_interruption_duration),
    totalInterruptionSeconds: wire.total_interruption_duration,
    shortInterruption: durationOfSeconds(wire.short_interruption_duration),
    shortInterruptionSeconds: wire.short_interruption_duration,
    longInterruption: durationOfSeconds(wire.long_interruption_duration),
    longInterruptionSeconds: wire.long_interruption_duration,
    sleepGoal: durationOfSeconds(wire.sleep_goal),
    sleepGoalSeconds: wire.sleep_goal,
  };
}
