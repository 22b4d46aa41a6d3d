// What it costs to read one object by its id when nothing is held.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { globalId } from '../../../src/domain/graph/global-id.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { takePaths } from '../dated-queries.ts';
import { implementers } from './selection.ts';

const DAY = '2026-11-20';
const BIOSENSING = '/v3/users/biosensing';
const ON_DAY = `from=${DAY}&to=${DAY}`;

interface Lookup {
  readonly type: string;
  /** How an id is found in another gateway; the key itself where that is no matter of the record. */
  readonly by: string;
  readonly selection: string;
  readonly paths: readonly string[];
}

const onDay = (field: string) => `day(date: "${DAY}") { ${field} }`;
const ofMonth = (field: string) => `biosensing { ${field} { id } }`;

const lookups: readonly Lookup[] = [
  { type: 'User', by: 'id', selection: 'firstName', paths: ['/v3/users/47110001'] },
  { type: 'Day', by: onDay('id'), selection: 'date', paths: [] },
  { type: 'Biosensing', by: onDay('biosensing { id }'), selection: 'id', paths: [] },
  {
    type: 'DailyActivity',
    by: onDay('activity { id }'),
    selection: 'steps',
    paths: [`/v3/users/activities/${DAY}`],
  },
  {
    type: 'ActivitySamples',
    by: onDay('activity { samples { id } }'),
    selection: 'zones { zone }',
    paths: [`/v3/users/activities/${DAY}?activity_zones=true`],
  },
  {
    type: 'ContinuousHeartRate',
    by: onDay('heartRate { id }'),
    selection: 'date',
    paths: [`/v3/users/continuous-heart-rate/${DAY}`],
  },
  { type: 'CardioLoad', by: onDay('cardioLoad { id }'), selection: 'load', paths: [`/v3/users/cardio-load/${DAY}`] },
  { type: 'Night', by: onDay('night { id }'), selection: 'sleepScore', paths: [`/v3/users/sleep/${DAY}`] },
  {
    type: 'NightlyRecharge',
    by: onDay('night { recharge { id } }'),
    selection: 'ansCharge',
    paths: [`/v3/users/nightly-recharge/${DAY}`],
  },
  {
    type: 'AvailableNight',
    by: 'availableNights { id }',
    selection: 'startTime',
    paths: ['/v3/users/sleep/available'],
  },
  {
    type: 'Alertness',
    by: onDay('alertness { id }'),
    selection: 'grade',
    paths: [`/v3/users/sleepwise/alertness/date?${ON_DAY}`],
  },
  {
    type: 'CircadianBedtime',
    by: onDay('circadianBedtime { id }'),
    selection: 'quality',
    paths: [`/v3/users/sleepwise/circadian-bedtime/date?${ON_DAY}`],
  },
  {
    type: 'BodyTemperaturePeriod',
    by: ofMonth('bodyTemperature'),
    selection: 'startTime',
    paths: ['/bodytemperature'],
  },
  { type: 'SkinTemperature', by: ofMonth('skinTemperature'), selection: 'sleepDate', paths: ['/skintemperature'] },
  { type: 'SkinContactPeriod', by: ofMonth('skinContacts'), selection: 'startTime', paths: ['/skincontacts'] },
  { type: 'EcgTest', by: ofMonth('ecgTests'), selection: 'testTime', paths: ['/ecg'] },
  { type: 'Spo2Test', by: ofMonth('spo2Tests'), selection: 'testTime', paths: ['/spo2'] },
  { type: 'Exercise', by: 'exercises { nodes { id } }', selection: 'durationSeconds', paths: ['/v3/exercises/:id'] },
  {
    type: 'TrainingLoad',
    by: 'exercises { nodes { trainingLoad { id } } }',
    selection: 'load',
    paths: ['/v3/exercises/:id'],
  },
  {
    type: 'Route',
    by: 'exercises { nodes { route { id } } }',
    selection: 'pointCount',
    paths: ['/v3/exercises/:id?route=true'],
  },
  { type: 'PhysicalInfo', by: 'physicalInfo { id }', selection: 'weightKg', paths: ['/v3/users/physical-info'] },
];
/** What is imported is in the store, and AccessLink is not called. */
const STORED = ['CollectedActivity', 'CollectedExercise'];

let gateway: Gateway;
beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(() => gateway.close());

/** A global id of a type, as a gateway of its own answers it. */
async function idBy(by: string): Promise<string> {
  const other = await startGateway();
  const { data } = await other.ask(`{ viewer { ${by} } }`);
  await other.close();
  return /"id":"([\w-]+)"/.exec(JSON.stringify(data))?.[1] ?? '';
}

describe('an object whose id was answered by another process', () => {
  it.each(lookups)('of the type $type is read with one request at most', async ({ type, by, selection, paths }) => {
    const id = await idBy(by);
    const { data, errors } = await gateway.ask<{ node: object }>(
      `{ node(id: "${id}") { __typename id ... on ${type} { ${selection} } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.node).toMatchObject({ __typename: type, id });
    expect(Object.values(data.node)).not.toContain(null);
    const sent = takePaths(gateway.simulator).map((path) => path.replace(/exercises\/\w+/, 'exercises/:id'));
    const shown = sent.map((path) =>
      path.startsWith(BIOSENSING) ? path.slice(BIOSENSING.length).split('?')[0] : path,
    );
    expect(shown).toEqual(paths);
  });

  it('is of one of all types that there are', () => {
    expect([...lookups.map(({ type }) => type), ...STORED].toSorted()).toEqual(implementers('Node'));
  });
});

describe('an id whose record is not there', () => {
  it.each([
    ['DailyActivity', '2026-11-20~2', 2],
    ['Alertness', '2026-11-20~000000000000', 2],
    ['SkinContactPeriod', '2026-11-20T10:00:00Z~000000000000', 2],
    ['EcgTest', '2026-11-20~000000000000', 1],
    ['PhysicalInfo', '4711', 0],
    ['AvailableNight', '2026-12-24', 1],
  ])('of the type %s with the key %s is null, after %i requests at most', async (type, key, most) => {
    const id = globalId({ type, owner: gateway.simulator.people[0]?.userId ?? '', key });
    const { data, errors } = await gateway.ask(`{ node(id: "${id}") { id } }`);
    expect({ data, errors }).toEqual({ data: { node: null }, errors: undefined });
    expect(takePaths(gateway.simulator).length).toBeLessThanOrEqual(most);
  });
});
