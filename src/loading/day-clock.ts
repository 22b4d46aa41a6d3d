// By which clock the days of an operation are counted, for records that have UTC times alone.
import type { ObservedOffset } from '../accesslink/record-offsets.ts';
import { dateOfInstant, type IsoDate } from '../calendar.ts';
import type { LastOffset } from './cache/last-offset.ts';

/** The day of an instant, in milliseconds since the epoch. */
export type DayOf = (epochMs: number) => IsoDate;

/** The days of a person. */
export interface Calendar {
  readonly dayOf: DayOf;
  /** Whether the request named its time zone. Otherwise it is the person's last known offset, or UTC. */
  readonly isNamed: boolean;
}

/** The clock of one operation. */
export interface DayClock {
  /** What is known before anything is read; null when nothing is. */
  readonly known: () => Promise<Calendar | null>;
  /** Whether reads are watched, once everything is asked for that is asked for at once. */
  readonly isLearning: () => Promise<boolean>;
  /** The same for all of the operation. Where nothing is known of the person, it waits for the reads that are watched. */
  readonly calendar: () => Promise<Calendar>;
  /** Watches a read that may show an offset. It may reject. */
  readonly watch: (read: Promise<readonly ObservedOffset[]>) => void;
}

/** The clock of an operation: of the time zone that the request names, else of the person's last known offset. */
export function createDayClock(named: DayOf | null, lastOffset: LastOffset): DayClock {
  const reads: Promise<unknown>[] = [];
  const find = async (): Promise<Calendar | null> => {
    if (named) return { dayOf: named, isNamed: true };
    const minutes = await lastOffset.find();
    return minutes === null ? null : calendarAt(minutes);
  };
  let knowing: Promise<Calendar | null> | undefined;
  const known = () => (knowing ??= find());
  const learn = async (): Promise<Calendar> => {
    const before = await known();
    if (before) return before;
    await untilAllIsAsked();
    await Promise.all(reads);
    return calendarAt((await lastOffset.find()) ?? 0);
  };
  let calendar: Promise<Calendar> | undefined;
  return {
    known,
    isLearning: async () => {
      await untilAllIsAsked();
      return reads.length > 0;
    },
    calendar: () => (calendar ??= learn()),
    watch: (read) => void reads.push(read.then((observed) => lastOffset.learn(observed)).catch(() => {})),
  };
}

/** Everything that is loaded in this tick is being read by then: loaders wait as long. */
function untilAllIsAsked(): Promise<void> {
  return new Promise((resolve) => {
    queueMicrotask(() => process.nextTick(resolve));
  });
}

function calendarAt(minutes: number): Calendar {
  return { dayOf: (epochMs) => dateOfInstant(epochMs + minutes * 60_000), isNamed: false };
}
