// Unread bytes, counted for each person and in all.
import { describe, expect, it } from 'vitest';
import { createUnsentBytes } from '../../../src/server/http/unsent-bytes.ts';

const LIMITS = { perPerson: 1_000_000, inAll: 2_000_000 };

/** Something that is being sent: how much of it waits, and whether it was dropped. */
function sending(bytes: number) {
  const state = { bytes, isDropped: false };
  const drop = () => {
    state.bytes = 0;
    state.isDropped = true;
  };
  return { state, unsent: () => state.bytes, drop };
}

describe('unread bytes', () => {
  it('leave a person room up to the limit, and others theirs', () => {
    const { add, fits } = createUnsentBytes(LIMITS);
    const first = sending(900_000);
    const stop = add('a', first);
    expect([fits('a', 100_000), fits('a', 100_001), fits('b', 100_001)]).toEqual([true, false, true]);
    first.state.bytes = 0;
    expect(fits('a', 100_001)).toBe(true);
    first.state.bytes = 900_000;
    stop();
    expect(fits('a', 100_001)).toBe(true);
  });

  it('never keep a few bytes from a person, or a large answer from one who has read everything', () => {
    const { add, fits } = createUnsentBytes(LIMITS);
    expect(fits('a', 5_000_000)).toBe(true);
    add('a', sending(5_000_000));
    expect([fits('a', 65_536), fits('a', 65_537)]).toEqual([true, false]);
  });

  it('that are too many in all are dropped where they have waited longest, and no more of them than is needed', () => {
    const { add, dropExcess } = createUnsentBytes(LIMITS);
    const sendings = [sending(0), sending(900_000), sending(900_000), sending(900_000)];
    sendings.forEach((one, index) => void add(`person ${index}`, one));
    dropExcess();
    expect(sendings.map(({ state }) => state.isDropped)).toEqual([false, true, false, false]);
    dropExcess();
    expect(sendings.filter(({ state }) => state.isDropped)).toHaveLength(1);
  });
});
