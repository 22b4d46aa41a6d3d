// How the body recovered during one night.
import type { Aged } from '../convert/records.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { formsOf, type Series } from '../../series/columns.ts';
import { enumFromNumber } from '../convert/enums.ts';
import type { Fields } from '../convert/model.ts';
import { localColumns } from '../convert/series.ts';
import { dateFromWire, localOf } from '../convert/times.ts';
import { type ClockMap, clockValuesOf } from './clock-map.ts';
import { readingsOfNight } from './clock-times.ts';
import { USUAL_LEVELS } from './usual-levels.ts';

type SeriesField =
  | 'heartRateVariability'
  | 'heartRateVariabilityColumns'
  | 'heartRateVariabilityStatistics'
  | 'breathingRate'
  | 'breathingRateColumns'
  | 'breathingRateStatistics';
export type RechargeModel = Fields<Graph.NightlyRecharge, SeriesField>;

/** With its age: the parent of resolvers. */
export type NightlyRechargeParent = Aged<RechargeModel>;

const STATUSES: readonly Graph.RechargeStatus[] = ['VERY_POOR', 'POOR', 'COMPROMISED', 'OK', 'GOOD', 'VERY_GOOD'];

/** The recovery of a night; without its date, the times of its samples are unknown and there are none. */
export function rechargeFromWire(wire: Wire.NightlyRecharge): RechargeModel {
  const variability = formsOf(() => seriesOf(wire.hrv_samples, wire.date));
  const breathing = formsOf(() => seriesOf(wire.breathing_samples, wire.date));
  return {
    date: dateFromWire(wire.date),
    averageHeartRate: wire.heart_rate_avg,
    averageBeatToBeatMs: wire.beat_to_beat_avg,
    averageHeartRateVariabilityMs: wire.heart_rate_variability_avg,
    averageBreathingRate: wire.breathing_rate_avg,
    status: enumFromNumber(wire.nightly_recharge_status, STATUSES),
    statusNumber: wire.nightly_recharge_status,
    ansCharge: wire.ans_charge,
    ansChargeStatus: enumFromNumber(wire.ans_charge_status, USUAL_LEVELS),
    ansChargeStatusNumber: wire.ans_charge_status,
    heartRateVariability: (args) => variability.points(args, sampleAt),
    heartRateVariabilityColumns: (args) => localColumns(variability.columns(args)),
    heartRateVariabilityStatistics: variability.statistics,
    breathingRate: (args) => breathing.points(args, sampleAt),
    breathingRateColumns: (args) => localColumns(breathing.columns(args)),
    breathingRateStatistics: breathing.statistics,
  };
}

function sampleAt(x: number, value: number | null): Graph.RechargeSample {
  return { time: localOf(x), value };
}

function seriesOf(map: ClockMap | null, wakingDay: string | null): Series | null {
  const date = dateFromWire(wakingDay);
  if (!map || !date) return null;
  const { clocks, values } = clockValuesOf(map);
  return { x: readingsOfNight(clocks, date), values };
}
