// How the body recovered during one night.
import type { Aged } from '../convert/records.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { type IsoDate, isIsoDate } from '../../calendar.ts';
import { formsOf, type Series, seriesOf } from '../../series/columns.ts';
import { PUT_BACK_MS } from '../../series/order.ts';
import { enumFromNumber } from '../convert/enums.ts';
import type { Fields } from '../convert/model.ts';
import { localColumns } from '../convert/series.ts';
import { dateFromWire, localOf } from '../convert/times.ts';
import type { Keyed } from '../graph/node-keys.ts';
import { type ClockMap, clockValuesOf, inOrderOfTime } from './clock-map.ts';
import { instantsOfSleep } from './clock-times.ts';
import { isDoubtfulNight, readingsOfNight } from './night-readings.ts';
import { type SleepSpan, wallAt } from './sleep-span.ts';
import { USUAL_LEVELS } from './usual-levels.ts';

type SeriesField =
  | 'heartRateVariability'
  | 'heartRateVariabilityColumns'
  | 'heartRateVariabilityStatistics'
  | 'breathingRate'
  | 'breathingRateColumns'
  | 'breathingRateStatistics';
export type RechargeModel = Fields<Graph.NightlyRecharge, SeriesField>;

/** With its age and its key: the parent of resolvers. */
export type NightlyRechargeParent = Keyed<Aged<RechargeModel>>;

const STATUSES: readonly Graph.RechargeStatus[] = ['VERY_POOR', 'POOR', 'COMPROMISED', 'OK', 'GOOD', 'VERY_GOOD'];

/**
 * The recovery of a night. The sleep of the night, when it is known, shows the day of each sample, otherwise the date of the
 * night does; without either, there are no samples.
 */
export function rechargeFromWire(wire: Wire.NightlyRecharge, sleep: SleepSpan | null = null): RechargeModel {
  const variability = formsOf(() => samplesFrom(wire.hrv_samples, wire.date, sleep));
  const breathing = formsOf(() => samplesFrom(wire.breathing_samples, wire.date, sleep));
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

/** Whether only the sleep can show on which day the samples of a recharge lie. */
export function isDoubtfulFromWire({ hrv_samples: variability, breathing_samples: breathing }: Wire.NightlyRecharge) {
  return [variability, breathing].some((map) => map !== null && isDoubtfulNight(clockValuesOf(map).clocks));
}

function samplesFrom(map: ClockMap | null, wakingDay: string | null, sleep: SleepSpan | null): Series | null {
  if (!map) return null;
  const { clocks, values } = clockValuesOf(map);
  if (sleep) {
    const { x, values: inOrder } = inOrderOfTime(instantsOfSleep(clocks, sleep), values);
    return seriesOf(
      x.map((instant) => wallAt(sleep, instant)),
      inOrder,
    );
  }
  return wakingDay !== null && isIsoDate(wakingDay) ? seriesOfNight(clocks, values, wakingDay) : null;
}

/** In the order in which they were sent, unless that goes back over midnight, or by more than clocks are put back. */
function seriesOfNight(clocks: readonly number[], values: readonly (number | null)[], date: IsoDate): Series {
  const x = readingsOfNight(clocks, date);
  const midnight = Date.parse(date);
  const isInOrder = x.every((reading, index) => {
    const previous = x[index - 1] ?? reading;
    return reading >= previous - PUT_BACK_MS && !(previous >= midnight && reading < midnight);
  });
  const inOrder = isInOrder ? { x, values } : inOrderOfTime(x, values);
  return seriesOf(inOrder.x, inOrder.values);
}
