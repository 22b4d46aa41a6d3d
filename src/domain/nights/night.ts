// A night: its date, and whichever of its parts an operation asks about.
import type { IsoDate } from '../../calendar.ts';
import type { Context } from '../context.ts';
import { type Aged, firstRecord } from '../convert/records.ts';
import { type Sleep, sleepFields, sleepFromWire } from './sleep.ts';

/** A night of the graph: the sleep, all null when only other parts exist or were asked about. */
export type NightModel = { readonly date: IsoDate } & Partial<Aged<Sleep>>;

/** Fields of Night that are read from resources other than sleep, and the loader of each. */
const PARTS = {
  'Night.recharge': 'recharge',
  'Night.skinTemperature': 'skinTemperature',
  'Night.alertness': 'alertness',
  'Night.circadianBedtime': 'circadianBedtime',
} as const;

/** Fields of Night that need nothing to be read. */
const FREE = ['Night.id', 'Night.date', 'Night.day', 'Night.__typename'];

/**
 * The night of a date, or null when nothing that the operation asks about exists. The parts are read together. A part
 * that fails leaves the others standing: the failure stands at the night only when nothing else is left of it.
 */
export async function readNight(date: IsoDate, { loaders, selected }: Context): Promise<NightModel | null> {
  const parts = Object.entries(PARTS).filter(([field]) => selected.has(field));
  const others = Promise.allSettled(parts.map(([, name]) => loaders[name].load(date)));
  const sleep = isSleepWanted(selected) ? loaders.sleep.load(date) : null;
  const [slept, ...found] = [...(await Promise.allSettled([sleep])), ...(await others)];
  if (slept?.status === 'fulfilled' && slept.value) {
    const model = firstRecord(slept.value, sleepFromWire);
    if (model) return { ...model, date };
  }
  if (found.some((part) => part.status === 'fulfilled' && part.value.value.length > 0)) {
    return slept?.status === 'rejected' ? { ...failedSleep(slept.reason), date } : { date };
  }
  const failed = [slept, ...found].find((part) => part?.status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return null;
}

function isSleepWanted(selected: ReadonlySet<string>): boolean {
  const fields = [...selected].filter((coordinate) => coordinate.startsWith('Night.') && !FREE.includes(coordinate));
  return fields.length === 0 || fields.some((field) => !(field in PARTS));
}

/** Fields that throw when asked for, so that each field of the sleep says why it is null. */
function failedSleep(reason: unknown): object {
  const fail = () => {
    throw reason;
  };
  return Object.fromEntries([...sleepFields, 'fetchedAt', 'stale'].map((field) => [field, fail]));
}
