// What `Query.node` and `Query.nodes` ask for, by the type of an id: its day, and where that does not have it, other sources.
import { dateOfInstant, datesBetween, type IsoDate } from '../../../../calendar.ts';
import { intervalOfKey } from '../../../../domain/graph/date-range.ts';
import { dateOfKey, parseGlobalId } from '../../../../domain/graph/global-id.ts';
import { timeOfKey } from '../../../../domain/graph/node-keys.ts';
import { night } from './field-reads.ts';
import { sessionDates } from './listed-days.ts';
import { ID_LOOKUP, type LoaderName, readDates, type SomeDates, type ReadStage } from './reads.ts';
import type { Below, Resolving } from './situation.ts';

/** The objects of one type, with the days that they are of, and the last stage of looking them up. */
interface FoundNodes extends Below {
  readonly type: string;
}

type NodeRule = (keys: readonly string[], resolving: Resolving) => Below;

const DAY_MS = 86_400_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

const ofDay =
  (name: LoaderName, recent?: LoaderName): NodeRule =>
  (keys, { stage, situation }) => {
    const at = readDaysOfKeys(name, keys, { stage, situation });
    if (recent && !situation.isOrdinary) situation.readKey(recent, '');
    return { on: NOTHING, stage: at };
  };
const exercise: NodeRule = (keys, { stage, situation }) => {
  for (const key of keys) stage.lookups.add(`${ID_LOOKUP}${key}`);
  return { on: { dates: sessionDates(situation), most: keys.length }, stage: situation.after(stage) };
};
const NOTHING: SomeDates = { dates: [], most: 0 };

/** Types that are not here ask for nothing. */
const nodeRules: Readonly<Record<string, NodeRule>> = {
  Day: (keys, { stage }) => ({ on: days(keys.flatMap((key) => dateOfKey(key) ?? [])), stage }),
  Night: (keys, resolving) => night({ ...resolving, on: days(keys.flatMap((key) => dateOfKey(key) ?? [])) }),
  NightlyRecharge: (keys, { stage, situation }) => {
    const at = readDaysOfKeys('recharge', keys, { stage, situation });
    return { on: NOTHING, stage: situation.isOrdinary ? at : readDaysOfKeys('sleep', keys, { stage: at, situation }) };
  },
  AvailableNight: (keys, { stage, situation }) => {
    situation.readKey('availableNights', '');
    const after = situation.after(stage);
    const at = situation.isOrdinary ? after : readDaysOfKeys('sleep', keys, { stage: after, situation });
    return { on: days(keys.flatMap((key) => dateOfKey(key) ?? [])), stage: at };
  },
  DailyActivity: ofDay('activity', 'recentActivities'),
  ActivitySamples: (keys, resolving) => {
    const activity = ofDay('activity', 'recentActivities')(keys, resolving);
    return ofDay('activitySamples', 'recentActivitySamples')(keys, { ...resolving, stage: activity.stage });
  },
  ContinuousHeartRate: ofDay('heartRate'),
  CardioLoad: ofDay('cardioLoad'),
  Alertness: ofDay('alertness', 'recentAlertness'),
  CircadianBedtime: (keys, resolving) => {
    if (!resolving.situation.isOrdinary) resolving.situation.readKey('recentAlertness', '');
    return ofDay('circadianBedtime', 'recentCircadianBedtimes')(keys, resolving);
  },
  BodyTemperaturePeriod: ofDay('bodyTemperature'),
  SkinTemperature: ofDay('skinTemperature'),
  SkinContactPeriod: ofDay('skinContacts'),
  EcgTest: ofDay('ecgTests'),
  Spo2Test: ofDay('spo2Tests'),
  Biosensing: (keys, { stage }) => {
    const intervals = keys.flatMap((key) => intervalOfKey(key) ?? []);
    return { on: days(intervals.flatMap(({ from, to }) => datesBetween(from, to))), stage };
  },
  Exercise: exercise,
  Route: exercise,
  TrainingLoad: exercise,
  User: (_, { stage }) => ({ on: NOTHING, stage }),
  PhysicalInfo: (_, { stage, situation }) => {
    situation.readKey('physicalInfo', '');
    return { on: NOTHING, stage: situation.after(stage) };
  },
};

/** What is found under ids; those of others and unknown ones are null. */
export function nodesOf(ids: readonly unknown[], resolving: Resolving): FoundNodes[] {
  const { viewer } = resolving.situation;
  const parsed = ids.flatMap((id) => parseGlobalId(String(id)) ?? []).filter(({ owner }) => owner === viewer?.owner);
  return [...Map.groupBy(parsed, ({ type }) => type)].flatMap(([type, same]) => {
    const keys = [...new Set(same.map(({ key }) => key))];
    const rule = nodeRules[type];
    return rule ? [{ type, ...rule(keys, resolving) }] : [];
  });
}

function days(dates: readonly IsoDate[]): SomeDates {
  return { dates: [...new Set(dates)], most: Number.POSITIVE_INFINITY };
}

/** The likeliest day of each key, and the days around it, where an instant does not say on which day it lies. */
function readDaysOfKeys(
  name: LoaderName,
  keys: readonly string[],
  { stage, situation }: Pick<Resolving, 'stage' | 'situation'>,
): ReadStage {
  const times = keys.map(timeOfKey);
  const dates = times.flatMap((time) => dateOfKey(time) ?? []);
  const instants = times
    .filter((time) => INSTANT.test(time))
    .map(Date.parse)
    .filter(Number.isFinite);
  const { named } = situation;
  readDates(stage, name, days([...dates, ...instants.map(named ?? dateOfInstant)]));
  const after = situation.after(stage);
  if (situation.isOrdinary || instants.length === 0) return after;
  const around = instants.flatMap((at) => [at - DAY_MS, at, at + DAY_MS].map(dateOfInstant));
  readDates(after, name, days(around));
  return situation.after(after);
}
