// The direct evaluation: graphql-js over the SDL, and resolvers that read AccessLink for each day by itself. No planning, no
// batches, no cache: slow, and obvious.
import { buildSchema, parse } from 'graphql';
import { addDays, datesBetween, type IsoDate, isoDate } from '../../../src/calendar.ts';
import { readTypeDefs } from '../../../src/server/graphql/type-defs.ts';
import { executeWhole } from '../../support/execute-whole.ts';
import { type Page, pageOf } from './pages.ts';
import {
  activityOf,
  alertnessOf,
  bedtimesOf,
  biosensingOf,
  cardioLoadOf,
  dayOf,
  type DirectWorld,
  isStale,
  listExercises,
  localDate,
  nightOf,
  whole,
} from './readings.ts';
import * as tables from './tables.ts';

interface Range {
  readonly lastDays?: number;
  readonly between?: { readonly from: string; readonly to: string };
  readonly on?: string;
  readonly month?: string;
}

interface RangeArgs extends Page {
  readonly range?: Range | null;
}

const schema = buildSchema(readTypeDefs().join('\n'));
const { read } = tables;

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The data of an operation. Throws when it has an error: the operations are chosen so that they have none. */
export async function evaluate(operation: Operation, world: DirectWorld): Promise<unknown> {
  const { data, errors } = await executeWhole({
    schema,
    document: parse(operation.query),
    variableValues: operation.variables,
    rootValue: rootOf(world),
  });
  if (errors) throw new AggregateError(errors, `Cannot evaluate: ${errors.map(({ message }) => message).join('; ')}`);
  return JSON.parse(JSON.stringify(data));
}

function rootOf(world: DirectWorld): object {
  const { rest, person } = world;
  const today = localDate(world.now, person.timeZone);
  const dates = (range: Range | null | undefined) => datesOf(range, today);
  const own = { table: tables.USER, path: `/v3/users/${person.userId}` };
  const userFields = Object.fromEntries(
    Object.keys(own.table).map((field) => [
      field,
      async () => read((await rest.one(own.path)) ?? {}, own.table)[field],
    ]),
  );
  const viewer = {
    ...userFields,
    polarUserId: person.userId,
    physicalInfo: async () =>
      whole(await rest.one('/v3/users/physical-info'), tables.PHYSICAL_INFO, isStale(null, world)),
    day: ({ date }: { date: string }) => dayOf(isoDate(date), world),
    days: ({ range, ...page }: RangeArgs) =>
      pageOf(
        dates(range).map((date) => ({ cursor: date, node: dayOf(date, world) })),
        page,
      ),
    night: ({ date }: { date: string }) => nightOf(isoDate(date), world),
    nights: async ({ range, ...page }: RangeArgs) => {
      const nights = await Promise.all(
        dates(range).map(async (date) => ({ cursor: date, node: await nightOf(date, world) })),
      );
      return pageOf(
        nights.filter(({ node }) => node !== null),
        page,
      );
    },
    exercise: async ({ id }: { id: string }) =>
      (await listExercises(world)).find(({ polarExerciseId }) => polarExerciseId === id),
    exercises: async ({ range, ...page }: RangeArgs) => {
      const wanted = range ? dates(range) : null;
      const found = (await listExercises(world)).filter(({ date }) => wanted?.includes(isoDate(date)) ?? true);
      return pageOf(
        found.map((node) => ({ cursor: `${String(node['startTimeLocal'])}~${String(node['polarExerciseId'])}`, node })),
        page,
      );
    },
    activities: async ({ range }: RangeArgs) => present(dates(range).map((date) => activityOf(date, world))),
    cardioLoads: async ({ range }: RangeArgs) => present(dates(range).map((date) => cardioLoadOf(date, world))),
    alertnessPeriods: async ({ range }: RangeArgs) =>
      (await Promise.all(dates(range).map((date) => alertnessOf(date, world)))).flat(),
    circadianBedtimes: async ({ range }: RangeArgs) =>
      (await Promise.all(dates(range).map((date) => bedtimesOf(date, world)))).flat(),
    biosensing: ({ range }: RangeArgs) => biosensingOf(dates(range), world),
  };
  const node = ({ id }: { id: string }) => nodeOf(id, viewer, world);
  return { viewer, node, nodes: ({ ids }: { ids: string[] }) => Promise.all(ids.map((id) => node({ id }))) };
}

/** Ids of days, nights and exercises; those of anybody else are nobody's. */
async function nodeOf(
  id: string,
  viewer: { exercise: (args: { id: string }) => Promise<object | undefined> },
  world: DirectWorld,
) {
  const [type, owner, key]: string[] = JSON.parse(Buffer.from(id, 'base64url').toString());
  if (owner !== world.person.userId || key === undefined) return null;
  if (type === 'Day') return { __typename: 'Day', ...dayOf(isoDate(key), world) };
  const found = type === 'Night' ? await nightOf(isoDate(key), world) : await viewer.exercise({ id: key });
  return found ? { __typename: type, ...found } : null;
}

function datesOf(range: Range | null | undefined, today: IsoDate): IsoDate[] {
  if (range?.on) return [isoDate(range.on)];
  if (range?.between) return datesBetween(isoDate(range.between.from), isoDate(range.between.to));
  if (range?.month) {
    const days = Array.from({ length: 31 }, (_, index) => addDays(isoDate(`${range.month}-01`), index));
    return days.filter((date) => date.startsWith(range.month ?? ''));
  }
  return datesBetween(addDays(today, 1 - (range?.lastDays ?? 28)), today);
}

async function present<Item>(items: readonly Promise<Item | null>[]): Promise<Item[]> {
  return (await Promise.all(items)).filter(
    (item): item is Awaited<Item> & NonNullable<Item> => item !== null,
  ) as Item[];
}
