// A night: its date, and whichever of its parts an operation needs.
import { decodeRecords } from '../../accesslink/decode.ts';
import type { IsoDate } from '../../calendar.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type { CachedValue } from '../../loading/context.ts';
import { allSettled, asPromise, isPromise, type PromiseOrValue } from '../../promise-or-value.ts';
import type { Context } from '../context.ts';
import { type Aged, firstRecord } from '../convert/records.ts';
import { readDayOfNight } from './day-of-night.ts';
import { type SleepModel, sleepFromWire } from './sleep.ts';

/** A night of the graph: the sleep, all null when only other parts exist or were requested. */
export type NightParent = { readonly date: IsoDate } & Partial<Aged<SleepModel>>;

/**
 * The night of a date, or null when no part that the operation needs exists. The parts are read together. A part that
 * fails leaves the others intact: the night itself fails only when no other part exists.
 */
export function readNight(date: IsoDate, context: Context): PromiseOrValue<NightParent | null> {
  const { loaders, nightParts } = context;
  const others = nightParts.filter((part) => part !== 'sleep');
  const sleep = nightParts.includes('sleep') ? loaders.sleep.load(date) : null;
  const parts = others.map((part) => loaders[part].load(date));
  if (isPromise(sleep) || parts.some(isPromise)) {
    readDayOfNight(date, context);
    return settledNight(date, { sleep, parts }, context);
  }
  const found = parts as readonly CachedValue<readonly unknown[]>[];
  return (sleep && nightOf(sleep, date, context)) ?? (found.some(hasRecords) ? { date } : null);
}

type Sleep = CachedValue<readonly Wire.Sleep[]>;
type Part = CachedValue<readonly unknown[]>;

/** The parts of a night: null for a sleep that is not needed. */
interface NightReads {
  readonly sleep: PromiseOrValue<Sleep> | null;
  readonly parts: readonly PromiseOrValue<Part>[];
}

async function settledNight(date: IsoDate, reads: NightReads, context: Context): Promise<NightParent | null> {
  const [[slept], found] = await Promise.all([Promise.allSettled([asPromise(reads.sleep)]), allSettled(reads.parts)]);
  const night = slept.status === 'fulfilled' && slept.value && nightOf(slept.value, date, context);
  if (night) return night;
  if (found.some((part) => part.status === 'fulfilled' && hasRecords(part.value))) {
    return slept.status === 'rejected' ? { ...failedSleep(slept.reason), date } : { date };
  }
  const failed = [slept, ...found].find((part) => part.status === 'rejected');
  if (failed) throw failed.reason;
  return null;
}

function hasRecords({ value }: Part): boolean {
  return value.length > 0;
}

/** Key of the models. */
const NIGHT = {};

/** The night of a sleep; null when there is none, or it cannot be converted. */
function nightOf(sleep: Sleep, date: IsoDate, { models }: Context): NightParent | null {
  const convert = (cached: Sleep) => {
    const model = firstRecord(cached, sleepFromWire);
    return model ? [{ ...model, date }] : [];
  };
  return models.of(sleep, NIGHT, { convert })[0] ?? null;
}

/** Fields that throw when they are resolved, so that each field of the sleep has an error. */
function failedSleep(reason: unknown): object {
  const fail = () => {
    throw reason;
  };
  return Object.fromEntries([...sleepFields(), 'fetchedAt', 'stale'].map((field) => [field, fail]));
}

/** The names of all fields that come with the sleep. */
function sleepFields(): string[] {
  return decodeRecords('Sleep', [{ date: null }]).records.flatMap((empty) => Object.keys(sleepFromWire(empty)));
}
