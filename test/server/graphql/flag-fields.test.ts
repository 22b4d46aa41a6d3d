// What fields need: a field requested alone has the value that it has among all others.
import { buildSchema, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NIGHT_PARTS } from '../../../src/domain/nights/night-parts.ts';
import { flagFields, flagsFor, nightPartsFor } from '../../../src/server/graphql/flag-fields.ts';
import { readTypeDefs } from '../../../src/server/graphql/type-defs.ts';
import { everythingOf } from '../../e2e/full-selection.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';

const schema = buildSchema(readTypeDefs().join('\n'));
const NOTHING = '{  }';
/** Every field that some flag is for. */
const NEEDED = Object.values(flagFields).flatMap((fields) => Object.values<readonly Need[]>(fields).flat(2));

let gateway: Gateway;
beforeAll(async () => {
  // Too small for any record: no answer comes from the cache, where a richer record would answer for a poorer one.
  gateway = await startGateway({ simulator: { dialect: 'documented' }, app: { memoryBytes: 1 } });
});
afterAll(() => gateway.close());

type Need = string | readonly string[];
type Values = Readonly<Record<string, unknown>>;

/** The ways to values of a type whose fields need flags. */
const WAYS: readonly (readonly [string, string, (selection: string) => string])[] = [
  [
    'ActivitySamples',
    'of a day',
    (samples) => `days(range: { lastDays: 3 }) { nodes { activity { samples ${samples} } } }`,
  ],
  ['ActivitySamples', 'of a day without totals', (samples) => `activitySamples(range: { lastDays: 3 }) ${samples}`],
  ['ActivitySamples', 'of uploaded activities', (samples) => `activities { samples ${samples} }`],
  ['DailyActivity', 'of a day', (activity) => `days(range: { lastDays: 3 }) { nodes { activity ${activity} } }`],
  ['DailyActivity', 'of those uploaded', (activity) => `activities ${activity}`],
  ['Exercise', 'of the list', (exercise) => `exercises(last: 4) { nodes ${exercise} }`],
];

/** Names under which objects of these types are in answers. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  ActivitySamples: ['samples', 'activitySamples'],
  DailyActivity: ['activity', 'activities'],
  Exercise: ['nodes'],
};

/** By type, each field that does not differ from answer to answer, with everything below it. */
const ALONE: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map(
  ['ActivitySamples', 'DailyActivity', 'Exercise'].map((type) => [type, selectionsOf(type)]),
);

describe.each(WAYS)('%s %s', (type, _, way) => {
  const fields = ALONE.get(type) ?? [];
  let all: Values[];
  beforeAll(async () => {
    all = await ask(way(everythingOf(type)), type);
  });

  it.each(fields)('has the same %s requested alone as among all others', async (field, selection) => {
    const alone = await ask(way(selection), type);
    expect(alone).toEqual(all.map((values) => ({ [field]: values[field] })));
  });

  it('has a value for every field that needs a flag, somewhere', () => {
    const flagged = fields.flatMap(([field]) => (NEEDED.includes(`${type}.${field}`) ? [field] : []));
    expect(flagged.length).toBeGreaterThan(0);
    expect(flagged.filter((field) => all.every((values) => values[field] === null))).toEqual([]);
  });
});

