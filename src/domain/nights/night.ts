// A night: its date, and whichever of its parts an operation needs.
import { decodeRecords } from '../../accesslink/decode.ts';
import type { IsoDate } from '../../calendar.ts';
import type { Context } from '../context.ts';
import { type Aged, firstRecord } from '../convert/records.ts';
import { type SleepModel, sleepFromWire } from './sleep.ts';

/** A night of the graph: the sleep, all null when only other parts exist or were requested. */
export type NightParent = { readonly date: IsoDate } & Partial<Aged<SleepModel>>;

/**
 * The night of a date, or null when no part that the operation needs exists. The parts are read together. A part that
 * fails leaves the others intact: the night itself fails only when no other part exists.
 */
export async function readNight(date: IsoDate, { loaders, nightParts }: Context): Promise<NightParent | null> {
  const others = nightParts.filter((part) => part !== 'sleep');
  const sleeping = nightParts.includes('sleep') ? loaders.sleep.load(date) : null;
  const reading = Promise.allSettled(others.map((part) => loaders[part].load(date)));
  const [[slept], found] = await Promise.all([Promise.allSettled([sleeping]), reading]);
  if (slept.status === 'fulfilled' && slept.value) {
    const sleep = firstRecord(slept.value, sleepFromWire);
    if (sleep) return { ...sleep, date };
  }
  if (found.some((part) => part.status === 'fulfilled' && part.value.value.length > 0)) {
    return slept.status === 'rejected' ? { ...failedSleep(slept.reason), date } : { date };
  }
  const failed = [slept, ...found].find((part) => part.status === 'rejected');
  if (failed) throw failed.reason;
  return null;
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
