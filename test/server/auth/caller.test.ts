// The date of today for a caller, from the headers of the request.
import { describe, expect, it } from 'vitest';
import { todayFor } from '../../../src/server/auth/caller.ts';

describe('today', () => {
  const inZone = (zone: string | null, now: string) =>
    todayFor(new Headers(zone === null ? {} : { 'accesslink-time-zone': zone }), Date.parse(now));

  it.each([
    [null, '2026-11-22T23:59:59Z', { today: '2026-11-22', latestDate: '2026-11-22' }],
    ['UTC', '2026-11-22T00:00:00Z', { today: '2026-11-22', latestDate: '2026-11-22' }],
    ['Europe/Helsinki', '2026-11-22T22:30:00Z', { today: '2026-11-23', latestDate: '2026-11-23' }],
    ['Pacific/Kiritimati', '2026-11-22T10:00:00Z', { today: '2026-11-23', latestDate: '2026-11-23' }],
    ['Pacific/Kiritimati', '2026-11-22T09:59:59Z', { today: '2026-11-22', latestDate: '2026-11-22' }],
    ['Pacific/Pago_Pago', '2026-11-22T10:59:59Z', { today: '2026-11-21', latestDate: '2026-11-22' }],
    ['America/New_York', '2024-03-01T04:59:59Z', { today: '2024-02-29', latestDate: '2024-03-01' }],
  ])('in %s at %s is %j', (zone, now, expected) => {
    expect(inZone(zone, now)).toMatchObject(expected);
  });

  it.each(['Europe/Nowhere', 'Helsinki', '+25:00', 'x'])(
    'is an error in the time zone %j, which names a valid one',
    (zone) => {
      expect(() => inZone(zone, '2026-11-22T12:00:00Z')).toThrow(
        expect.objectContaining({ code: 'bad-user-input', message: expect.stringContaining('Europe/Helsinki') }),
      );
    },
  );
});
