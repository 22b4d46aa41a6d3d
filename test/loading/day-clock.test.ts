// The clock of an operation: of the zone that is named, of the last known offset, or of what the operation itself reads.
import { describe, expect, it } from 'vitest';
import type { ObservedOffset } from '../../src/accesslink/record-offsets.ts';
import { dateCalendar } from '../../src/calendar.ts';
import { createDayClock } from '../../src/loading/day-clock.ts';

const EVENING = Date.parse('2026-11-22T20:00:00Z');
const SYDNEY: readonly ObservedOffset[] = [{ minutes: 600, at: EVENING }];

/** A last offset that is known from the start, or learnt. */
function offsetOf(minutes: number | null) {
  let known = minutes;
  return {
    find: async () => known,
    learn: async (observed: readonly ObservedOffset[]) => {
      known = observed[0]?.minutes ?? known;
    },
  };
}

const dayOn = async (clock: ReturnType<typeof createDayClock>) => (await clock.calendar()).dayOf(EVENING);

describe('the day of an instant', () => {
  it('is that of the zone that the request names, whatever is known', async () => {
    const clock = createDayClock(dateCalendar('America/New_York'), offsetOf(600));
    expect([await dayOn(clock), (await clock.calendar()).isNamed]).toEqual(['2026-11-22', true]);
  });

  it('is that of the offset that is known, without waiting for any read', async () => {
    const clock = createDayClock(null, offsetOf(600));
    clock.watch(new Promise(() => {}));
    expect([await dayOn(clock), await clock.isLearning()]).toEqual(['2026-11-23', true]);
  });

  it('waits for the reads of the operation when nothing is known, and is the same for all of it', async () => {
    const clock = createDayClock(null, offsetOf(null));
    const reading = Promise.withResolvers<readonly ObservedOffset[]>();
    const days = [dayOn(clock)];
    clock.watch(reading.promise);
    clock.watch(Promise.reject(new Error('AccessLink is not available')));
    expect([await clock.known(), await clock.isLearning()]).toEqual([null, true]);
    days.push(dayOn(clock));
    reading.resolve(SYDNEY);
    expect(await Promise.all([...days, dayOn(clock)])).toEqual(['2026-11-23', '2026-11-23', '2026-11-23']);
    clock.watch(Promise.resolve([{ minutes: -300, at: EVENING }]));
    expect(await dayOn(clock)).toBe('2026-11-23');
  });

  it('is that of UTC when nothing is read that shows an offset', async () => {
    const clock = createDayClock(null, offsetOf(null));
    expect([await clock.isLearning(), await dayOn(clock)]).toEqual([false, '2026-11-22']);
  });
});
