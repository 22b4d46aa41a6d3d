// Operations of which the direct evaluation knows the answer: every way to ask, with arguments that are right.
import { globalId } from '../../../src/domain/graph/global-id.ts';
import { addDays, type IsoDate } from '../../../src/calendar.ts';
import type { Random } from '../support/random.ts';
import { type OperationSource, type RandomOperation, randomOperation } from '../support/random-operation.ts';
import type { DirectPerson } from './readings.ts';
import * as tables from './tables.ts';

const connection = (of: string): Readonly<Record<string, readonly string[]>> => ({
  [`${of}Connection`]: ['nodes', 'edges', 'pageInfo'],
  [`${of}Edge`]: ['node', 'cursor'],
});

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Query: ['viewer', 'node', 'nodes'],
  User: `polarUserId physicalInfo day days night nights exercise exercises biosensing activities cardioLoads
    alertnessPeriods circadianBedtimes`
    .split(/\s+/)
    .concat(Object.keys(tables.USER)),
  Day: `date previous next activity heartRate cardioLoad night exercises alertness circadianBedtime biosensing`.split(
    ' ',
  ),
  Night: ['day', 'recharge', 'stale', ...Object.keys(tables.SLEEP)],
  Exercise: ['day', ...Object.keys(tables.EXERCISE)],
  Biosensing: ['bodyTemperature', 'skinTemperature', 'skinContacts', 'ecgTests', 'spo2Tests'],
  PageInfo: ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'],
  SeriesStatistics: ['count', 'minimum', 'maximum', 'mean'],
  HeartRateZone: Object.keys(tables.ZONE),
  DailyActivity: ['stale', ...Object.keys(tables.ACTIVITY)],
  ContinuousHeartRate: ['stale', ...Object.keys(tables.HEART_RATE)],
  CardioLoad: ['stale', ...Object.keys(tables.CARDIO_LOAD)],
  NightlyRecharge: ['stale', ...Object.keys(tables.RECHARGE)],
  Alertness: ['stale', ...Object.keys(tables.ALERTNESS)],
  CircadianBedtime: ['stale', ...Object.keys(tables.BEDTIME)],
  BodyTemperaturePeriod: Object.keys(tables.BODY_TEMPERATURE),
  SkinTemperature: Object.keys(tables.SKIN_TEMPERATURE),
  SkinContactPeriod: Object.keys(tables.SKIN_CONTACT),
  EcgTest: Object.keys(tables.ECG),
  Spo2Test: Object.keys(tables.SPO2),
  PhysicalInfo: ['stale', ...Object.keys(tables.PHYSICAL_INFO)],
  ...connection('Day'),
  ...connection('Night'),
  ...connection('Exercise'),
};

export interface Asker extends DirectPerson {
  readonly today: IsoDate;
  /** Ids and starts of sessions that AccessLink lists. */
  readonly sessions: readonly { readonly id: string; readonly start: string }[];
}

/** An operation that the direct evaluation can answer. */
export function answerableOperation(random: Random, asker: Asker): RandomOperation {
  const { today, userId } = asker;
  const date = () => addDays(today, -random.pick([0, 0, 1, 2, 3, 5, 9, 14, 20, 26, 33, 47, 70, -2]));
  const range = () => {
    const from = date();
    return random.pick([
      { lastDays: 1 + random.below(35) },
      { between: { from, to: addDays(from, random.below(12)) } },
      { on: from },
      { month: from.slice(0, 7) },
    ]);
  };
  const size = () => random.pick([{}, {}, { first: 1 + random.below(6) }, { last: 1 + random.below(6) }]);
  const page = (cursor: () => string) => ({
    ...(random.chance(0.8) && { range: range() }),
    ...size(),
    ...(random.chance(0.2) && { after: cursor() }),
    ...(random.chance(0.2) && { before: cursor() }),
  });
  const session = () => random.pick(asker.sessions);
  const id = () => {
    const owner = random.chance(0.8) ? userId : '1';
    const [type, key] = random.pick([
      ['Day', date()],
      ['Night', date()],
      ['Exercise', session().id],
    ] as const);
    return globalId({ type, owner, key });
  };
  const ranged = () => ({ range: range() });
  const args: OperationSource['args'] = {
    'Query.node': () => ({ id: id() }),
    'Query.nodes': () => ({ ids: Array.from({ length: random.below(4) }, id) }),
    'User.day': () => ({ date: date() }),
    'User.night': () => ({ date: date() }),
    'User.exercise': () => ({ id: session().id }),
    'User.days': () => page(date),
    'User.nights': () => page(date),
    'User.exercises': () => page(() => `${session().start}~${session().id}`),
    'User.activities': ranged,
    'User.cardioLoads': ranged,
    'User.alertnessPeriods': ranged,
    'User.circadianBedtimes': ranged,
    'User.biosensing': () => (random.chance(0.8) ? ranged() : {}),
  };
  const allows = (typeName: string, name: string) => FIELDS[typeName]?.includes(name) ?? false;
  return randomOperation(random, { allows, args, mutations: 0, depth: 5 });
}