describe('flagsFor', () => {
  it('finds the flags whose fields are selected, in the order of the resource', () => {
    const selected = new Set(['Exercise.route', 'Exercise.samples', 'Exercise.id']);
    expect(flagsFor(selected)['exercises']).toEqual(['samples', 'route']);
    expect(flagsFor(new Set())).toEqual({ 'daily activity': [], 'recent daily activity': [], exercises: [] });
  });

  it('finds flags of daily activity only where its samples are selected in it', () => {
    const fields = ['ActivitySamples.zones', 'ActivitySamples.totalSteps', 'Day.date'];
    const flags = ['steps', 'activity_zones'];
    expect(flagsFor(new Set([...fields, 'DailyActivity.samples']))).toMatchObject({
      'daily activity': flags,
      'recent daily activity': flags,
    });
    expect(flagsFor(new Set(fields))['daily activity']).toEqual([]);
  });

  it('finds the flag with the fewest values for samples of which nothing is selected that needs one', () => {
    const bare = ['DailyActivity.samples', 'ActivitySamples.id', 'ActivitySamples.date', 'ActivitySamples.__typename'];
    expect(flagsFor(new Set(bare))['daily activity']).toEqual(['inactivity_stamps']);
    expect(flagsFor(new Set([...bare, 'ActivitySamples.zones']))['daily activity']).toEqual(['activity_zones']);
  });

  it('finds flags of what is read again by a global id, and none for the id alone', () => {
    const byId = (...fields: readonly string[]) => flagsFor(new Set(['Query.node', 'ActivitySamples.id', ...fields]));
    expect(byId('ActivitySamples.steps', 'Route.points')).toMatchObject({
      'daily activity': ['steps'],
      exercises: ['route'],
    });
    expect(byId('Route.id')).toEqual({ 'daily activity': [], 'recent daily activity': [], exercises: [] });
  });

  it('finds the steps for their buckets', () => {
    expect(flagsFor(new Set(['DailyActivity.stepBuckets']))['daily activity']).toEqual(['steps']);
  });

  it('names only fields that the graph has', () => {
    const unknown = NEEDED.filter((coordinate) => {
      const [typeName = '', field = ''] = coordinate.split('.');
      const type = schema.getType(typeName);
      return !isObjectType(type) || !(field in type.getFields());
    });
    expect(unknown).toEqual([]);
  });
});

describe('nightPartsFor', () => {
  it.each(NIGHT_PARTS.filter((part) => part !== 'sleep'))(
    'finds %s where a night selects it, and no other part',
    (part) => {
      expect(nightPartsFor(new Set([`Night.${part}`, 'Night.id', 'Day.date']))).toEqual([part]);
      expect(nightPartsFor(new Set([`Night.${part}`, 'Night.sleepScore']))).toEqual(['sleep', part]);
    },
  );

  it('finds the sleep for every field of a night that is not of another part', () => {
    const free = new Set(['id', 'date', 'day', ...NIGHT_PARTS]);
    const night = schema.getType('Night');
    const fields = isObjectType(night) ? Object.keys(night.getFields()).filter((field) => !free.has(field)) : [];
    expect(fields.length).toBeGreaterThan(30);
    for (const field of fields) expect(nightPartsFor(new Set([`Night.${field}`]))).toEqual(['sleep']);
  });

  it('finds the sleep where nothing of a night needs to be read', () => {
    for (const selected of [[], ['Night.id', 'Night.date', 'Night.day', 'Night.__typename'], ['Day.date']]) {
      expect(nightPartsFor(new Set(selected))).toEqual(['sleep']);
    }
  });

  it('finds the parts in their order, whatever the order of the fields', () => {
    const fields = NIGHT_PARTS.map((part) => (part === 'sleep' ? 'Night.sleepScore' : `Night.${part}`));
    expect(nightPartsFor(new Set(fields.toReversed()))).toEqual(NIGHT_PARTS);
  });
});

function selectionsOf(typeName: string): (readonly [string, string])[] {
  const type = schema.getType(typeName);
  const names = isObjectType(type) ? Object.keys(type.getFields()) : [];
  const selections = names.map((field) => {
    const others = names.filter((name) => name !== field).map((name) => `${typeName}.${name}`);
    return [field, everythingOf(typeName, others)] as const;
  });
  return selections.filter(([, selection]) => selection !== NOTHING);
}

/** All values of a type in an answer for which nothing was cached. */
async function ask(selection: string, type: string): Promise<Values[]> {
  const { data, errors, extensions } = await gateway.ask(`{ viewer { ${selection} } }`);
  expect(errors).toBeUndefined();
  expect(extensions.accesslink).toMatchObject({ fromMemory: 0, fromStore: 0 });
  return valuesIn(data, NAMES[type] ?? []);
}

/** The objects that stand under some names, or in lists under them. */
function valuesIn(data: unknown, names: readonly string[]): Values[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    names.includes(name) && value !== null ? ([value].flat() as Values[]) : valuesIn(value, names),
  );
}
