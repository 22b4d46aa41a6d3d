import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src/calendar.ts';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import { cardioLoadResource } from '../../../src/domain/cardio-load/loader.ts';
import { sleepResource } from '../../../src/domain/nights/loader.ts';
import { type DatedResource, readOf } from '../../../src/loading/plan/resource.ts';

const [from, to] = [isoDate('2026-11-01'), isoDate('2026-11-22')];

describe('readOf', () => {
  it('turns each form of request into the path of the resource', () => {
    const flags = ['steps'];
    const paths = [
      readOf(activityResource, { form: 'date', from, to: from }, flags).path,
      readOf(activityResource, { form: 'range', from, to }, flags).path,
      readOf(sleepResource, { form: 'recent', from, to }, []).path,
      readOf(cardioLoadResource, { form: 'period', from, to }, []).path,
    ];
    expect(paths).toEqual([
      '/v3/users/activities/2026-11-01?steps=true',
      '/v3/users/activities/?from=2026-11-01&to=2026-11-22&steps=true',
      '/v3/users/sleep',
      '/v3/users/cardio-load/period/days/22',
    ]);
  });

  it.each(['date', 'range', 'recent', 'period'] as const)(
    'throws for a %s request when the resource has no such form',
    (form) => {
      const resource: DatedResource<'Sleep'> = { ...sleepResource, forms: {} };
      expect(() => readOf(resource, { form, from, to }, [])).toThrow(
        `Cannot read sleep: it has no request of the form ${form}`,
      );
    },
  );

  it('passes the flags to the list of recent days', () => {
    const seen: (readonly string[])[] = [];
    const recent = (flags: readonly string[]) => {
      seen.push(flags);
      return { path: '/list', record: 'Sleep' } as const;
    };
    expect(readOf({ ...sleepResource, forms: { recent } }, { form: 'recent', from, to }, ['rich']).path).toBe('/list');
    expect(seen).toEqual([['rich']]);
  });
});
